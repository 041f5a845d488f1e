// do tickers that are never stopped leak?
//
// Answer: Up to 1.22 yes, and for ever: a ticker has no end after which it would be garbage, and it
// goes on firing. From 1.23 on a ticker that nothing refers to is collected; Stop is still good
// manners.
//
// Run: 1.22, 1.23
//
// Show: timers
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	const tickers = 2000
	before := live()
	for i := 0; i < tickers; i++ {
		time.NewTicker(time.Second)
	}
	time.Sleep(10 * time.Second)
	fmt.Println("objects left by a ticker:", (live()-before+tickers/2)/tickers)
}

func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects
}
