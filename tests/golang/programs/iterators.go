// Ranges over functions: sequences that block, stop early, and nest.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"
)

func ticks(every time.Duration) iter.Seq2[int, time.Time] {
	return func(yield func(int, time.Time) bool) {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		defer fmt.Println("ticker stopped")
		for n := 0; ; n++ {
			if !yield(n, <-ticker.C) {
				return
			}
		}
	}
}

func filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func until[T any](done <-chan struct{}, in <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case <-done:
				return
			case v, ok := <-in:
				if !ok || !yield(v) {
					return
				}
			}
		}
	}
}

type tree[K interface{ ~int | ~string }] struct {
	left, right *tree[K]
	key         K
}

func (t *tree[K]) insert(key K) *tree[K] {
	if t == nil {
		return &tree[K]{key: key}
	}
	if key < t.key {
		t.left = t.left.insert(key)
	} else {
		t.right = t.right.insert(key)
	}
	return t
}

func (t *tree[K]) All() iter.Seq[K] {
	return func(yield func(K) bool) { t.push(yield) }
}

func (t *tree[K]) push(yield func(K) bool) bool {
	return t == nil || t.left.push(yield) && yield(t.key) && t.right.push(yield)
}

func firstLate(start time.Time) (int, time.Duration) {
	for n, at := range ticks(300 * time.Millisecond) {
		if at.Sub(start) > time.Second {
			return n, at.Sub(start)
		}
	}
	panic("not reached")
}

func main() {
	fmt.Println(firstLate(time.Now()))
	var root *tree[string]
	for _, word := range []string{"m", "c", "x", "a", "d"} {
		root = root.insert(word)
	}
outer:
	for a := range root.All() {
		for b := range filter(root.All(), func(k string) bool { return k > a }) {
			if b == "x" {
				continue outer
			}
			if a == "d" {
				break outer
			}
			fmt.Print(a, b, " ")
		}
	}
	fmt.Println(slices.Collect(root.All()))
	in, done := make(chan int), make(chan struct{})
	time.AfterFunc(450*time.Millisecond, func() { close(done) })
	go func() {
		for i := 0; ; i++ {
			in <- i
			time.Sleep(100 * time.Millisecond)
		}
	}()
	sum := 0
	for v := range until(done, in) {
		sum += v
	}
	next, stop := iter.Pull(root.All())
	first, _ := next()
	second, ok := next()
	stop()
	_, more := next()
	ages := map[string]int{"ann": 30, "bob": 25}
	fmt.Println(sum, first, second, ok, more, slices.Sorted(maps.Keys(ages)))
}
