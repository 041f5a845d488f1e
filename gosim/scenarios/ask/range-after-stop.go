// why does range ticker.C not end after Stop?
//
// Answer: Stop does not close the channel, so that nobody mistakes the end for a tick, and the loop
// waits for ever. End it with a channel of your own, in a select beside ticker.C.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(time.Second)
	go func() {
		time.Sleep(3500 * time.Millisecond)
		ticker.Stop()
		fmt.Println("stopped")
	}()
	for range ticker.C {
		fmt.Println("tick")
	}
	fmt.Println("never printed")
}
