package main

import (
	"errors"
	"fmt"
	"time"
)

type State int

const (
	Closed State = iota
	Open
	HalfOpen
)

func (s State) String() string { return [...]string{"closed", "open", "half-open"}[s] }

var ErrOpen = errors.New("circuit breaker is open")

type Breaker struct {
	state     State
	failures  int
	threshold int
	cooldown  time.Duration
	openedAt  time.Time
	onChange  func(from, to State)
}

func (b *Breaker) set(s State) {
	if b.onChange != nil && s != b.state {
		b.onChange(b.state, s)
	}
	b.state = s
}

func (b *Breaker) Call(f func() error) error {
	if b.state == Open {
		if time.Since(b.openedAt) < b.cooldown {
			return ErrOpen
		}
		b.set(HalfOpen)
	}
	err := f()
	switch {
	case err == nil:
		b.failures = 0
		b.set(Closed)
	case b.state == HalfOpen:
		b.openedAt = time.Now()
		b.set(Open)
	default:
		b.failures++
		if b.failures >= b.threshold {
			b.openedAt = time.Now()
			b.set(Open)
		}
	}
	return err
}

func main() {
	b := &Breaker{threshold: 3, cooldown: 100 * time.Millisecond}
	b.onChange = func(from, to State) { fmt.Printf("%v -> %v\n", from, to) }
	down := true
	for i := 0; i < 14; i++ {
		if i == 9 {
			down = false
		}
		err := b.Call(func() error {
			if down {
				return fmt.Errorf("call %d failed", i)
			}
			return nil
		})
		fmt.Println(i, b.state, err, errors.Is(err, ErrOpen))
		time.Sleep(30 * time.Millisecond)
	}
	fmt.Printf("%d %s %v\n", b.state, b.state, b.state)
}
