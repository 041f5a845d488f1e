// Fan out to workers, fan in by merging, results put in order again.
package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

type result struct {
	job, worker int
	square      int
}

func generate(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

func work(id int, jobs <-chan int) <-chan result {
	out := make(chan result)
	go func() {
		defer close(out)
		for job := range jobs {
			time.Sleep(time.Duration(10*job+id) * time.Millisecond)
			out <- result{job, id, job * job}
		}
	}()
	return out
}

func merge[T any](inputs ...<-chan T) <-chan T {
	out := make(chan T)
	var group sync.WaitGroup
	group.Add(len(inputs))
	for _, in := range inputs {
		go func(in <-chan T) {
			defer group.Done()
			for v := range in {
				out <- v
			}
		}(in)
	}
	go func() {
		group.Wait()
		close(out)
	}()
	return out
}

func main() {
	start := time.Now()
	jobs := generate(9)
	workers := make([]<-chan result, 3)
	for i := range workers {
		workers[i] = work(i, jobs)
	}
	var results []result
	for r := range merge(workers...) {
		fmt.Println(time.Since(start), r.job)
		results = append(results, r)
	}
	sort.Slice(results, func(i, j int) bool { return results[i].job < results[j].job })
	sum := 0
	for _, r := range results {
		sum += r.square
	}
	fmt.Printf("%d results, sum %d, first %+v\n", len(results), sum, results[0].square)
}
