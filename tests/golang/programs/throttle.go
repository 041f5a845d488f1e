// Throttle: at most one call an interval, the last one never lost.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Throttle struct {
	mu       sync.Mutex
	interval time.Duration
	timer    *time.Timer
	pending  func()
	last     time.Time
}

func (t *Throttle) Call(f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	switch wait := t.interval - now.Sub(t.last); {
	case t.timer != nil:
		t.pending = f
	case t.last.IsZero() || wait <= 0:
		t.last = now
		f()
	default:
		t.pending = f
		t.timer = time.AfterFunc(wait, t.flush)
	}
}

func (t *Throttle) flush() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.timer = nil
	t.last = time.Now()
	t.pending()
	t.pending = nil
}

func main() {
	start := time.Now()
	throttle := &Throttle{interval: 250 * time.Millisecond}
	for i := 1; i <= 10; i++ {
		i := i
		throttle.Call(func() {
			fmt.Println(time.Since(start), "call", i)
		})
		time.Sleep(90 * time.Millisecond)
	}
	time.Sleep(time.Second)
	throttle.Call(func() { fmt.Println(time.Since(start), "much later") })
	fmt.Println("timer pending:", throttle.timer != nil)
}
