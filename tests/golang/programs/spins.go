package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type SpinLock struct{ state atomic.Int32 }

func (s *SpinLock) Lock() {
	for i := 1; !s.state.CompareAndSwap(0, 1); i *= 2 {
		for j := 0; j < i; j++ {
			runtime.Gosched()
		}
	}
}
func (s *SpinLock) Unlock() { s.state.Store(0) }

type Stack[T any] struct{ head atomic.Pointer[elem[T]] }
type elem[T any] struct {
	v    T
	next *elem[T]
}

func (s *Stack[T]) Push(v T) {
	e := &elem[T]{v: v}
	for {
		e.next = s.head.Load()
		if s.head.CompareAndSwap(e.next, e) {
			return
		}
	}
}

func (s *Stack[T]) Pop() (v T, ok bool) {
	for {
		h := s.head.Load()
		if h == nil {
			return v, false
		}
		if s.head.CompareAndSwap(h, h.next) {
			return h.v, true
		}
	}
}

type Semaphore interface {
	Acquire()
	Release()
}
type chanSem chan struct{}

func (c chanSem) Acquire() { c <- struct{}{} }
func (c chanSem) Release() { <-c }

type condSem struct {
	sync.Mutex
	*sync.Cond
	n int
}

func newCondSem(n int) *condSem {
	c := &condSem{n: n}
	c.Cond = sync.NewCond(&c.Mutex)
	return c
}
func (c *condSem) Acquire() {
	c.Lock()
	defer c.Unlock()
	for c.n == 0 {
		c.Wait()
	}
	c.n--
}
func (c *condSem) Release() {
	c.Lock()
	c.n++
	c.Unlock()
	c.Signal()
}

type Once2 struct {
	done uint32
	m    sync.Mutex
}

func (o *Once2) Do(f func()) {
	if atomic.LoadUint32(&o.done) == 0 {
		o.doSlow(f)
	}
}
func (o *Once2) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}

func main() {
	start := time.Now()
	var lock SpinLock
	var wg sync.WaitGroup
	count := 0
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 25; j++ {
				lock.Lock()
				c := count
				if j%5 == 0 {
					runtime.Gosched()
				}
				count = c + 1
				lock.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("count", count)
	var st Stack[int]
	for i := range 5 {
		wg.Add(1)
		go func() { defer wg.Done(); st.Push(i) }()
	}
	wg.Wait()
	for v, ok := st.Pop(); ok; v, ok = st.Pop() {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for _, s := range []Semaphore{make(chanSem, 2), newCondSem(2)} {
		var active, peak atomic.Int32
		for i := 0; i < 6; i++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				s.Acquire()
				defer s.Release()
				if n := active.Add(1); n > peak.Load() {
					peak.Store(n)
				}
				fmt.Printf("%d@%v ", i, time.Since(start).Milliseconds())
				time.Sleep(10 * time.Millisecond)
				active.Add(-1)
			}()
		}
		wg.Wait()
		fmt.Printf("%T peak %d\n", s, peak.Load())
	}
	var once Once2
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { fmt.Println("once by", i); time.Sleep(time.Millisecond) })
			fmt.Println("after once", i, time.Since(start))
		}()
	}
	wg.Wait()
	// lost update without lock, but with a yield
	x := 0
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			y := x
			runtime.Gosched()
			x = y + 1
		}()
	}
	wg.Wait()
	fmt.Println("lost updates:", x)
	ch := make(chan int)
	total := 0
	for i := 1; i <= 3; i++ {
		go func() { time.Sleep(time.Duration(i) * time.Millisecond); total += 100; ch <- i }()
	}
	total += <-ch
	total = total*2 + <-ch
	total, last := total+1, <-ch
	fmt.Println(total, last)
	results := []int{}
	add := func(v int) int { results = append(results, v); return len(results) }
	results = append(results, add(1), add(2), len(results))
	fmt.Println(results, add(9))
}
