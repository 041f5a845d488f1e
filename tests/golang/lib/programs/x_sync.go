// golang.org/x/sync/semaphore and golang.org/x/sync/singleflight.
// modules: golang.org/x/sync
// Recorded with x/sync 0.1.0.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

func main() {
	begin := time.Now()
	ctx := context.Background()
	sem := semaphore.NewWeighted(3)
	var wg sync.WaitGroup
	for i := 1; i <= 4; i++ {
		wg.Add(1)
		time.Sleep(time.Millisecond)
		go func() {
			defer wg.Done()
			if err := sem.Acquire(ctx, int64(i%3+1)); err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println("got", i, time.Since(begin))
			time.Sleep(time.Second)
			sem.Release(int64(i%3 + 1))
		}()
	}
	wg.Wait()
	fmt.Println(sem.TryAcquire(2), sem.TryAcquire(2), sem.TryAcquire(1))
	short, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	fmt.Println(sem.Acquire(short, 1), sem.Acquire(short, 9), time.Since(begin))
	sem.Release(3)
	var g singleflight.Group
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v, err, shared := g.Do("key", func() (any, error) {
				time.Sleep(time.Second)
				return "value", nil
			})
			fmt.Println(v, err, shared, time.Since(begin))
		}()
	}
	wg.Wait()
	r := <-g.DoChan("other", func() (any, error) { return 5, nil })
	fmt.Println(r.Val, r.Err, r.Shared)
	defer func() { fmt.Println("recovered:", recover()) }()
	sem.Release(1)
}
