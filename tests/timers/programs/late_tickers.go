package main

import (
	"fmt"
	"time"
)

const ms = time.Millisecond

var start = time.Now()

func look(name string, c <-chan time.Time) {
	select {
	case v := <-c:
		fmt.Println(name, "got", int64(v.Sub(start)))
	default:
		fmt.Println(name, "nothing")
	}
}

// Readers that are late, periods that change, tickers that stop.
func main() {
	k := time.NewTicker(10 * ms)
	go func() {
		for i := 0; i < 6; i++ {
			v := <-k.C
			fmt.Println("slow", i, int64(v.Sub(start)))
			time.Sleep(14 * ms)
		}
	}()
	time.Sleep(95 * ms)
	look("k", k.C)
	look("k", k.C)
	k.Reset(7 * ms)
	look("k", k.C)
	for i := 0; i < 3; i++ {
		v := <-k.C
		fmt.Println("main", i, int64(v.Sub(start)))
	}
	time.Sleep(8 * ms)
	k.Stop()
	look("k", k.C)
	look("k", k.C)
	k.Reset(5 * ms)
	time.Sleep(26 * ms)
	fmt.Println(len(k.C), cap(k.C))
	look("k", k.C)
	look("k", k.C)
	v := <-k.C
	fmt.Println("main", int64(v.Sub(start)))
	two := time.Tick(4 * ms)
	for i := 0; i < 8; i++ {
		select {
		case v := <-k.C:
			fmt.Println("five", int64(v.Sub(start)))
		case v := <-two:
			fmt.Println("four", int64(v.Sub(start)))
		}
		if i%3 == 0 {
			time.Sleep(6 * ms)
			look("k", k.C)
		}
	}
}
