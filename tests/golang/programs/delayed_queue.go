// A queue whose entries become due later: container/heap and one timer.
package main

import (
	"container/heap"
	"fmt"
	"sync"
	"time"
)

type entry struct {
	due   time.Time
	value string
	index int
}

type queue []*entry

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].due.Before(q[j].due) }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue) Push(x any) {
	e := x.(*entry)
	e.index = len(*q)
	*q = append(*q, e)
}
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	last.index = -1
	return last
}

type Delayed struct {
	mu   sync.Mutex
	q    queue
	wake chan struct{}
	out  chan string
}

func NewDelayed() *Delayed {
	d := &Delayed{wake: make(chan struct{}, 1), out: make(chan string)}
	go d.loop()
	return d
}

func (d *Delayed) Put(value string, delay time.Duration) *entry {
	d.mu.Lock()
	e := &entry{due: time.Now().Add(delay), value: value}
	heap.Push(&d.q, e)
	d.mu.Unlock()
	select {
	case d.wake <- struct{}{}:
	default:
	}
	return e
}

func (d *Delayed) Cancel(e *entry) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e.index < 0 {
		return false
	}
	heap.Remove(&d.q, e.index)
	e.index = -1
	return true
}

func (d *Delayed) loop() {
	for {
		var due <-chan time.Time
		d.mu.Lock()
		if len(d.q) > 0 {
			wait := time.Until(d.q[0].due)
			if wait <= 0 {
				e := heap.Pop(&d.q).(*entry)
				d.mu.Unlock()
				d.out <- e.value
				continue
			}
			due = time.After(wait)
		}
		d.mu.Unlock()
		select {
		case <-d.wake:
		case <-due:
		}
	}
}

func main() {
	start := time.Now()
	d := NewDelayed()
	for i, ms := range []int{500, 100, 900, 300, 700} {
		d.Put(fmt.Sprint("job", i), time.Duration(ms)*time.Millisecond)
	}
	gone := d.Put("never", 200*time.Millisecond)
	fmt.Println("cancelled:", d.Cancel(gone), d.Cancel(gone))
	time.AfterFunc(150*time.Millisecond, func() { d.Put("late", 50*time.Millisecond) })
	for i := 0; i < 6; i++ {
		fmt.Println(<-d.out, time.Since(start))
	}
}
