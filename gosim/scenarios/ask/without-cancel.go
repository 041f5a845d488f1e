// what does context.WithTimeout without cancel cost?
//
// Answer: Three objects stay until the deadline (the context, its timer and the timer's function),
// in 1.23 and later too, because a timer with a function keeps itself. Call cancel as soon as the
// work is done, usually by defer: then nothing stays.
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
	fmt.Println("cancelled, objects left by a context:", left(true))
	fmt.Println("not cancelled, objects left by a context:", left(false))
}

func left(stop bool) uint64 {
	const contexts = 10000
	before := live()
	for i := 0; i < contexts; i++ {
		_, cancel := context.WithTimeout(context.Background(), time.Hour)
		_ = cancel // go vet asks that it be used.
		if stop {
			cancel()
		}
	}
	return (live() - before + contexts/2) / contexts
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
