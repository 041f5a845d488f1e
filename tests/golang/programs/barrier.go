// A cyclic barrier on sync.Cond, and a rendezvous on two channels.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Barrier struct {
	mu      sync.Mutex
	cond    *sync.Cond
	size    int
	waiting int
	round   int
	action  func(round int)
}

func NewBarrier(size int, action func(int)) *Barrier {
	b := &Barrier{size: size, action: action}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Barrier) Wait() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	b.waiting++
	if b.waiting == b.size {
		b.action(round)
		b.waiting = 0
		b.round++
		b.cond.Broadcast()
		return round
	}
	for round == b.round {
		b.cond.Wait()
	}
	return round
}

func exchange(mine string, out chan<- string, in <-chan string) string {
	select {
	case out <- mine:
		return <-in
	case theirs := <-in:
		out <- mine
		return theirs
	}
}

func main() {
	start := time.Now()
	barrier := NewBarrier(3, func(round int) { fmt.Println(time.Since(start), "round", round) })
	var group sync.WaitGroup
	for i := 1; i <= 3; i++ {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			for step := 1; step <= 3; step++ {
				time.Sleep(time.Duration(i*step) * 10 * time.Millisecond)
				barrier.Wait()
			}
		}(i)
	}
	group.Wait()
	a, b := make(chan string), make(chan string)
	got := make(chan string, 2)
	go func() { got <- "left got " + exchange("L", a, b) }()
	go func() {
		time.Sleep(time.Second)
		got <- "right got " + exchange("R", b, a)
	}()
	first, second := <-got, <-got
	fmt.Println(len(first)+len(second), time.Since(start))
}
