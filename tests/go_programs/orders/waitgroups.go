// WaitGroup, Cond, and what their waiters do next.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var log []string
	say := func(s string) { log = append(log, s) }
	var wg, all sync.WaitGroup
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	wg.Add(3)
	for i := 0; i < 4; i++ {
		i := i
		all.Add(1)
		go func() {
			wg.Wait()
			say(fmt.Sprint("w", i))
			mu.Lock()
			cond.Wait()
			say(fmt.Sprint("c", i))
			mu.Unlock()
			say(fmt.Sprint("u", i))
			all.Done()
		}()
	}
	for i := 0; i < 3; i++ {
		i := i
		go func() {
			say(fmt.Sprint("d", i))
			wg.Done()
			say(fmt.Sprint("e", i))
		}()
	}
	for i := 0; i < 4; i++ {
		runtime.Gosched()
	}
	cond.Signal()
	say("signalled")
	runtime.Gosched()
	mu.Lock()
	cond.Broadcast()
	say("broadcast")
	runtime.Gosched()
	say("unlocking")
	mu.Unlock()
	all.Wait()
	for _, s := range log {
		fmt.Println(s)
	}
}
