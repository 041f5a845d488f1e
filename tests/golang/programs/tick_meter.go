// A rate meter fed by time.Tick: counts in the last windows, without a mutex.
package main

import (
	"fmt"
	"strings"
	"time"
)

type meter struct {
	events  chan int
	queries chan chan string
}

func newMeter(window time.Duration, keep int) *meter {
	m := &meter{make(chan int), make(chan chan string)}
	go m.run(window, keep)
	return m
}

func (m *meter) run(window time.Duration, keep int) {
	counts := make([]int, 1, keep)
	tick := time.Tick(window)
	for {
		select {
		case n := <-m.events:
			counts[len(counts)-1] += n
		case <-tick:
			if len(counts) == keep {
				copy(counts, counts[1:])
				counts = counts[:keep-1]
			}
			counts = append(counts, 0)
		case reply := <-m.queries:
			var b strings.Builder
			for i, count := range counts {
				if i > 0 {
					b.WriteByte(' ')
				}
				fmt.Fprintf(&b, "%d", count)
			}
			reply <- b.String()
		}
	}
}

func (m *meter) Rates() string {
	reply := make(chan string)
	m.queries <- reply
	return "[" + <-reply + "]"
}

func main() {
	start := time.Now()
	m := newMeter(time.Second, 5)
	for i := 1; i <= 40; i++ {
		m.events <- i % 3
		time.Sleep(time.Duration(i) * 7 * time.Millisecond)
		if i%8 == 0 {
			fmt.Println(time.Since(start).Round(time.Millisecond), m.Rates())
		}
	}
	var nothing <-chan time.Time = time.Tick(0)
	fmt.Println(nothing == nil, fmt.Sprintf("%v %s", m.Rates(), m.Rates()))
}
