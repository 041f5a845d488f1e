// Hedged requests: ask a second replica when the first is slow, take the first answer.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

type replica struct {
	name    string
	latency []time.Duration
	asked   int
	wasted  atomic.Int32
}

func (r *replica) query(ctx context.Context, latency time.Duration) (string, error) {
	timer := time.NewTimer(latency)
	defer timer.Stop()
	select {
	case <-timer.C:
		if latency > 800*time.Millisecond {
			return "", errors.New(r.name + " is broken")
		}
		return r.name, nil
	case <-ctx.Done():
		r.wasted.Add(1)
		return "", ctx.Err()
	}
}

func hedged(ctx context.Context, replicas []*replica, delay time.Duration) (string, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type answer struct {
		text string
		err  error
	}
	answers := make(chan answer, len(replicas))
	ask := func(r *replica) {
		latency := r.latency[r.asked%len(r.latency)]
		r.asked++
		go func() {
			text, err := r.query(ctx, latency)
			answers <- answer{text, err}
		}()
	}
	ask(replicas[0])
	next, failed := 1, 0
	hedge := time.NewTimer(delay)
	defer hedge.Stop()
	for {
		select {
		case a := <-answers:
			if a.err == nil {
				return a.text, nil
			}
			if failed++; failed == len(replicas) {
				return "", fmt.Errorf("all failed, last: %w", a.err)
			}
			if next < len(replicas) {
				ask(replicas[next])
				next++
			}
		case <-hedge.C:
			if next < len(replicas) {
				ask(replicas[next])
				next++
				hedge.Reset(delay)
			}
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

func main() {
	ms := func(values ...int) (list []time.Duration) {
		for _, v := range values {
			list = append(list, time.Duration(v)*time.Millisecond)
		}
		return
	}
	replicas := []*replica{
		{name: "a", latency: ms(50, 400, 900, 900, 700)},
		{name: "b", latency: ms(60, 350, 950, 650)},
		{name: "c", latency: ms(30, 990, 680)},
	}
	for i := 0; i < 5; i++ {
		start := time.Now()
		ctx, cancel := context.WithTimeout(context.Background(), 1200*time.Millisecond)
		text, err := hedged(ctx, replicas, 100*time.Millisecond)
		fmt.Printf("%d %q %v after %v\n", i, text, err, time.Since(start))
		cancel()
		time.Sleep(time.Second)
	}
	for _, r := range replicas {
		fmt.Println(r.name, "asked", r.asked, "cancelled", r.wasted.Load())
	}
}
