// did 1.23 fix time.AfterFunc?
//
// Answer: No, and it cannot: a timer with a function must live until it has called it, whether or
// not anybody refers to it. Stop it when it is not needed any more.
//
// Run: 1.22, 1.23, 1.27
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
		time.AfterFunc(time.Hour, func() {})
	}
	fmt.Println("objects left by a timer:", (live()-before+timers/2)/timers)
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
