package main

import (
	"fmt"
	"runtime"
)

// Maps whose entries are never deleted.
type session struct {
	user, token int
}

var (
	seen     = map[int]bool{}
	sessions = make(map[int]*session)
	tables   []map[string]int
)

func main() {
	o, b := live()
	for i := 0; i < 10000; i++ {
		seen[i] = true
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 4000; i++ {
		sessions[i] = &session{i, i}
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 1000; i++ {
		tables = append(tables, map[string]int{"one": 1, "two": 2})
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
