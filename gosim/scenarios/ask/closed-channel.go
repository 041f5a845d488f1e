// why does a closed channel lose to a tiny timeout since 1.23?
//
// Answer: Up to 1.22 a timer sends when the scheduler runs it, hardly ever between time.After and
// its select, which finds only the closed channel ready. From 1.23 on the select itself looks at
// the clock, both cases are ready, and chance decides.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	closed := make(chan int)
	close(closed)
	timeouts := 0
	for i := 0; i < 10000; i++ {
		select {
		case <-closed:
		case <-time.After(0):
			timeouts++
		}
	}
	fmt.Println("of 10000 selects the timeout won about", (timeouts+500)/1000*1000)
}
