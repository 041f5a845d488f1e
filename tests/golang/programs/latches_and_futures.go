package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

type Topic[T any] struct {
	mu   sync.Mutex
	subs map[int]chan T
	next int
}

func (t *Topic[T]) Sub(n int) (<-chan T, func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.subs == nil {
		t.subs = map[int]chan T{}
	}
	id := t.next
	t.next++
	c := make(chan T, n)
	t.subs[id] = c
	return c, func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		if c, ok := t.subs[id]; ok {
			delete(t.subs, id)
			close(c)
		}
	}
}
func (t *Topic[T]) Pub(v T, d time.Duration) (lost int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	ids := make([]int, 0)
	for id := range t.subs {
		ids = append(ids, id)
	}
	sort.Ints(ids)
	timer := time.NewTimer(d)
	defer timer.Stop()
	for _, id := range ids {
		select {
		case t.subs[id] <- v:
		default:
			select {
			case t.subs[id] <- v:
			case <-timer.C:
				lost++
				timer.Reset(0)
			}
		}
	}
	return
}

type Future struct {
	once sync.Once
	done chan struct{}
	val  int
	cbs  []func(int)
	mu   sync.Mutex
}

func (f *Future) Complete(v int) bool {
	ok := false
	f.once.Do(func() {
		f.val = v
		close(f.done)
		f.mu.Lock()
		cbs := f.cbs
		f.mu.Unlock()
		for _, c := range cbs {
			c(v)
		}
		ok = true
	})
	return ok
}
func (f *Future) Get(d time.Duration) (int, bool) {
	select {
	case <-f.done:
		return f.val, true
	case <-time.After(d):
		return 0, false
	}
}

type Latch struct {
	mu sync.Mutex
	c  *sync.Cond
	n  int
}

func NewLatch(n int) *Latch { l := &Latch{n: n}; l.c = sync.NewCond(&l.mu); return l }
func (l *Latch) Down() {
	l.mu.Lock()
	l.n--
	if l.n == 0 {
		l.c.Broadcast()
	}
	l.mu.Unlock()
}
func (l *Latch) Wait() {
	l.mu.Lock()
	for l.n > 0 {
		l.c.Wait()
	}
	l.mu.Unlock()
}
func main() {
	start := time.Now()
	var t Topic[string]
	var wg sync.WaitGroup
	var mu sync.Mutex
	var out []string
	for i := range 3 {
		c, cancel := t.Sub(i)
		wg.Add(1)
		go func() {
			defer wg.Done()
			n := 0
			for v := range c {
				time.Sleep(time.Duration(i*8) * time.Millisecond)
				mu.Lock()
				out = append(out, fmt.Sprintf("%d:%s@%v", i, v, time.Since(start)))
				mu.Unlock()
				if n++; n == 3 && i == 0 {
					cancel()
				}
			}
		}()
	}
	time.Sleep(time.Millisecond)
	for i := range 5 {
		fmt.Println("lost", t.Pub(fmt.Sprint("m", i), 5*time.Millisecond), time.Since(start))
	}
	t.mu.Lock()
	for id, c := range t.subs {
		close(c)
		delete(t.subs, id)
	}
	t.mu.Unlock()
	wg.Wait()
	sort.Strings(out)
	for _, o := range out {
		fmt.Println(o)
	}
	f := &Future{done: make(chan struct{})}
	f.cbs = append(f.cbs, func(v int) { fmt.Println("callback", v) })
	fmt.Println(f.Get(10 * time.Millisecond))
	time.AfterFunc(20*time.Millisecond, func() { fmt.Println(f.Complete(1), f.Complete(2)) })
	fmt.Println(f.Get(time.Second))
	l := NewLatch(3)
	for i := range 3 {
		go func() { time.Sleep(time.Duration(3-i) * 10 * time.Millisecond); fmt.Println("down", i); l.Down() }()
	}
	go func() { l.Wait(); fmt.Println("waiter 2") }()
	l.Wait()
	fmt.Println("open", time.Since(start))
	time.Sleep(1)
	rw := sync.RWMutex{}
	for i := range 3 {
		go func() {
			rw.RLock()
			defer rw.RUnlock()
			time.Sleep(10 * time.Millisecond)
			fmt.Println("read", i, time.Since(start))
		}()
	}
	time.Sleep(time.Millisecond)
	go func() {
		rw.Lock()
		fmt.Println("write", time.Since(start))
		time.Sleep(5 * time.Millisecond)
		rw.Unlock()
	}()
	time.Sleep(time.Millisecond)
	rw.RLock()
	fmt.Println("late read", time.Since(start), rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	rw.RUnlock()
}
