package main

import (
	"fmt"
	"sync"
	"time"
)

func debounce(d time.Duration, f func(string)) func(string) {
	var mu sync.Mutex
	var t *time.Timer
	return func(s string) {
		mu.Lock()
		defer mu.Unlock()
		if t != nil {
			t.Stop()
		}
		t = time.AfterFunc(d, func() { f(s) })
	}
}

func throttle(d time.Duration, f func(int)) func(int) bool {
	var last time.Time
	return func(i int) bool {
		now := time.Now()
		if !last.IsZero() && now.Sub(last) < d {
			return false
		}
		last = now
		f(i)
		return true
	}
}

func main() {
	start := time.Now()
	deb := debounce(100*time.Millisecond, func(s string) { fmt.Println("fired", s, time.Since(start)) })
	for i, gap := range []int{10, 50, 120, 30, 20, 200} {
		deb(fmt.Sprint("e", i))
		time.Sleep(time.Duration(gap) * time.Millisecond)
	}
	n := 0
	th := throttle(50*time.Millisecond, func(i int) { n++; fmt.Println("pass", i) })
	for i := range [20]struct{}{} {
		th(i)
		time.Sleep(15 * time.Millisecond)
	}
	fmt.Println(n)
}
