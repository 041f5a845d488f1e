package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

var errTimeout = errors.New("timed out")

func waitTimeout(wg *sync.WaitGroup, d time.Duration) error {
	c := make(chan struct{})
	go func() {
		defer close(c)
		wg.Wait()
	}()
	select {
	case <-c:
		return nil
	case <-time.After(d):
		return errTimeout
	}
}

type barrier struct {
	n, count int
	gen      int
	mu       sync.Mutex
	cond     *sync.Cond
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() (last bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	gen := b.gen
	b.count++
	if b.count == b.n {
		b.gen++
		b.count = 0
		b.cond.Broadcast()
		return true
	}
	for gen == b.gen {
		b.cond.Wait()
	}
	return false
}

type chanMutex chan struct{}

func (m chanMutex) Lock()   { m <- struct{}{} }
func (m chanMutex) Unlock() { <-m }
func (m chanMutex) TryLock(d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case m <- struct{}{}:
		return true
	case <-t.C:
		return false
	}
}

var _ sync.Locker = chanMutex(nil)

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	for i := 1; i <= 3; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			time.Sleep(time.Duration(i*100) * time.Millisecond)
		}(i)
	}
	fmt.Println(waitTimeout(&wg, 250*time.Millisecond), time.Since(start), runtime.NumGoroutine())
	fmt.Println(waitTimeout(&wg, 250*time.Millisecond), time.Since(start), runtime.NumGoroutine())
	b := newBarrier(3)
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for round := 0; round < 3; round++ {
				time.Sleep(time.Duration(i+1) * 10 * time.Millisecond)
				last := b.wait()
				fmt.Println("round", round, "worker", i, "last", last, time.Since(start))
			}
		}()
	}
	wg.Wait()
	m := make(chanMutex, 1)
	m.Lock()
	go func() { time.Sleep(30 * time.Millisecond); m.Unlock() }()
	fmt.Println(m.TryLock(10*time.Millisecond), time.Since(start))
	fmt.Println(m.TryLock(100*time.Millisecond), time.Since(start))
	old := debug.SetGCPercent(50)
	fmt.Println(old, debug.SetGCPercent(old))
	if n := runtime.GOMAXPROCS(0); n != 1 {
		fmt.Fprintln(os.Stderr, "procs", n)
	}
	runtime.GC()
	func() {
		defer func() {
			r := recover()
			fmt.Println("caught:", r)
			panic(fmt.Sprintf("re-panic: %v", r))
		}()
		wg.Add(-1)
	}()
}
