// why does pprof blame NewTimer?
//
// Answer: A heap profile names the function that asked for the memory, and time.After only calls
// NewTimer; look at the cumulative column, or at go tool pprof -peek NewTimer, for who called. The
// second line is the array of the heap of timers, and from 1.23 on nothing is in use at all.
//
// Run: 1.22, 1.23
//
// Show: profile
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int, 1)
	for i := 0; i < 100000; i++ {
		ch <- i
		select {
		case <-ch:
		case <-time.After(3 * time.Minute):
		}
	}
	fmt.Println("what go tool pprof -top shows now, after runtime.GC():")
}
