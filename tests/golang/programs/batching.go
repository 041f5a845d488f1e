// Batches of five, flushed when they are full or when half a second has passed.
package main

import (
	"fmt"
	"time"
)

type batcher struct {
	size  int
	every time.Duration
	flush func(reason string, items []string)
}

func (b batcher) run(in <-chan string) {
	var (
		items []string
		timer = time.NewTimer(b.every)
	)
	timer.Stop()
	send := func(reason string) {
		if len(items) > 0 {
			b.flush(reason, items)
			items = nil
		}
	}
	for {
		select {
		case item, ok := <-in:
			if !ok {
				send("end")
				return
			}
			if items = append(items, item); len(items) == 1 {
				timer.Reset(b.every)
			}
			if len(items) == b.size {
				if !timer.Stop() {
					<-timer.C
				}
				send("full")
			}
		case <-timer.C:
			send("time")
		}
	}
}

func main() {
	start := time.Now()
	in := make(chan string)
	go func() {
		defer close(in)
		for i := 0; i < 17; i++ {
			in <- fmt.Sprintf("m%02d", i)
			pause := 30 * time.Millisecond
			if i > 7 {
				pause = 170 * time.Millisecond
			}
			time.Sleep(pause)
		}
	}()
	batcher{5, 500 * time.Millisecond, func(reason string, items []string) {
		fmt.Printf("%4d ms %-4s %d %q\n", time.Since(start).Milliseconds(), reason, len(items), items)
	}}.run(in)
}
