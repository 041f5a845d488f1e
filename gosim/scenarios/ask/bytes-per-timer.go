// how many bytes does a timer take?
//
// Answer: Up to 1.22 a pending time.After takes 200 bytes in three objects (80 the timer, 96 the
// channel, 24 its buffer), and a slot of 8 bytes in the heap's array, which has some room to spare.
// From 1.23 on it takes 248 (112, 112 and 24), and no slot until somebody waits.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	const timers = 100000
	kept := make([]<-chan time.Time, timers)
	objects, bytes := live()
	for i := range kept {
		kept[i] = time.After(time.Hour)
	}
	objectsNow, bytesNow := live()
	fmt.Printf("objects of a timer: %.2f\n", float64(objectsNow-objects)/timers)
	fmt.Printf("bytes of a timer, with its share of the array: %.1f\n", float64(bytesNow-bytes)/timers)
	runtime.KeepAlive(kept)
}

func live() (objects, bytes uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
