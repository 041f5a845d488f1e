package main

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

type SafeCounter[K comparable] struct {
	mu sync.Mutex
	m  map[K]int
}

func (c *SafeCounter[K]) Inc(k K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil {
		c.m = make(map[K]int)
	}
	c.m[k]++
}

func main() {
	var wg sync.WaitGroup
	var c SafeCounter[string]
	start := time.Now()
	for i := range 5 {
		wg.Go(func() {
			for j := range i + 1 {
				time.Sleep(time.Duration(10*j) * time.Millisecond)
				c.Inc(fmt.Sprintf("k%d", j))
			}
			fmt.Println("worker", i, "done at", time.Since(start))
		})
	}
	wg.Wait()
	keys := slices.Sorted(maps.Keys(c.m))
	for _, k := range slices.Backward(keys) {
		fmt.Println(k, c.m[k])
	}
}
