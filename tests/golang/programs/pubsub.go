package main

import (
	"fmt"
	"sync"
	"time"
)

type Broker[T any] struct {
	mu   sync.RWMutex
	subs map[string][]chan T
}

func NewBroker[T any]() *Broker[T] { return &Broker[T]{subs: make(map[string][]chan T)} }

func (b *Broker[T]) Subscribe(topic string, n int) <-chan T {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := make(chan T, n)
	b.subs[topic] = append(b.subs[topic], c)
	return c
}

func (b *Broker[T]) Publish(topic string, v T) (dropped int) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, c := range b.subs[topic] {
		select {
		case c <- v:
		default:
			dropped++
		}
	}
	return
}

func (b *Broker[T]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, cs := range b.subs {
		for _, c := range cs {
			close(c)
		}
	}
}

func main() {
	b := NewBroker[int]()
	var wg sync.WaitGroup
	for i, d := range []time.Duration{0, 25} {
		c := b.Subscribe("news", 2)
		wg.Add(1)
		go func(i int, d time.Duration) {
			defer wg.Done()
			for v := range c {
				fmt.Println("sub", i, "got", v)
				time.Sleep(d * time.Millisecond)
			}
		}(i, d)
	}
	for i := 0; i < 8; i++ {
		if n := b.Publish("news", i); n > 0 {
			fmt.Println("dropped", n, "of", i)
		}
		time.Sleep(5 * time.Millisecond)
	}
	fmt.Println(b.Publish("sport", 1))
	b.Close()
	wg.Wait()
}
