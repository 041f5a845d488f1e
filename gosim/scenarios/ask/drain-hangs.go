// why does the drain hang?
//
// Answer: Stop says false for a timer that is over, but its value has been received already, and
// there will be no other. Drain only if the value was not taken; from 1.23 on do not drain at all.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Second)
	<-timer.C
	fmt.Println("the timeout was received")
	if !timer.Stop() {
		<-timer.C // Waits for ever.
	}
	fmt.Println("never printed")
}
