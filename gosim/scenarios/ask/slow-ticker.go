// does a slow ticker catch up?
//
// Answer: No: the channel holds one tick, and those that find it full are dropped. After a late
// receive the next tick comes at the next multiple of the period, not at once.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ticker := time.NewTicker(time.Second)
	time.Sleep(3500 * time.Millisecond)
	for i := 0; i < 4; i++ {
		<-ticker.C
		fmt.Println("received at", time.Since(start))
	}
}
