// what does a new toolchain do with an old go.mod?
//
// Answer: From 1.23 to 1.26 the go line of go.mod decides: below 1.23 the channel has its buffer,
// and the leak is back. Go 1.27 has forgotten the old way, whatever go.mod says.
//
// Run: 1.22, 1.23, 1.23 gomod=1.22, 1.26 gomod=1.22, 1.27 gomod=1.22
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
		time.After(time.Hour)
	}
	fmt.Println("objects left by a timer:", (live()-before+timers/2)/timers)
	fmt.Println("buffer of its channel:", cap(time.After(time.Hour)))
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
