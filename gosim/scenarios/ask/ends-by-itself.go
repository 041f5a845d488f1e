// is it a leak if it ends by itself?
//
// Answer: The heap stops growing when the first timers are due: what stays is rate × timeout, here
// 100 a second × 10 s. With a million messages a second and three minutes that is 180 million
// timers of some 210 bytes, 38 GB, and most machines have killed the program long before.
//
// Run: 1.22
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	before := live()
	for second := 1; second <= 30; second++ {
		for message := 0; message < 100; message++ {
			time.After(10 * time.Second)
			time.Sleep(10 * time.Millisecond)
		}
		if second%5 == 0 {
			fmt.Println("after", second, "s about", (live()-before+150)/300*100, "timers")
		}
	}
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
