// is one NewTimer outside the loop the fix?
//
// Answer: It mends the memory and breaks the timeout: without Reset it is a deadline for the whole
// loop, fires once although messages come, and never again. Reset it before each wait.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ch := make(chan int)
	go func() {
		for i := 0; i < 5; i++ {
			time.Sleep(time.Minute)
			ch <- i
		}
		time.Sleep(time.Hour)
		close(ch)
	}()
	timer := time.NewTimer(150 * time.Second)
	for {
		select {
		case _, ok := <-ch:
			fmt.Println(time.Since(start), "message", ok)
			if !ok {
				return
			}
		case <-timer.C:
			fmt.Println(time.Since(start), "timeout after 150 s, with a message each minute")
		}
	}
}
