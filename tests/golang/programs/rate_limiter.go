// A token bucket: bursts of three, then five requests a second.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Limiter struct {
	mu       sync.Mutex
	tokens   float64
	burst    float64
	rate     float64
	last     time.Time
	refusals int
}

func NewLimiter(rate, burst float64) *Limiter {
	return &Limiter{tokens: burst, burst: burst, rate: rate, last: time.Now()}
}

// reserve takes a token and returns how long to wait for it.
func (l *Limiter) reserve() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	l.tokens = min(l.burst, l.tokens+now.Sub(l.last).Seconds()*l.rate)
	l.last = now
	l.tokens--
	if l.tokens >= 0 {
		return 0
	}
	return time.Duration(-l.tokens / l.rate * float64(time.Second)).Round(time.Millisecond)
}

func (l *Limiter) Wait(ctx context.Context) error {
	delay := l.reserve()
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		l.mu.Lock()
		l.tokens++
		l.refusals++
		l.mu.Unlock()
		return fmt.Errorf("after %v: %w", delay, ctx.Err())
	}
}

func main() {
	limiter := NewLimiter(5, 3)
	start := time.Now()
	for i := 0; i < 8; i++ {
		if err := limiter.Wait(context.Background()); err != nil {
			fmt.Println("unexpected:", err)
		}
		fmt.Printf("%6v request %d\n", time.Since(start), i)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	var group sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			errs[i] = limiter.Wait(ctx)
		}(i)
	}
	group.Wait()
	late := 0
	for _, err := range errs {
		if errors.Is(err, context.DeadlineExceeded) {
			late++
		}
	}
	fmt.Println("too late:", late, "counted:", limiter.refusals, "at", time.Since(start))
}
