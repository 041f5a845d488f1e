// does it matter with a timeout of one second?
//
// Answer: Hardly: the heap holds what was made in the last second, here a thousand timers, some 200
// kB. Count it as rate × timeout: at a million messages a second it is 200 MB again.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	before, bytes := live()
	for message := 0; message < 10000; message++ {
		time.After(time.Second)
		time.Sleep(time.Millisecond)
	}
	objects, now := live()
	timers, kB := (objects-before+1500)/3000*1000, (now-bytes+25000)/50000*50
	fmt.Println("after 10 s at 1000/s about", timers, "timers, about", kB, "kB")
}

func live() (objects, bytes uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
