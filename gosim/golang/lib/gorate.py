"""Package golang.org/x/time/rate, in Go: a token bucket.

Models   golang.org/x/time/rate.
Read     nothing first.
Leaves out   the saturation of durations beyond 292 years.

A bucket of `burst` tokens fills at `limit` tokens a second.  It may owe tokens: then whoever
took them must wait until the debt is paid.
"""

from __future__ import annotations

from typing import Final

API: Final = """
package rate

import ("context"; "fmt"; "math"; "sync"; "time")

type Limit float64

const Inf = Limit(math.MaxFloat64)
const InfDuration = time.Duration(math.MaxInt64)

func Every(interval time.Duration) Limit {
	if interval <= 0 {
		return Inf
	}
	return 1 / Limit(interval.Seconds())
}

func (limit Limit) earned(d time.Duration) float64 {
	if limit <= 0 {
		return 0
	}
	return d.Seconds() * float64(limit)
}

func (limit Limit) timeFor(tokens float64) time.Duration {
	if limit <= 0 {
		return InfDuration
	}
	return time.Duration(float64(time.Second) * (tokens / float64(limit)))
}

type Limiter struct {
	mu        sync.Mutex
	limit     Limit
	burst     int
	tokens    float64
	last      time.Time
	lastEvent time.Time
}

func NewLimiter(r Limit, b int) *Limiter {
	return &Limiter{limit: r, burst: b, tokens: float64(b)}
}

func (lim *Limiter) Limit() Limit {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.limit
}

func (lim *Limiter) Burst() int {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.burst
}

func (lim *Limiter) Tokens() float64 { return lim.TokensAt(time.Now()) }

func (lim *Limiter) TokensAt(t time.Time) float64 {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.level(t)
}

func (lim *Limiter) Allow() bool { return lim.AllowN(time.Now(), 1) }

func (lim *Limiter) AllowN(t time.Time, n int) bool {
	return lim.reserve(t, n, 0).ok
}

func (lim *Limiter) Reserve() *Reservation { return lim.ReserveN(time.Now(), 1) }

func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation {
	return lim.reserve(t, n, InfDuration)
}

func (lim *Limiter) Wait(ctx context.Context) error { return lim.WaitN(ctx, 1) }

func (lim *Limiter) WaitN(ctx context.Context, n int) error {
	lim.mu.Lock()
	burst, limit := lim.burst, lim.limit
	lim.mu.Unlock()
	if n > burst && limit != Inf {
		return fmt.Errorf("rate: Wait(n=%d) exceeds limiter's burst %d", n, burst)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	now := time.Now()
	most := InfDuration
	if deadline, ok := ctx.Deadline(); ok {
		most = deadline.Sub(now)
	}
	r := lim.reserve(now, n, most)
	if !r.ok {
		return fmt.Errorf("rate: Wait(n=%d) would exceed context deadline", n)
	}
	delay := r.DelayFrom(now)
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		r.Cancel()
		return ctx.Err()
	}
}

func (lim *Limiter) SetLimit(newLimit Limit) { lim.SetLimitAt(time.Now(), newLimit) }

func (lim *Limiter) SetLimitAt(t time.Time, newLimit Limit) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens = lim.level(t)
	lim.last = t
	lim.limit = newLimit
}

func (lim *Limiter) SetBurst(newBurst int) { lim.SetBurstAt(time.Now(), newBurst) }

func (lim *Limiter) SetBurstAt(t time.Time, newBurst int) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens = lim.level(t)
	lim.last = t
	lim.burst = newBurst
}

func (lim *Limiter) level(t time.Time) float64 {
	last := lim.last
	if t.Before(last) {
		last = t
	}
	return min2(lim.tokens+lim.limit.earned(t.Sub(last)), float64(lim.burst))
}

func min2(a, b float64) float64 {
	if a < b {
		return a
	}
	return b
}

func (lim *Limiter) reserve(t time.Time, n int, most time.Duration) *Reservation {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf {
		return &Reservation{ok: true, lim: lim, tokens: n, timeToAct: t}
	}
	tokens := lim.level(t) - float64(n)
	var wait time.Duration
	if tokens < 0 {
		wait = lim.limit.timeFor(-tokens)
	}
	r := &Reservation{ok: n <= lim.burst && wait <= most, lim: lim, limit: lim.limit}
	if r.ok {
		r.tokens = n
		r.timeToAct = t.Add(wait)
		lim.last = t
		lim.tokens = tokens
		lim.lastEvent = r.timeToAct
	}
	return r
}

type Reservation struct {
	ok        bool
	lim       *Limiter
	tokens    int
	timeToAct time.Time
	limit     Limit
}

func (r *Reservation) OK() bool             { return r.ok }
func (r *Reservation) Delay() time.Duration { return r.DelayFrom(time.Now()) }

func (r *Reservation) DelayFrom(t time.Time) time.Duration {
	if !r.ok {
		return InfDuration
	}
	if delay := r.timeToAct.Sub(t); delay > 0 {
		return delay
	}
	return 0
}

func (r *Reservation) Cancel() { r.CancelAt(time.Now()) }

func (r *Reservation) CancelAt(t time.Time) {
	if !r.ok {
		return
	}
	lim := r.lim
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf || r.tokens == 0 || r.timeToAct.Before(t) {
		return
	}
	restored := float64(r.tokens) - r.limit.earned(lim.lastEvent.Sub(r.timeToAct))
	if restored <= 0 {
		return
	}
	lim.tokens = min2(lim.level(t)+restored, float64(lim.burst))
	lim.last = t
	if r.timeToAct.Equal(lim.lastEvent) {
		before := r.timeToAct.Add(r.limit.timeFor(float64(-r.tokens)))
		if !before.Before(t) {
			lim.lastEvent = before
		}
	}
}

type Sometimes struct {
	First    int
	Every    int
	Interval time.Duration
	mu       sync.Mutex
	count    int
	last     time.Time
}

func (s *Sometimes) Do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count == 0 ||
		(s.First > 0 && s.count < s.First) ||
		(s.Every > 0 && s.count%s.Every == 0) ||
		(s.Interval > 0 && time.Since(s.last) >= s.Interval) {
		f()
		s.last = time.Now()
	}
	s.count++
}
"""
