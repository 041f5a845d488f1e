// must I Stop and drain before Reset?
//
// Answer: Up to 1.22 yes: a value of the time before waits in the buffer, and the next receive
// takes it for the new one. From 1.23 on a plain Reset is enough, because Stop and Reset throw an
// old value away.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	timer := time.NewTimer(time.Second)
	time.Sleep(2 * time.Second) // The timer is due, and nobody receives.
	timer.Reset(time.Minute)
	<-timer.C
	fmt.Println("reset at 2 s to wait a minute; received at", time.Since(start))
}
