// does time.After in a loop still leak in 1.23?
//
// Answer: Up to 1.22 each pass leaves three objects, the timer, its channel and the buffer, until
// the time is over. From 1.23 on a timer that nobody waits for is garbage at once, and nothing is
// left.
//
// Run: 1.22, 1.23, 1.27
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	ch := make(chan int, 1)
	const passes = 10000
	before := live()
	for i := 0; i < passes; i++ {
		ch <- i
		select {
		case <-ch:
		case <-time.After(time.Hour):
		}
	}
	fmt.Println("objects left by a pass:", (live()-before+passes/2)/passes)
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
