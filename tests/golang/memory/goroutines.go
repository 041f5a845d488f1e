package main

import (
	"fmt"
	"runtime"
	"time"
)

// Goroutines that wait for ever, each with what it captured.
func worker(id int, in chan int) {
	buf := make([]byte, 1000)
	for v := range in {
		buf[v] = byte(id)
	}
}

func main() {
	for i := 0; i < 1200; i++ {
		go func() {}()
	}
	time.Sleep(time.Millisecond)
	o, b := live()
	for i := 0; i < 1000; i++ {
		go worker(i, make(chan int))
	}
	time.Sleep(time.Millisecond)
	report(o, b)
	o, b = live()
	for i := 0; i < 200; i++ {
		buf := make([]int, 100)
		done := make(chan bool)
		go func() {
			<-done
			buf[0] = i
		}()
	}
	time.Sleep(time.Millisecond)
	report(o, b)
}

func report(objects, bytes uint64) {
	o, b := live()
	fmt.Println(o-objects, b-bytes)
}

func live() (uint64, uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
