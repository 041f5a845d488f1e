// why is len(t.C) always 0?
//
// Answer: From 1.23 on the channel of a timer behaves as one without a buffer: len and cap are 0,
// and a value is made when somebody receives. Ask with a select that has a default.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Second)
	time.Sleep(2 * time.Second)
	fmt.Println("due: len", len(timer.C), "cap", cap(timer.C))
	select {
	case <-timer.C:
		fmt.Println("and yet there is a value")
	default:
		fmt.Println("no value")
	}
}
