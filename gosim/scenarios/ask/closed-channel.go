// why does a closed channel lose to a tiny timeout since 1.23?
//
// Answer: Up to 1.22 a timer that has just been made cannot have fired: the select finds only the
// closed channel. From 1.23 on select looks at the timer itself, both cases are ready, and chance
// decides.
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
	for i := 0; i < 1000; i++ {
		select {
		case <-closed:
		case <-time.After(0):
			timeouts++
		}
	}
	fmt.Println("the timeout ever won:", timeouts > 0, "about half:", 400 < timeouts && timeouts < 600)
}
