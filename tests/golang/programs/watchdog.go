// A watchdog restarts a worker that does not report; a supervisor gives up after three restarts.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errStuck = errors.New("stuck")

type worker func(ctx context.Context, alive chan<- struct{}) error

func guard(parent context.Context, patience time.Duration, w worker) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	alive := make(chan struct{})
	result := make(chan error, 1)
	go func() { result <- w(ctx, alive) }()
	dog := time.NewTimer(patience)
	for {
		select {
		case err := <-result:
			return err
		case <-alive:
			if !dog.Stop() {
				select {
				case <-dog.C:
				default:
				}
			}
			dog.Reset(patience)
		case <-dog.C:
			return errStuck
		}
	}
}

func beat(ctx context.Context, alive chan<- struct{}, pauses ...time.Duration) error {
	for _, pause := range pauses {
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case alive <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func main() {
	start := time.Now()
	attempt := 0
	w := func(ctx context.Context, alive chan<- struct{}) error {
		attempt++
		switch attempt {
		case 1:
			return beat(ctx, alive, time.Second, 2*time.Second, 10*time.Second)
		case 2:
			if err := beat(ctx, alive, time.Second); err != nil {
				return err
			}
			return errors.New("crashed")
		default:
			return beat(ctx, alive, time.Second, time.Second, 2900*time.Millisecond)
		}
	}
	for restarts := 0; restarts < 3; restarts++ {
		err := guard(context.Background(), 3*time.Second, w)
		fmt.Println(time.Since(start), "attempt", attempt, "ended:", err)
		if err == nil {
			break
		}
		time.Sleep(500 * time.Millisecond << restarts)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 1500*time.Millisecond)
	defer cancel()
	fmt.Println(guard(ctx, 10*time.Second, w), time.Since(start))
}
