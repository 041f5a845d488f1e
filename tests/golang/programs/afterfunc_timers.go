// AfterFunc: a dead man's switch, a session table, and functions that race with Stop.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Sessions struct {
	mu    sync.Mutex
	live  map[string]*time.Timer
	ended []string
}

func (s *Sessions) Touch(name string, ttl time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if timer, ok := s.live[name]; ok && timer.Reset(ttl) {
		return
	}
	s.live[name] = time.AfterFunc(ttl, func() { s.end(name) })
}

func (s *Sessions) end(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.live, name)
	s.ended = append(s.ended, name)
}

func (s *Sessions) Report(start time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Println(time.Since(start), "live", len(s.live), "ended", s.ended)
}

func main() {
	start := time.Now()
	sessions := &Sessions{live: map[string]*time.Timer{}}
	for i, name := range []string{"ann", "bob", "cy"} {
		sessions.Touch(name, time.Duration(i+1)*time.Second)
	}
	for i := 0; i < 6; i++ {
		time.Sleep(700 * time.Millisecond)
		sessions.Touch("ann", time.Second)
		sessions.Report(start)
	}
	time.Sleep(2 * time.Second)
	sessions.Report(start)

	var calls []int
	var mu sync.Mutex
	timers := make([]*time.Timer, 5)
	for i := range timers {
		i := i
		timers[i] = time.AfterFunc(time.Duration(i+1)*100*time.Millisecond, func() {
			mu.Lock()
			defer mu.Unlock()
			calls = append(calls, i)
			if i == 1 {
				fmt.Println("4 stopped from a function:", timers[4].Stop())
			}
		})
	}
	fmt.Println("2 stopped:", timers[2].Stop(), timers[2].Stop())
	time.Sleep(time.Second)
	mu.Lock()
	fmt.Println("called", calls, "0 stopped:", timers[0].Stop())
	mu.Unlock()
}
