package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	var mu sync.Mutex
	var log []string
	note := func(f string, a ...any) {
		mu.Lock()
		log = append(log, fmt.Sprintf(f, a...))
		mu.Unlock()
	}
	flush := func(name string) {
		mu.Lock()
		fmt.Println(name, time.Since(start), log)
		log = nil
		mu.Unlock()
	}
	// sleepers, timers, afterfuncs and tickers all due at 10ms
	for i := 0; i < 4; i++ {
		go func() { time.Sleep(10 * time.Millisecond); note("s%d", i) }()
		time.AfterFunc(10*time.Millisecond, func() { note("f%d", i) })
		go func() { <-time.After(10 * time.Millisecond); note("a%d", i) }()
		go func() {
			t := time.NewTicker(5 * time.Millisecond)
			defer t.Stop()
			<-t.C
			note("t%d.1", i)
			<-t.C
			note("t%d.2", i)
		}()
	}
	time.Sleep(11 * time.Millisecond)
	flush("mixed")
	for i := 0; i < 5; i++ {
		d := time.Duration(5-i) * time.Millisecond
		go func() {
			time.Sleep(d)
			note("%d first", i)
			time.Sleep(10*time.Millisecond - d)
			note("%d second", i)
		}()
	}
	time.Sleep(20 * time.Millisecond)
	flush("staggered")
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	for i := 0; i < 6; i++ {
		go func() { <-ctx.Done(); note("ctx%d", i) }()
	}
	go func() { time.Sleep(10 * time.Millisecond); note("sleeper") }()
	time.Sleep(15 * time.Millisecond)
	flush("context")
	ts := make([]*time.Timer, 12)
	for i := range ts {
		ts[i] = time.AfterFunc(time.Duration(10+i%3)*time.Millisecond, func() { note("%d", i) })
	}
	for i := 0; i < len(ts); i += 4 {
		ts[i].Stop()
	}
	ts[1].Reset(11 * time.Millisecond)
	ts[5].Reset(10 * time.Millisecond)
	ts[4].Reset(12 * time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	flush("resets")
	ch := make(chan int)
	for i := 0; i < 5; i++ {
		go func() {
			select {
			case v := <-ch:
				note("%d got %d", i, v)
			case <-time.After(time.Duration(10) * time.Millisecond):
				note("%d timed out", i)
			}
		}()
	}
	go func() {
		time.Sleep(5 * time.Millisecond)
		ch <- 1
		ch <- 2
		time.Sleep(5 * time.Millisecond)
		select {
		case ch <- 3:
			note("sent 3")
		default:
			note("nobody")
		}
	}()
	time.Sleep(20 * time.Millisecond)
	flush("select")
	var wg sync.WaitGroup
	sem := make(chan struct{}, 2)
	for i := 0; i < 6; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			note("+%d@%v", i, time.Since(start).Milliseconds())
			time.Sleep(10 * time.Millisecond)
		}()
	}
	wg.Wait()
	flush("sem")
	for i := 0; i < 3; i++ {
		go func() {
			for j := 0; j < 3; j++ {
				time.Sleep(0)
				note("%d.%d", i, j)
				time.Sleep(1)
			}
		}()
	}
	time.Sleep(time.Millisecond)
	flush("tiny")
	tk := time.Tick(3 * time.Millisecond)
	to := time.After(10 * time.Millisecond)
	for n := 0; ; n++ {
		select {
		case <-tk:
			note("tick%d", n)
			continue
		case <-to:
			note("done")
		}
		break
	}
	flush("tick")
}
