// A Mutex with many waiters: barging, and the order of those that were woken and lost.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var log []string
	say := func(s string) { log = append(log, s) }
	var mu sync.Mutex
	var all sync.WaitGroup
	mu.Lock()
	for i := 0; i < 5; i++ {
		i := i
		all.Add(1)
		go func() {
			for k := 0; k < 3; k++ {
				mu.Lock()
				say(fmt.Sprint("l", i, k))
				if i%2 == 1 {
					runtime.Gosched()
				}
				mu.Unlock()
				say(fmt.Sprint("u", i, k))
				if k == 1 {
					runtime.Gosched()
				}
			}
			all.Done()
		}()
	}
	runtime.Gosched()
	for k := 0; k < 3; k++ {
		mu.Unlock()
		say(fmt.Sprint("m", k))
		if k != 1 {
			runtime.Gosched()
		}
		mu.Lock()
		say(fmt.Sprint("n", k))
		runtime.Gosched()
	}
	mu.Unlock()
	all.Wait()
	for _, s := range log {
		fmt.Println(s)
	}
}
