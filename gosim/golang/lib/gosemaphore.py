"""Package golang.org/x/sync/semaphore, in Go.

Models   golang.org/x/sync/semaphore.
Read     nothing first.
Leaves out   nothing.
"""

from __future__ import annotations

from typing import Final

API: Final = """
package semaphore

import ("container/list"; "context"; "sync")

type request struct {
	n       int64
	granted chan struct{}
}

type Weighted struct {
	size  int64
	taken int64
	mu    sync.Mutex
	queue list.List
}

func NewWeighted(n int64) *Weighted { return &Weighted{size: n} }

func (s *Weighted) TryAcquire(n int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.size-s.taken < n || s.queue.Len() > 0 {
		return false
	}
	s.taken += n
	return true
}

func (s *Weighted) Acquire(ctx context.Context, n int64) error {
	s.mu.Lock()
	if s.size-s.taken >= n && s.queue.Len() == 0 {
		s.taken += n
		s.mu.Unlock()
		return nil
	}
	if n > s.size {
		s.mu.Unlock()
		<-ctx.Done()
		return ctx.Err()
	}
	granted := make(chan struct{})
	place := s.queue.PushBack(&request{n, granted})
	s.mu.Unlock()
	select {
	case <-granted:
		return nil
	case <-ctx.Done():
		return s.leave(ctx, place, granted)
	}
}

func (s *Weighted) leave(ctx context.Context, place *list.Element, granted chan struct{}) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-granted:
		return nil
	default:
	}
	first := s.queue.Front() == place
	s.queue.Remove(place)
	if first && s.size > s.taken {
		s.grant()
	}
	return ctx.Err()
}

func (s *Weighted) Release(n int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken -= n
	if s.taken < 0 {
		panic("semaphore: released more than held")
	}
	s.grant()
}

func (s *Weighted) grant() {
	for place := s.queue.Front(); place != nil; place = s.queue.Front() {
		r := place.Value.(*request)
		if s.size-s.taken < r.n {
			return
		}
		s.taken += r.n
		s.queue.Remove(place)
		close(r.granted)
	}
}
"""
