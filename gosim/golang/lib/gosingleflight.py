"""Package golang.org/x/sync/singleflight, in Go.

Models   golang.org/x/sync/singleflight: Group.
Read     nothing first.
Leaves out   panics and Goexit of the function.
"""

from __future__ import annotations

from typing import Final

API: Final = """
package singleflight

import "sync"

type Result struct {
	Val    any
	Err    error
	Shared bool
}

type flight struct {
	landed chan struct{}
	val    any
	err    error
	more   int
	chans  []chan<- Result
}

type Group struct {
	mu      sync.Mutex
	flights map[string]*flight
}

func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	f, first := g.board(key)
	if first {
		g.fly(key, f, fn)
		return f.val, f.err, f.more > 0
	}
	<-f.landed
	return f.val, f.err, true
}

func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result {
	result := make(chan Result, 1)
	f, first := g.board(key)
	f.chans = append(f.chans, result)
	if first {
		go g.fly(key, f, fn)
	}
	return result
}

func (g *Group) board(key string) (*flight, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if f, ok := g.flights[key]; ok {
		f.more++
		return f, false
	}
	if g.flights == nil {
		g.flights = make(map[string]*flight)
	}
	f := &flight{landed: make(chan struct{})}
	g.flights[key] = f
	return f, true
}

func (g *Group) fly(key string, f *flight, fn func() (any, error)) {
	f.val, f.err = fn()
	g.mu.Lock()
	defer g.mu.Unlock()
	close(f.landed)
	if g.flights[key] == f {
		delete(g.flights, key)
	}
	for _, result := range f.chans {
		result <- Result{f.val, f.err, f.more > 0}
	}
}

func (g *Group) Forget(key string) {
	g.mu.Lock()
	delete(g.flights, key)
	g.mu.Unlock()
}
"""
