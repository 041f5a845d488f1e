// Shutting down with a WaitGroup, and no longer than a timeout.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type Server struct {
	group sync.WaitGroup
	quit  chan struct{}
	once  sync.Once
}

func NewServer() *Server { return &Server{quit: make(chan struct{})} }

func (s *Server) Serve(name string, job, clean time.Duration) {
	s.group.Add(1)
	go func() {
		defer s.group.Done()
		defer fmt.Println(name, "has left")
		for n := 1; ; n++ {
			select {
			case <-s.quit:
				fmt.Println(name, "cleans up after", n-1, "jobs")
				time.Sleep(clean)
				return
			case <-time.After(job):
			}
		}
	}()
}

func (s *Server) Shutdown(ctx context.Context) error {
	s.once.Do(func() { close(s.quit) })
	done := make(chan struct{})
	go func() {
		s.group.Wait()
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
	start := time.Now()
	server := NewServer()
	server.Serve("quick", 70*time.Millisecond, 10*time.Millisecond)
	server.Serve("slow", 300*time.Millisecond, 2*time.Second)
	time.Sleep(time.Second)
	for try := 1; try <= 3; try++ {
		ctx, cancel := context.WithTimeout(context.Background(), 900*time.Millisecond)
		err := server.Shutdown(ctx)
		fmt.Println("try", try, "at", time.Since(start), "error:", err)
		cancel()
		if err == nil {
			break
		}
	}
}
