package main

import (
	"fmt"
	"runtime"
	"strconv"
)

// Strings kept: concatenated, formatted, converted.
var (
	lines []string
	names []string
	texts []string
	raw   [][]byte
)

func main() {
	o, b := live()
	for i := 0; i < 2000; i++ {
		lines = append(lines, "a line of the log, and its number: "+strconv.Itoa(i+100000))
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		names = append(names, fmt.Sprintf("user-%08d-of-the-program", i))
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		raw = append(raw, make([]byte, 100))
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		texts = append(texts, string(raw[i]))
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
