package main

import (
	"fmt"
	"time"
)

const ms = time.Millisecond

// Functions that reset themselves and stop each other at the instant they are due.
func main() {
	var self, a, b, c *time.Timer
	count := 0
	self = time.AfterFunc(3*ms, func() {
		count++
		if count < 5 {
			fmt.Println("self", count, self.Reset(time.Duration(count)*ms))
		}
	})
	a = time.AfterFunc(10*ms, func() { fmt.Println("a stops b", b.Stop()) })
	b = time.AfterFunc(10*ms, func() { fmt.Println("b stops c", c.Stop()) })
	c = time.AfterFunc(10*ms, func() { fmt.Println("c stops a", a.Stop()) })
	slow := make(chan bool)
	over := time.AfterFunc(11*ms, func() {
		fmt.Println("enter")
		<-slow
		fmt.Println("leave")
	})
	time.Sleep(12 * ms)
	fmt.Println("reset", over.Reset(ms), over.Stop(), over.Reset(2*ms))
	time.Sleep(3 * ms)
	slow <- true
	close(slow)
	k := time.NewTicker(2 * ms)
	stopped := 0
	time.AfterFunc(8*ms, func() { k.Stop(); stopped++; fmt.Println("stopped") })
	for i := 0; i < 6; i++ {
		select {
		case <-k.C:
			fmt.Println("tick", i)
		case <-time.After(5 * ms):
			fmt.Println("silence", stopped)
		}
	}
}
