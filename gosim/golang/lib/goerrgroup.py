"""Package golang.org/x/sync/errgroup, in Go.

Models   golang.org/x/sync/errgroup: Group.
Read     nothing first.
Leaves out   the panics of a goroutine passed on to Wait (newer releases do).
"""

from __future__ import annotations

from typing import Final

API: Final = """
package errgroup

import ("context"; "fmt"; "sync")

type Group struct {
	cancel func(error)
	wg     sync.WaitGroup
	seats  chan struct{}
	once   sync.Once
	err    error
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

func (g *Group) Go(f func() error) {
	if g.seats != nil {
		g.seats <- struct{}{}
	}
	g.start(f)
}

func (g *Group) TryGo(f func() error) bool {
	if g.seats != nil {
		select {
		case g.seats <- struct{}{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

func (g *Group) start(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.leave()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	}()
}

func (g *Group) leave() {
	if g.seats != nil {
		<-g.seats
	}
	g.wg.Done()
}

func (g *Group) SetLimit(n int) {
	if n < 0 {
		g.seats = nil
		return
	}
	if len(g.seats) != 0 {
		text := "errgroup: modify limit while %v goroutines in the group are still active"
		panic(fmt.Errorf(text, len(g.seats)))
	}
	g.seats = make(chan struct{}, n)
}
"""
