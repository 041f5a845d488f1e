package main

import (
	"context"
	"fmt"
	"sort"
	"sync"
	"time"
)

type Job struct {
	ID   int
	Cost time.Duration
}

type Result struct {
	Job
	Worker int
	Err    error
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 120*time.Millisecond)
	defer cancel()
	jobs := make(chan Job)
	results := make(chan Result)
	var wg sync.WaitGroup
	for w := 1; w <= 3; w++ {
		wg.Add(1)
		go func(w int) {
			defer wg.Done()
			for j := range jobs {
				r := Result{Job: j, Worker: w}
				select {
				case <-time.After(j.Cost):
				case <-ctx.Done():
					r.Err = ctx.Err()
				}
				results <- r
			}
		}(w)
	}
	go func() {
		defer close(jobs)
		for i := 0; i < 10; i++ {
			select {
			case jobs <- Job{i, time.Duration(10+i*7) * time.Millisecond}:
			case <-ctx.Done():
				fmt.Println("stop feeding at", i)
				return
			}
		}
	}()
	go func() { wg.Wait(); close(results) }()
	var all []Result
	for r := range results {
		fmt.Printf("%d by %d: %v\n", r.ID, r.Worker, r.Err)
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	for _, r := range all {
		fmt.Printf("%+v\n", r)
	}
}
