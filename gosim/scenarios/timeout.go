// one wait with a timeout: time.After as it is meant
//
// Look for: one timer, gone when it fires. The answer comes too late: its goroutine would wait for
// ever in its send, if main did not return.
package main

import (
	"fmt"
	"time"
)

const timeout = 1 * time.Second // how long to wait

func main() {
	ch := make(chan string)
	go func() {
		time.Sleep(2 * time.Second)
		ch <- "the answer"
	}()
	select {
	case answer := <-ch:
		fmt.Println(answer)
	case <-time.After(timeout):
		//gosim:timeout timeout
		fmt.Println("timeout")
	}
}
