// Readers and writers in turn.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var log []string
	say := func(s string) { log = append(log, s) }
	var rw sync.RWMutex
	var all sync.WaitGroup
	rw.RLock()
	for i := 0; i < 8; i++ {
		i := i
		all.Add(1)
		go func() {
			if i%4 == 2 {
				rw.Lock()
				say(fmt.Sprint("W", i))
				runtime.Gosched()
				say(fmt.Sprint("X", i))
				rw.Unlock()
			} else {
				rw.RLock()
				say(fmt.Sprint("r", i))
				runtime.Gosched()
				say(fmt.Sprint("s", i))
				rw.RUnlock()
			}
			say(fmt.Sprint("e", i))
			all.Done()
		}()
		if i == 4 {
			runtime.Gosched()
		}
	}
	runtime.Gosched()
	say(fmt.Sprint("try ", rw.TryRLock(), rw.TryLock()))
	rw.RUnlock()
	say("free")
	all.Wait()
	say(fmt.Sprint("try ", rw.TryRLock(), rw.TryLock()))
	for _, s := range log {
		fmt.Println(s)
	}
}
