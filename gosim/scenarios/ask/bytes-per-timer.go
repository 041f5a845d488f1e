// how many bytes does a timer take?
//
// Answer: Up to 1.22 an abandoned time.After keeps 200 bytes in three objects: 80 for the timer,
// 112 for the channel with its buffer of one Time beside it. A slot of the heap comes on top: 8
// bytes up to 1.22, 16 from 1.23 on.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	const timers = 1000
	kept := make([]<-chan time.Time, timers)
	before := allocated()
	for i := range kept {
		kept[i] = time.After(time.Hour)
	}
	fmt.Println("bytes of a timer, without its slot:", (allocated()-before)/timers/8*8)
	runtime.KeepAlive(kept)
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
