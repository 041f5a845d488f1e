package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

type Event struct {
	At   time.Duration
	Name string
	Tags []string
	Meta map[string]int
}

type Handler func(ctx context.Context, e Event) error

type Middleware func(Handler) Handler

func Chain(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func WithTimeout(d time.Duration) Middleware {
	return func(next Handler) Handler {
		return func(ctx context.Context, e Event) error {
			ctx, cancel := context.WithTimeout(ctx, d)
			defer cancel()
			errc := make(chan error, 1)
			go func() { errc <- next(ctx, e) }()
			select {
			case err := <-errc:
				return err
			case <-ctx.Done():
				return fmt.Errorf("%s: %w", e.Name, ctx.Err())
			}
		}
	}
}

type Cache[K comparable, V any] struct {
	mu    sync.Mutex
	items map[K]entry[V]
	ttl   time.Duration
}

type entry[V any] struct {
	v   V
	exp time.Time
}

func (c *Cache[K, V]) Get(k K, load func(K) (V, error)) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.items[k]; ok && time.Now().Before(e.exp) {
		return e.v, nil
	}
	v, err := load(k)
	if err != nil {
		var zero V
		return zero, err
	}
	if c.items == nil {
		c.items = make(map[K]entry[V])
	}
	c.items[k] = entry[V]{v, time.Now().Add(c.ttl)}
	return v, nil
}

type node struct {
	left, right *node
	val         int
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{val: v}
	}
	if v < n.val {
		n.left = n.left.insert(v)
	} else {
		n.right = n.right.insert(v)
	}
	return n
}

func (n *node) walk(f func(int)) {
	if n != nil {
		n.left.walk(f)
		f(n.val)
		n.right.walk(f)
	}
}

type logger struct {
	sync.Mutex
	lines []string
}

func (l *logger) Printf(format string, args ...any) {
	l.Lock()
	defer l.Unlock()
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
}

var ErrBad = errors.New("bad")

func main() {
	h := Chain(func(ctx context.Context, e Event) error {
		select {
		case <-time.After(e.At):
			fmt.Println("handled", e.Name, e.Tags, e.Meta)
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}, WithTimeout(30*time.Millisecond))
	for _, e := range []Event{{10 * time.Millisecond, "a", []string{"x", "y"}, map[string]int{"k": 1}}, {50 * time.Millisecond, "b", nil, nil}} {
		if err := h(context.Background(), e); err != nil {
			fmt.Println("error:", err, errors.Is(err, context.DeadlineExceeded))
		}
	}
	c := Cache[string, int]{ttl: 20 * time.Millisecond}
	loads := 0
	for i := 0; i < 5; i++ {
		v, err := c.Get("k", func(k string) (int, error) {
			loads++
			time.Sleep(time.Millisecond)
			return len(k) + loads, nil
		})
		fmt.Println(v, err)
		time.Sleep(8 * time.Millisecond)
	}
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9} {
		root = root.insert(v)
	}
	var sum []string
	root.walk(func(v int) { sum = append(sum, fmt.Sprint(v)) })
	fmt.Println(strings.Join(sum, ","))
	l := &logger{}
	l.Printf("job %d", 1)
	fmt.Println(ErrBad, l.lines)
	sort.Strings(l.lines)
	matrix := [3][3]int{}
	for i := range matrix {
		for j := range matrix[i] {
			matrix[i][j] = i * j
		}
	}
	m2 := matrix
	m2[1][1] = 42
	fmt.Println(matrix, m2, matrix == m2)
	type key struct{ a, b int }
	seen := map[key]bool{{1, 2}: true}
	fmt.Println(seen[key{1, 2}], seen[key{2, 1}], len(seen))
outer:
	for i := 0; i < 3; i++ {
		for j := 0; ; j++ {
			switch {
			case j == 2:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		os.Exit(7)
	}()
	var arr []int
	idx := 3
	fmt.Println(arr[idx])
}
