package main

import (
	"fmt"
	"time"
)

const ms = time.Millisecond

var start = time.Now()

func look(name string, t *time.Timer) {
	select {
	case v := <-t.C:
		fmt.Println(name, "got", int64(v.Sub(start)))
	default:
		fmt.Println(name, "nothing", len(t.C), cap(t.C))
	}
}

// What Stop and Reset return, and what is in the channel then.
func main() {
	a := time.NewTimer(10 * ms)
	time.Sleep(15 * ms)
	fmt.Println("reset", a.Reset(10*ms), len(a.C))
	look("a", a)
	time.Sleep(15 * ms)
	fmt.Println("stop", a.Stop(), len(a.C))
	look("a", a)
	look("a", a)
	b := time.NewTimer(10 * ms)
	go func() {
		for i := 0; i < 3; i++ {
			v := <-b.C
			fmt.Println("receiver", i, int64(v.Sub(start)))
		}
	}()
	time.Sleep(5 * ms)
	fmt.Println("stop", b.Stop())
	time.Sleep(20 * ms)
	fmt.Println("reset", b.Reset(3*ms))
	fmt.Println("reset", b.Reset(1*ms))
	fmt.Println("reset", b.Reset(2*ms))
	time.Sleep(2 * ms)
	fmt.Println("reset", b.Reset(-5))
	time.Sleep(2 * ms)
	fmt.Println("reset", b.Reset(1<<63-1))
	time.Sleep(2 * ms)
	fmt.Println("reset", b.Reset(1))
	time.Sleep(2 * ms)
	look("b", b)
	fmt.Println("reset", b.Reset(1))
	time.Sleep(2 * ms)
	look("b", b)
	if !b.Stop() {
		look("b", b)
	}
}
