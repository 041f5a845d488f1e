// what does time.Tick in a select cost?
//
// Answer: Every pass makes a ticker; up to 1.22 all of them stay and fire every second for ever, so
// there is not even a plateau. From 1.23 on they are garbage, and the select waits as long as one
// with time.After.
//
// Run: 1.22, 1.23
//
// Show: timers
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	ch := make(chan int, 1)
	const passes = 1000
	before := live()
	for i := 0; i < passes; i++ {
		ch <- i
		select {
		case <-ch:
		case <-time.Tick(time.Second):
		}
	}
	time.Sleep(time.Minute)
	fmt.Println("objects of a pass, a minute later:", (live()-before+passes/2)/passes)
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
