package main

import (
	"fmt"
	"runtime"
	"time"
)

type T struct{ id [4]int }

func main() {
	start := time.Now()
	for i := 0; i < 3; i++ {
		t := &T{}
		runtime.AddCleanup(t, func(n int) { fmt.Println(time.Since(start), "cleanup", n) }, i)
	}
	t := &T{}
	c := runtime.AddCleanup(t, func(n string) { fmt.Println("stopped", n) }, "x")
	c.Stop()
	runtime.AddCleanup(t, func(n string) { fmt.Println("first of two", n) }, "x")
	runtime.AddCleanup(t, func(n string) { fmt.Println("second of two", n) }, "x")
	time.Sleep(time.Second)
	runtime.GC()
	fmt.Println("after GC", runtime.NumGoroutine())
	time.Sleep(time.Second)
	tk := time.NewTicker(time.Second)
	runtime.AddCleanup(tk, func(n int) { fmt.Println("ticker", n) }, 9)
	runtime.GC()
	time.Sleep(time.Second)
	fmt.Println("end")
}
