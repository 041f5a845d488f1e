// Who is woken for a lock has nothing yet: others may be faster, until a waiter starves.
package main

import (
	"fmt"
	"sync"
	"time"
)

var start = time.Now()

func say(what ...any) {
	fmt.Println(append([]any{time.Since(start)}, what...)...)
}

func starving() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 3; k++ {
				mu.Lock()
				say("locks", i, k)
				time.Sleep(2 * time.Millisecond)
				mu.Unlock()
				say("has unlocked", i, k)
			}
		}()
	}
	wg.Wait()
}

func overtaken() {
	var mu sync.Mutex
	mu.Lock()
	for _, name := range []string{"B", "C"} {
		go func() {
			mu.Lock()
			say(name, "has it")
			time.Sleep(10 * time.Microsecond)
			mu.Unlock()
		}()
	}
	time.Sleep(time.Microsecond)
	mu.Unlock()
	mu.Lock()
	say("main has it again")
	go func() {
		mu.Lock()
		say("D has it")
		mu.Unlock()
	}()
	time.Sleep(5 * time.Microsecond)
	mu.Unlock()
	time.Sleep(time.Millisecond)
}

func readersAndWriters() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for k := 0; k < 4; k++ {
				mu.Lock()
				say("writes", i, k)
				if k%2 == 0 {
					time.Sleep(time.Duration(i) * 100 * time.Microsecond)
				}
				mu.Unlock()
			}
		}()
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(i) * 300 * time.Microsecond)
			for k := 0; k < 5; k++ {
				mu.RLock()
				say("reads", i, k)
				if (k+i)%3 == 0 {
					time.Sleep(150 * time.Microsecond)
				}
				mu.RUnlock()
			}
		}()
	}
	wg.Wait()
}

func notifiedWhileUnlocking() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	waiting := 0
	for i := 0; i < 4; i++ {
		go func() {
			mu.Lock()
			defer mu.Unlock()
			time.Sleep(1500 * time.Microsecond)
			if waiting++; waiting == 4 {
				cond.Broadcast()
				say("tells all", i)
				return
			}
			cond.Wait()
			say("was told", i)
		}()
	}
	time.Sleep(20 * time.Millisecond)
}

func reused() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Wait()
		say("waits forever")
	}()
	time.Sleep(1)
	wg.Done()
	defer func() {
		say(recover())
		time.Sleep(1)
	}()
	wg.Add(1)
	wg.Wait()
}

func main() {
	starving()
	overtaken()
	readersAndWriters()
	notifiedWhileUnlocking()
	reused()
}
