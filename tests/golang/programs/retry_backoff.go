package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errTemporary = errors.New("temporary failure")

type attemptError struct {
	n   int
	err error
}

func (e *attemptError) Error() string { return fmt.Sprintf("attempt %d: %v", e.n, e.err) }
func (e *attemptError) Unwrap() error { return e.err }

func retry(ctx context.Context, max int, base time.Duration, f func(int) error) error {
	var last error
	for i := 1; i <= max; i++ {
		if last = f(i); last == nil {
			return nil
		}
		d := base << (i - 1)
		t := time.NewTimer(d)
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return fmt.Errorf("gave up: %w (last: %v)", ctx.Err(), last)
		}
	}
	return &attemptError{max, last}
}

func main() {
	start := time.Now()
	err := retry(context.Background(), 5, 10*time.Millisecond, func(i int) error {
		fmt.Println("try", i, "at", time.Since(start))
		if i < 4 {
			return errTemporary
		}
		return nil
	})
	fmt.Println(err)
	err = retry(context.Background(), 2, time.Millisecond, func(i int) error { return errTemporary })
	var ae *attemptError
	fmt.Println(err, errors.Is(err, errTemporary), errors.As(err, &ae), ae.n)
	ctx, cancel := context.WithTimeout(context.Background(), 25*time.Millisecond)
	defer cancel()
	err = retry(ctx, 9, 10*time.Millisecond, func(i int) error { return errTemporary })
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded))
}
