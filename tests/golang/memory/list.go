package main

import (
	"fmt"
	"runtime"
)

// A linked list, a doubly linked one, and a tree: each object is referred to by another.
type node struct {
	value int
	next  *node
}

type item struct {
	prev, next *item
	value      any
}

type tree struct {
	left, right *tree
	key         int
}

func (t *tree) insert(key int) *tree {
	if t == nil {
		return &tree{key: key}
	}
	if key < t.key {
		t.left = t.left.insert(key)
	} else {
		t.right = t.right.insert(key)
	}
	return t
}

var (
	head *node
	last *item
	root *tree
)

func main() {
	o, b := live()
	for i := 0; i < 2000; i++ {
		head = &node{i, head}
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		it := &item{prev: last, value: i + 1000}
		if last != nil {
			last.next = it
		}
		last = it
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 1000; i++ {
		root = root.insert(i * 7919 % 1009)
	}
	report(o, b)
	last = nil
	head = head.next.next
	runtime.GC()
	_, after := live()
	fmt.Println(after < b)
}

func report(objects, bytes uint64) {
	o, b := live()
	fmt.Println(o-objects, b-bytes)
}

func live() (uint64, uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
