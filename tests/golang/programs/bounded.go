// Bounded parallelism: at most three at a time, the first error stops the rest.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Group struct {
	ctx    context.Context
	cancel context.CancelFunc
	slots  chan struct{}
	group  sync.WaitGroup
	once   sync.Once
	err    error
}

func NewGroup(parent context.Context, limit int) *Group {
	ctx, cancel := context.WithCancel(parent)
	return &Group{ctx: ctx, cancel: cancel, slots: make(chan struct{}, limit)}
}

func (g *Group) Go(f func(ctx context.Context) error) bool {
	g.slots <- struct{}{}
	if g.ctx.Err() != nil {
		<-g.slots
		return false
	}
	g.group.Add(1)
	go func() {
		defer func() { <-g.slots; g.group.Done() }()
		if err := f(g.ctx); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
	return true
}

func (g *Group) Wait() error {
	g.group.Wait()
	g.cancel()
	return g.err
}

type statusError struct{ page, code int }

func (e *statusError) Error() string { return fmt.Sprintf("page %d: status %d", e.page, e.code) }

func main() {
	start := time.Now()
	g := NewGroup(context.Background(), 3)
	for page := 1; page <= 12; page++ {
		page := page
		started := g.Go(func(ctx context.Context) error {
			select {
			case <-time.After(time.Duration(page*20) * time.Millisecond):
			case <-ctx.Done():
				fmt.Println(time.Since(start), "page", page, "given up")
				return ctx.Err()
			}
			if page == 7 {
				return fmt.Errorf("crawl: %w", &statusError{page, 503})
			}
			fmt.Println(time.Since(start), "page", page)
			return nil
		})
		if !started {
			fmt.Println(time.Since(start), "page", page, "not started")
		}
	}
	err := g.Wait()
	var status *statusError
	fmt.Println(err, errors.As(err, &status), status.code)
}
