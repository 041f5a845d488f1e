// why are many Resets slow?
//
// Answer: Since 1.14 a Reset only notes the new time, and when that is earlier than before, the
// scheduler has to look at the whole heap of timers at that instant: with 100,000 timers, that took
// real Go 0.3 ms. From 1.23 on a channel's timer is in the heap only while somebody waits for it,
// so that only timers with a function, as AfterFunc makes them, still pay.
//
// Run: 1.13, 1.22, 1.23
//
// Show: repairs
package main

import (
	"fmt"
	"time"
)

func main() {
	for i := 0; i < 10000; i++ {
		time.After(time.Hour)
	}
	timer := time.NewTimer(time.Hour)
	for i := 0; i < 100; i++ {
		timer.Reset(time.Millisecond) // Earlier than the hour that it was set to.
		<-timer.C
		timer.Reset(time.Hour)
	}
	fmt.Println("100 Resets to an earlier time, with 10000 timers pending")
}
