package main

import (
	"sync"
	"sync/atomic"
	"context"
	"errors"
	"strings"
)

func use(a ...any) {}

func w(wg *sync.WaitGroup) {}
func a(n *atomic.Int64) {}
func c(ctx context.Context) {}
func s(b *strings.Builder) {}
func main() {
	var wg sync.WaitGroup
	w(wg)
	wg.Add()
	var n atomic.Int64
	a(n)
	c(1)
	var b strings.Builder
	s(b)
	n++
	var mu sync.Mutex = 3
	use(mu, errors.New())
}
