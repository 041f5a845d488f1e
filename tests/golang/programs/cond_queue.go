// A bounded queue on sync.Cond, closed while somebody waits.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Queue struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	notFull  *sync.Cond
	items    []int
	limit    int
	closed   bool
}

func NewQueue(limit int) *Queue {
	q := &Queue{limit: limit}
	q.notEmpty, q.notFull = sync.NewCond(&q.mu), sync.NewCond(&q.mu)
	return q
}

func (q *Queue) Put(x int) (ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == q.limit && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return false
	}
	q.items = append(q.items, x)
	q.notEmpty.Signal()
	return true
}

func (q *Queue) Get() (x int, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.notEmpty.Wait()
	}
	if len(q.items) == 0 {
		return 0, false
	}
	x, q.items = q.items[0], q.items[1:]
	q.notFull.Signal()
	return x, true
}

func (q *Queue) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}

func main() {
	start := time.Now()
	q := NewQueue(3)
	var group sync.WaitGroup
	group.Add(2)
	go func() {
		defer group.Done()
		for i := 0; q.Put(i); i++ {
			fmt.Printf("%4d put %d\n", time.Since(start).Milliseconds(), i)
			time.Sleep(20 * time.Millisecond)
		}
		fmt.Println("put refused at", time.Since(start))
	}()
	go func() {
		defer group.Done()
		for {
			time.Sleep(70 * time.Millisecond)
			x, ok := q.Get()
			if !ok {
				fmt.Println("nothing left at", time.Since(start))
				return
			}
			fmt.Printf("%4d got %d\n", time.Since(start).Milliseconds(), x)
		}
	}()
	time.Sleep(500 * time.Millisecond)
	q.Close()
	group.Wait()
}
