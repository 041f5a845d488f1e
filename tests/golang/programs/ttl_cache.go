// A cache whose entries expire: lazily when read, and by a janitor.
package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

type item[V any] struct {
	value   V
	expires time.Time
}

type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	items map[K]item[V]
	ttl   time.Duration
	stop  chan struct{}
	swept int
}

func New[K comparable, V any](ttl, sweep time.Duration) *Cache[K, V] {
	c := &Cache[K, V]{items: make(map[K]item[V]), ttl: ttl, stop: make(chan struct{})}
	go c.janitor(sweep)
	return c
}

func (c *Cache[K, V]) janitor(every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case now := <-ticker.C:
			c.mu.Lock()
			for key, it := range c.items {
				if now.After(it.expires) {
					delete(c.items, key)
					c.swept++
				}
			}
			c.mu.Unlock()
		case <-c.stop:
			return
		}
	}
}

var ErrMissing = errors.New("missing")

func (c *Cache[K, V]) Get(key K) (V, error) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	it, ok := c.items[key]
	if !ok || time.Now().After(it.expires) {
		var zero V
		return zero, fmt.Errorf("key %v: %w", key, ErrMissing)
	}
	return it.value, nil
}

func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[key] = item[V]{value, time.Now().Add(c.ttl)}
}

func main() {
	cache := New[string, []int](time.Second, 700*time.Millisecond)
	for i, key := range []string{"a", "b", "c", "d"} {
		cache.Put(key, []int{i, i * i})
		time.Sleep(300 * time.Millisecond)
	}
	for _, key := range []string{"a", "b", "c", "d", "e"} {
		value, err := cache.Get(key)
		fmt.Println(key, value, err, errors.Is(err, ErrMissing))
	}
	time.Sleep(450 * time.Millisecond)
	cache.mu.RLock()
	var keys []string
	for key := range cache.items {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	fmt.Println("swept", cache.swept, "left", keys)
	cache.mu.RUnlock()
	close(cache.stop)
}
