// What structs with locks and atomic numbers look like when they are printed.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type s struct {
	mu sync.Mutex
	rw sync.RWMutex
	wg sync.WaitGroup
	o  sync.Once
	a  atomic.Int64
	n  int
}

func main() { x := &s{}; fmt.Printf("%v\n%+v\n", x, x); x.mu.Lock(); fmt.Println(x) }
