package main

import (
	"fmt"
	"time"
)

const ms = time.Millisecond

var start = time.Now()

// Selects that wait for several timers of one instant, in more than one goroutine.
func main() {
	shared := time.NewTimer(10 * ms)
	for i := 0; i < 3; i++ {
		i := i
		go func() {
			own := time.NewTimer(10 * ms)
			second := time.NewTimer(20 * ms)
			select {
			case v := <-shared.C:
				fmt.Println(i, "shared", int64(v.Sub(start)))
			case v := <-own.C:
				fmt.Println(i, "own", int64(v.Sub(start)))
			case v := <-second.C:
				fmt.Println(i, "second", int64(v.Sub(start)))
			}
			fmt.Println(i, "stop", second.Stop(), second.Reset(5*ms))
			v := <-second.C
			fmt.Println(i, "second", int64(v.Sub(start)))
		}()
	}
	time.Sleep(12 * ms)
	fmt.Println("main", shared.Stop())
	time.Sleep(12 * ms)
	ch := make(chan int)
	go func() {
		for i := 0; i < 8; i++ {
			time.Sleep(time.Duration(i) * ms)
			ch <- i
		}
	}()
	t := time.NewTimer(4 * ms)
	for i := 0; i < 10; i++ {
		select {
		case n := <-ch:
			fmt.Println("message", n)
		case <-t.C:
			fmt.Println("timeout")
			t.Reset(5 * ms)
		case <-time.After(6 * ms):
			fmt.Println("after")
		}
	}
}
