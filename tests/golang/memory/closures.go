package main

import (
	"fmt"
	"runtime"
)

// Closures kept in a slice: what they capture stays with them.
var (
	handlers []func() int
	counters []func() int
	plain    []func() int
)

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func main() {
	o, b := live()
	for i := 0; i < 2000; i++ {
		a, c := i, i+1
		handlers = append(handlers, func() int { return a + c })
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		counters = append(counters, counter())
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		plain = append(plain, func() int { return 1 })
	}
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
