package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Semaphore chan struct{}

func (s Semaphore) Acquire() { s <- struct{}{} }
func (s Semaphore) Release() { <-s }
func (s Semaphore) TryAcquire(d time.Duration) bool {
	select {
	case s <- struct{}{}:
		return true
	case <-time.After(d):
		return false
	}
}

func main() {
	sem := make(Semaphore, 2)
	var wg sync.WaitGroup
	var running, peak int32
	for i := 0; i < 6; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if !sem.TryAcquire(time.Duration(i+1) * 11 * time.Millisecond) {
				fmt.Println(i, "gave up")
				return
			}
			defer sem.Release()
			n := atomic.AddInt32(&running, 1)
			for {
				p := atomic.LoadInt32(&peak)
				if n <= p || atomic.CompareAndSwapInt32(&peak, p, n) {
					break
				}
			}
			time.Sleep(20 * time.Millisecond)
			atomic.AddInt32(&running, -1)
			fmt.Println(i, "done")
		}()
	}
	wg.Wait()
	fmt.Println("peak", peak, len(sem), cap(sem))
}
