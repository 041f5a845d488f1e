// A worker pool for any kind of job, with futures.
package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

type Future[R any] struct {
	done  chan struct{}
	value R
	err   error
}

func (f *Future[R]) Get() (R, error) {
	<-f.done
	return f.value, f.err
}

func (f *Future[R]) Within(d time.Duration) (value R, err error) {
	select {
	case <-f.done:
		return f.value, f.err
	case <-time.After(d):
		return value, fmt.Errorf("no answer within %v", d)
	}
}

type Pool[A, R any] struct {
	jobs  chan func()
	group sync.WaitGroup
	work  func(A) (R, error)
}

func NewPool[A, R any](size int, work func(A) (R, error)) *Pool[A, R] {
	p := &Pool[A, R]{jobs: make(chan func(), size), work: work}
	for i := 0; i < size; i++ {
		p.group.Add(1)
		go func() {
			defer p.group.Done()
			for job := range p.jobs {
				job()
			}
		}()
	}
	return p
}

func (p *Pool[A, R]) Submit(arg A) *Future[R] {
	f := &Future[R]{done: make(chan struct{})}
	p.jobs <- func() {
		defer close(f.done)
		defer func() {
			if r := recover(); r != nil {
				f.err = fmt.Errorf("job panicked: %v", r)
			}
		}()
		f.value, f.err = p.work(arg)
	}
	return f
}

func (p *Pool[A, R]) Close() {
	close(p.jobs)
	p.group.Wait()
}

func main() {
	pool := NewPool(2, func(s string) (int, error) {
		time.Sleep(time.Duration(len(s)) * 100 * time.Millisecond)
		if strings.HasPrefix(s, "!") {
			return 0, fmt.Errorf("%q is not allowed", s)
		}
		return 100 / (len(s) - 3), nil
	})
	start := time.Now()
	var futures []*Future[int]
	for _, word := range []string{"one", "three", "!no", "eleven"} {
		futures = append(futures, pool.Submit(word))
	}
	value, err := futures[3].Within(100 * time.Millisecond)
	fmt.Println(value, err)
	for _, f := range futures {
		value, err := f.Get()
		fmt.Println(value, err)
	}
	pool.Close()
	fmt.Println(time.Since(start))
}
