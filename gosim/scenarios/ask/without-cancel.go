// what does context.WithTimeout without cancel cost?
//
// Answer: Three objects stay until the deadline in every version, 1.23 and later too: the timer has
// a function to call, so the runtime must keep it. Call cancel as soon as the work is done: then
// nothing stays.
//
// Run: 1.22, 1.23, 1.27
package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

func main() {
	fmt.Println("cancelled: still there?", stays(true))
	fmt.Println("not cancelled: still there?", stays(false))
}

func stays(stop bool) bool {
	const contexts = 10000
	before := live()
	for i := 0; i < contexts; i++ {
		_, cancel := context.WithTimeout(context.Background(), time.Hour)
		_ = cancel // go vet asks that it be used.
		if stop {
			cancel()
		}
	}
	return live()-before > contexts/2
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
