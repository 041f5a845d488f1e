// Publish and subscribe: a slow subscriber loses messages, and does not hold up the others.
package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type Broker[T any] struct {
	mu   sync.RWMutex
	subs map[string]*subscription[T]
}

type subscription[T any] struct {
	ch   chan T
	lost int
}

func (b *Broker[T]) Subscribe(name string, size int) <-chan T {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[string]*subscription[T])
	}
	s := &subscription[T]{ch: make(chan T, size)}
	b.subs[name] = s
	return s.ch
}

func (b *Broker[T]) Publish(message T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.subs {
		select {
		case s.ch <- message:
		default:
			s.lost++
		}
	}
}

func (b *Broker[T]) Close() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var report []string
	for name, s := range b.subs {
		close(s.ch)
		report = append(report, fmt.Sprintf("%s lost %d", name, s.lost))
		delete(b.subs, name)
	}
	sort.Strings(report)
	return report
}

func main() {
	var broker Broker[int]
	var group sync.WaitGroup
	got := make(map[string][]string)
	var mu sync.Mutex
	for name, pace := range map[string]time.Duration{"fast": 0, "slow": 250 * time.Millisecond} {
		messages := broker.Subscribe(name, 2)
		group.Add(1)
		go func(name string, pace time.Duration) {
			defer group.Done()
			for m := range messages {
				mu.Lock()
				got[name] = append(got[name], fmt.Sprint(m))
				mu.Unlock()
				time.Sleep(pace)
			}
		}(name, pace)
	}
	for i := 0; i < 10; i++ {
		broker.Publish(i)
		time.Sleep(100 * time.Millisecond)
	}
	fmt.Println(strings.Join(broker.Close(), ", "))
	group.Wait()
	for _, name := range []string{"fast", "slow"} {
		fmt.Println(name, "got", strings.Join(got[name], " "))
	}
}
