// A leaky bucket: a queue that drains at a steady rate, and overflows.
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

type Bucket struct {
	queue   chan int
	dropped atomic.Int64
}

func NewBucket(size int) *Bucket { return &Bucket{queue: make(chan int, size)} }

func (b *Bucket) Pour(drop int) bool {
	select {
	case b.queue <- drop:
		return true
	default:
		b.dropped.Add(1)
		return false
	}
}

func (b *Bucket) Leak(every time.Duration, out func(int)) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for range ticker.C {
		drop, ok := <-b.queue
		if !ok {
			return
		}
		out(drop)
	}
}

func main() {
	bucket := NewBucket(4)
	start := time.Now()
	done := make(chan struct{})
	go func() {
		defer close(done)
		bucket.Leak(100*time.Millisecond, func(drop int) {
			fmt.Printf("%5dms drop %d\n", time.Since(start).Milliseconds(), drop)
		})
	}()
	for i := 0; i < 12; i++ {
		if !bucket.Pour(i) {
			fmt.Printf("%5dms overflow %d\n", time.Since(start).Milliseconds(), i)
		}
		time.Sleep(30 * time.Millisecond)
	}
	close(bucket.queue)
	<-done
	fmt.Println("dropped", bucket.dropped.Load(), "after", time.Since(start))
}
