package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

type Server struct {
	mu     sync.Mutex
	active map[int]struct{}
	wg     sync.WaitGroup
	quit   chan struct{}
	once   sync.Once
}

var ErrServerClosed = errors.New("server closed")

func (s *Server) Serve(requests <-chan int) error {
	for {
		select {
		case <-s.quit:
			return ErrServerClosed
		case r := <-requests:
			s.wg.Add(1)
			go s.handle(r)
		}
	}
}

func (s *Server) handle(r int) {
	defer s.wg.Done()
	s.mu.Lock()
	s.active[r] = struct{}{}
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.active, r)
	}()
	time.Sleep(time.Duration(r) * 20 * time.Millisecond)
	fmt.Println("handled", r)
}

func (s *Server) Shutdown(ctx context.Context) error {
	s.once.Do(func() { close(s.quit) })
	done := make(chan struct{})
	go func() {
		s.wg.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	s := &Server{active: map[int]struct{}{}, quit: make(chan struct{})}
	requests := make(chan int)
	errc := make(chan error, 1)
	go func() { errc <- s.Serve(requests) }()
	for i := 1; i <= 5; i++ {
		requests <- i
		time.Sleep(5 * time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	fmt.Println(s.Shutdown(ctx))
	fmt.Println(<-errc, len(s.active))
	s.wg.Wait()
	fmt.Println(len(s.active))
	os.Exit(3)
}
