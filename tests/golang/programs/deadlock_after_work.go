// A pipeline whose last stage forgot to close its channel: everybody sleeps in the end.
package main

import (
	"fmt"
	"sync"
	"time"
)

func produce(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			time.Sleep(10 * time.Millisecond)
			out <- i
		}
	}()
	return out
}

func double(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- 2 * v
		}
		fmt.Println("double is done, and closes nothing")
	}()
	return out
}

func main() {
	var mu sync.Mutex
	seen := map[int]bool{}
	start := time.Now()
	for v := range double(produce(4)) {
		mu.Lock()
		seen[v] = true
		mu.Unlock()
		fmt.Println(time.Since(start), v, len(seen))
	}
	fmt.Println("never printed")
}
