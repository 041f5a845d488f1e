"""Package sync, on the model's own locks.

Models   sync of Go 1.22: Mutex, RWMutex, WaitGroup, Once, Cond, Pool, Map, OnceFunc.
Read     gosim.golib.sync first.
Leaves out   a Pool's shards, one for each processor: what is put last is got first.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Final

from gosim.golang.lib.perrun import per_run
from gosim.golang.values import NIL_SLICE, Native, go_version, iface_equal, operation
from gosim.golib import sync
from gosim.golib.semaphore import NotifyList
from gosim.kernel import running

API = """
package sync

type Locker interface { Lock(); Unlock() }

type Mutex struct { _ int }
func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

type RWMutex struct { _ int }
func (m *RWMutex) Lock()
func (m *RWMutex) TryLock() bool
func (m *RWMutex) Unlock()
func (m *RWMutex) RLock()
func (m *RWMutex) TryRLock() bool
func (m *RWMutex) RUnlock()
type rlocker struct { m *RWMutex }
func (r *rlocker) Lock() { r.m.RLock() }
func (r *rlocker) Unlock() { r.m.RUnlock() }
func (m *RWMutex) RLocker() Locker { return &rlocker{m} }

type WaitGroup struct { _ int }
func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

type Once struct { done bool; m Mutex }
func (o *Once) Do(f func()) {
	if o.done {
		return
	}
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done {
		defer func() { o.done = true }()
		f()
	}
}

func OnceFunc(f func()) func() {
	run := OnceValue(func() bool { f(); return true })
	return func() { run() }
}

func OnceValue[T any](f func() T) func() T {
	var once Once
	var result T
	var failure any
	succeeded := false
	return func() T {
		once.Do(func() {
			defer func() {
				if !succeeded {
					failure = recover()
					panic(failure)
				}
			}()
			result = f()
			succeeded = true
		})
		if !succeeded {
			panic(failure)
		}
		return result
	}
}

type pair[T1, T2 any] struct {
	first  T1
	second T2
}

func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	both := OnceValue(func() (made pair[T1, T2]) {
		made.first, made.second = f()
		return
	})
	return func() (T1, T2) {
		made := both()
		return made.first, made.second
	}
}

type condition struct { _ int }
func (c *condition) add() int
func (c *condition) wait(number int)
func (c *condition) signal()
func (c *condition) broadcast()

type Cond struct { L Locker; c condition }
func NewCond(l Locker) *Cond { return &Cond{L: l} }
func (c *Cond) Wait() {
	number := c.c.add()
	c.L.Unlock()
	c.c.wait(number)
	c.L.Lock()
}
func (c *Cond) Signal() { c.c.signal() }
func (c *Cond) Broadcast() { c.c.broadcast() }

type Pool struct { New func() any; items, victims []any; known bool }
func known(p *Pool)
func (p *Pool) pop(items *[]any) any {
	n := len(*items) - 1
	if n < 0 {
		return nil
	}
	x := (*items)[n]
	(*items)[n] = nil
	*items = (*items)[:n]
	return x
}
func (p *Pool) Get() any {
	if x := p.pop(&p.items); x != nil {
		return x
	}
	if x := p.pop(&p.victims); x != nil {
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	if !p.known {
		p.known = true
		known(p)
	}
	p.items = append(p.items, x)
}

type Map struct { m map[any]any; order []any }
func (m *Map) Load(key any) (value any, ok bool) {
	value, ok = m.m[key]
	return
}
func (m *Map) Store(key, value any) {
	if m.m == nil {
		m.m = map[any]any{}
	}
	m.m[key] = value
}
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if v, ok := m.m[key]; ok {
		return v, true
	}
	m.Store(key, value)
	return value, false
}
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	value, loaded = m.m[key]
	delete(m.m, key)
	return
}
func (m *Map) Delete(key any) { delete(m.m, key) }
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	previous, loaded = m.m[key]
	m.Store(key, value)
	return
}
func (m *Map) CompareAndSwap(key, old, new any) bool {
	if v, ok := m.m[key]; ok && v == old {
		m.m[key] = new
		return true
	}
	return false
}
func (m *Map) CompareAndDelete(key, old any) bool {
	if v, ok := m.m[key]; ok && v == old {
		delete(m.m, key)
		return true
	}
	return false
}
func (m *Map) Range(f func(key, value any) bool) {
	for k, v := range m.m {
		if !f(k, v) {
			break
		}
	}
}
func (m *Map) Clear() { m.m = nil }
"""

SINCE: Final = {
    "OnceFunc": 21, "OnceValue": 21, "OnceValues": 21, "Map.Clear": 23, "WaitGroup.Go": 25,
}  # fmt: skip


class _Pools:
    """All pools of a run with something in them.  Go: allPools."""

    def __init__(self) -> None:
        self.pools: list[Any] = []
        running.p.kernel.runtime.ledger.clearing.append(self.clean)

    def clean(self) -> None:
        """Let go of what nobody wanted since the collection before.  Go: poolCleanup."""
        for pool in self.pools:
            pool.victims, pool.items = pool.items, NIL_SLICE
            pool.known = pool.victims.n > 0
        self.pools = [pool for pool in self.pools if pool.known]


_pools = per_run(_Pools)


def known(pool: Any) -> None:
    """Note that a pool has something in it."""
    _pools().pools.append(pool)


class Mutex(Native):
    """``sync.Mutex``."""

    __slots__ = ("state",)

    def __init__(self, *_: Any) -> None:
        self.state = sync.Mutex()

    def copy_(self) -> Mutex:
        """Return a mutex that is locked if this one is."""
        made = Mutex()
        made.state._locked = self.state._locked
        return made

    def assign_(self, other: Mutex) -> None:
        """Take the state of another."""
        self.state = other.copy_().state

    @operation
    def Lock(self) -> Any:
        """Return the operation that takes the lock."""
        return self.state.Lock()

    def TryLock(self) -> bool:
        """Take the lock if nobody has it."""
        return self.state.TryLock()

    @operation
    def Unlock(self) -> Any:
        """Return the operation that frees the lock."""
        return self.state.Unlocking()


class RWMutex(Native):
    """``sync.RWMutex``."""

    __slots__ = ("state",)

    def __init__(self, *_: Any) -> None:
        self.state = sync.RWMutex()

    def copy_(self) -> RWMutex:
        """Return a new lock: to copy one in use is a mistake."""
        return RWMutex()

    def assign_(self, other: RWMutex) -> None:
        """Become a new lock."""
        self.state = sync.RWMutex()

    @operation
    def Lock(self) -> Any:
        """Return the operation that takes the lock for writing."""
        return self.state.Lock()

    @operation
    def RLock(self) -> Any:
        """Return the operation that takes the lock for reading."""
        return self.state.RLock()

    def TryLock(self) -> bool:
        """Take the lock for writing if nobody has it."""
        return self.state.TryLock()

    def TryRLock(self) -> bool:
        """Take the lock for reading unless a writer has it or waits."""
        return self.state.TryRLock()

    @operation
    def Unlock(self) -> Any:
        """Return the operation that gives up writing."""
        return self.state.Unlocking()

    def RUnlock(self) -> None:
        """Give up reading."""
        self.state.RUnlock()


class WaitGroup(Native):
    """``sync.WaitGroup``."""

    __slots__ = ("state",)

    def __init__(self, *_: Any) -> None:
        self.state = sync.WaitGroup()

    def copy_(self) -> WaitGroup:
        """Return a group with the same count."""
        made = WaitGroup()
        made.state._count = self.state._count
        return made

    def assign_(self, other: WaitGroup) -> None:
        """Take the count of another."""
        self.state = other.copy_().state

    def Add(self, delta: int) -> None:
        """Add to the counter."""
        self.state.Add(delta)

    def Done(self) -> None:
        """Subtract one."""
        self.state.Add(-1)

    @operation
    def Wait(self) -> Any:
        """Return the operation that waits for zero."""
        return self.state.Wait()


class condition(Native):  # noqa: N801  the name of the Go type in API
    """The queue of a Cond."""

    __slots__ = ("state",)

    def __init__(self, *_: Any) -> None:
        self.state = NotifyList()

    def add(self) -> int:
        """Draw a number."""
        return self.state.add()

    @operation
    def wait(self, number: int) -> Any:
        """Return the operation that waits until the number is notified."""
        return sync.Op(lambda p, g: self.state.wait(p, g, number))

    def signal(self) -> None:
        """Wake the goroutine that has waited longest."""
        self.state.notify_one()

    def broadcast(self) -> None:
        """Wake all."""
        self.state.notify_all()


__all__ = ["Generator", "go_version", "iface_equal"]
