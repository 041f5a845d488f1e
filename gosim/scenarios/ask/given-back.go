// when is the memory given back?
//
// Answer: The objects become garbage when their three minutes are over, and the next collection
// frees them. The pages go back to the system later still, over minutes, which this program does
// not show.
//
// Run: 1.22
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	const timers = 10000
	before := live()
	for i := 0; i < timers; i++ {
		time.After(3 * time.Minute)
	}
	for _, pause := range []time.Duration{0, 2 * time.Minute, 2 * time.Minute} {
		time.Sleep(pause)
		fmt.Println("later by", pause, "live objects of a timer:", (live()-before+timers/2)/timers)
	}
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
