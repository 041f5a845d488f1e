// The idioms around Stop, Reset and a channel that may hold an old value.
package main

import (
	"fmt"
	"time"
)

func drained(t *time.Timer) bool {
	if t.Stop() {
		return false
	}
	select {
	case <-t.C:
		return true
	default:
		return false
	}
}

func main() {
	start := time.Now()
	at := func() time.Duration { return time.Since(start) }

	pending := time.NewTimer(time.Second)
	fmt.Println("pending: drained", drained(pending), "second Stop", pending.Stop())

	due := time.NewTimer(time.Second)
	time.Sleep(1500 * time.Millisecond)
	fmt.Println("due: drained", drained(due))
	due.Reset(time.Second)
	<-due.C
	fmt.Println("reset fires", at())

	received := time.NewTimer(time.Second)
	<-received.C
	fmt.Println("received: drained", drained(received), "reset active", received.Reset(time.Second))
	<-received.C
	fmt.Println("again", at())

	idle := time.NewTimer(400 * time.Millisecond)
	messages := make(chan int)
	go func() {
		for _, pause := range []int{100, 300, 390, 410, 50} {
			time.Sleep(time.Duration(pause) * time.Millisecond)
			messages <- pause
		}
		close(messages)
	}()
	for open := true; open; {
		select {
		case pause, ok := <-messages:
			open = ok
			fmt.Println(at(), "message", pause, ok)
			if !idle.Stop() {
				select {
				case <-idle.C:
				default:
				}
			}
			idle.Reset(400 * time.Millisecond)
		case <-idle.C:
			fmt.Println(at(), "idle")
			idle.Reset(400 * time.Millisecond)
		}
	}
	function := time.AfterFunc(time.Second, func() { fmt.Println(at(), "function") })
	fmt.Println(function.Stop(), function.Reset(200*time.Millisecond), function.C == nil)
	time.Sleep(300 * time.Millisecond)
	fmt.Println(function.Stop())
}
