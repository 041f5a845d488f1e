package main

import (
	"fmt"
	"time"
)

func doWork(done <-chan struct{}, pulse time.Duration) (<-chan struct{}, <-chan time.Time) {
	heartbeat := make(chan struct{})
	results := make(chan time.Time)
	go func() {
		defer close(heartbeat)
		defer close(results)
		p := time.Tick(pulse)
		work := time.Tick(2 * pulse)
		sendPulse := func() {
			select {
			case heartbeat <- struct{}{}:
			default:
			}
		}
		sendResult := func(r time.Time) {
			for {
				select {
				case <-done:
					return
				case <-p:
					sendPulse()
				case results <- r:
					return
				}
			}
		}
		for {
			select {
			case <-done:
				return
			case <-p:
				sendPulse()
			case r := <-work:
				sendResult(r)
			}
		}
	}()
	return heartbeat, results
}

func main() {
	done := make(chan struct{})
	time.AfterFunc(1050*time.Millisecond, func() { close(done) })
	const timeout = 300 * time.Millisecond
	start := time.Now()
	heartbeat, results := doWork(done, timeout/3)
	for {
		select {
		case _, ok := <-heartbeat:
			if !ok {
				fmt.Println("end")
				return
			}
			fmt.Println("pulse", time.Since(start))
		case r, ok := <-results:
			if !ok {
				fmt.Println("results closed")
				return
			}
			fmt.Println("result", r.Sub(start))
		case <-time.After(timeout):
			fmt.Println("unhealthy")
			return
		}
	}
}
