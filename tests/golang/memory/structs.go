package main

import (
	"fmt"
	"runtime"
)

// A slice of structs that only grows, and pointers to structs.
type event struct {
	id   int
	name string
	kind byte
}

var (
	events   []event
	pointers []*event
)

func main() {
	o, b := live()
	for i := 0; i < 4000; i++ {
		events = append(events, event{i, "e", 1})
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 4000; i++ {
		pointers = append(pointers, &event{id: i})
	}
	report(o, b)
	o, b = live()
	events, pointers = nil, nil
	_, after := live()
	fmt.Println(after < b)
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
