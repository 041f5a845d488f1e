"""Package sync: Mutex, RWMutex, WaitGroup, Once, Cond.

Models   sync/mutex.go, rwmutex.go, waitgroup.go, once.go, cond.go; runtime/sema.go of Go 1.22.
Read     gosim.kernel.operations first.
Leaves out   spinning; the unlocker of a starving mutex yields at its next operation.

``yield mutex.Lock()`` may wait; ``mutex.Unlock()`` is a call.

Invariants of a Mutex:

    M1  A waiter is queued only while the mutex is locked, or while the first waiter that
        Unlock woke has not run yet.
    M2  Waiters are served first in, first out; one that was woken and lost is first again.
    M3  At most one waiter is awake and competes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from typing import Any, Final

from gosim.errors import GoPanic
from gosim.kernel import PARKED, Goroutine, Processor, WaitReason, fatal, running

STARVING_AFTER: Final = 1_000_000
"""How long a waiter competes before the lock is handed to it.  Go: starvationThresholdNs."""

Continue = Callable[[Processor, Goroutine], None]
"""What a goroutine does when it has got what it waited for."""


def _park(p: Processor, g: Goroutine, reason: str, what: object) -> None:
    """Park with a sudog, which is left over when the goroutine is woken.  Go: semacquire1."""
    kernel, then = p.kernel, g.on_wake
    if kernel.sudogs_free:
        kernel.sudogs_free -= 1
    else:
        kernel.sudogs_made += 1

    def woken(p: Processor, g: Goroutine) -> None:
        kernel.sudogs_free += 1
        if then is not None:
            then(p, g)

    g.on_wake = woken
    p.park(g, reason, what)


class _Op:
    """An operation made of a function that returns its result or PARKED."""

    __slots__ = ("_perform",)

    def __init__(self, perform: Callable[[Processor, Goroutine], Any]) -> None:
        self._perform = perform

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Do it."""
        return self._perform(p, g)


def _nothing(p: Processor, g: Goroutine) -> None:
    """Go on."""


class Mutex:
    """A lock that is not reentrant and may be unlocked by any goroutine."""

    __slots__ = ("_locked", "_starving", "_waiters", "_woken")

    def __init__(self) -> None:
        self._locked = False
        self._starving = False
        self._woken = False
        self._waiters: deque[tuple[Goroutine, int]] = deque()

    def Lock(self) -> _Op:
        """Return the operation that takes the lock."""
        return _Op(self.lock)

    def lock(self, p: Processor, g: Goroutine, then: Continue = _nothing) -> Any:
        """Take the lock now or when woken, and go on with `then`.  Go: Mutex.lockSlow."""
        p.now += p.costs.lock // 2
        if self._free():
            self._locked = True
            then(p, g)
            return None
        self._wait(p, g, p.now, then)
        return PARKED

    def _free(self) -> bool:
        return not self._locked and not self._starving

    def _wait(
        self, p: Processor, g: Goroutine, since: int, then: Continue, first: bool = False
    ) -> None:
        def woken(p: Processor, g: Goroutine) -> None:
            self._compete(p, g, since, then)

        entry = (g, since)
        if first:
            self._waiters.appendleft(entry)
        else:
            self._waiters.append(entry)
        g.on_wake = woken
        _park(p, g, p.kernel.version.mutex_wait_reason, self)

    def _compete(self, p: Processor, g: Goroutine, since: int, then: Continue) -> None:
        """A woken waiter tries again: somebody who ran meanwhile may have been faster."""
        waited = p.now - since
        self._woken = False
        if self._starving:  # Unlock has kept the lock for us.
            self._starving = waited > STARVING_AFTER and bool(self._waiters)
            self._locked = True
        elif self._locked:
            self._wait(p, g, since, then, first=True)
            self._starving = waited > STARVING_AFTER
            return
        else:
            self._locked = True
        then(p, g)

    def TryLock(self) -> bool:
        """Take the lock if nobody has it; return whether it was taken."""
        if not self._free():
            return False
        self._locked = True
        return True

    def Unlock(self) -> None:
        """Free the lock and wake the first waiter, who must compete.  Go: Mutex.Unlock."""
        if not self._locked:
            fatal("sync: unlock of unlocked mutex")
        p = running.p
        p.now += p.costs.lock // 2
        self._locked = False
        if self._waiters and not self._woken:
            self._woken = True
            g, _ = self._waiters.popleft()
            p.ready(g)
            if self._starving:
                p.yield_soon()


class RWMutex:
    """A lock that many readers or one writer hold; a waiting writer stops new readers."""

    __slots__ = ("_readers", "_waiting_readers", "_writer", "_writer_lock", "_writer_pending")

    def __init__(self) -> None:
        self._writer_lock = Mutex()
        self._readers = 0
        self._writer_pending = False
        self._writer: Goroutine | None = None
        self._waiting_readers: deque[Goroutine] = deque()

    def RLock(self) -> _Op:
        """Return the operation that takes the lock for reading."""
        return _Op(self._rlock)

    def _rlock(self, p: Processor, g: Goroutine) -> Any:
        p.now += p.costs.lock // 2
        if not self._writer_pending:
            self._readers += 1
            return None
        self._waiting_readers.append(g)
        _park(p, g, p.kernel.version.rwmutex_wait_reasons[0], self)
        return PARKED

    def TryRLock(self) -> bool:
        """Take the lock for reading unless a writer has it or waits."""
        if self._writer_pending:
            return False
        self._readers += 1
        return True

    def RUnlock(self) -> None:
        """Give up reading; the last reader lets a waiting writer in."""
        if self._readers == 0:
            fatal("sync: RUnlock of unlocked RWMutex")
        p = running.p
        p.now += p.costs.lock // 2
        self._readers -= 1
        if self._readers == 0 and self._writer is not None:
            writer, self._writer = self._writer, None
            p.ready(writer)

    def Lock(self) -> _Op:
        """Return the operation that takes the lock for writing."""
        return _Op(self._lock)

    def _lock(self, p: Processor, g: Goroutine) -> Any:
        parked = self._writer_lock.lock(p, g, self._await_readers)
        return PARKED if parked is PARKED or self._writer is g else None

    def _await_readers(self, p: Processor, g: Goroutine) -> None:
        """No other writer is left: stop new readers, and wait for the old ones."""
        self._writer_pending = True
        if self._readers:
            self._writer = g
            _park(p, g, p.kernel.version.rwmutex_wait_reasons[1], self)

    def TryLock(self) -> bool:
        """Take the lock for writing if nobody has it."""
        if self._readers or not self._writer_lock.TryLock():
            return False
        self._writer_pending = True
        return True

    def Unlock(self) -> None:
        """Let all waiting readers in, then the next writer.  Go: RWMutex.Unlock."""
        if not self._writer_pending or self._writer is not None:
            fatal("sync: Unlock of unlocked RWMutex")
        self._writer_pending = False
        p = running.p
        while self._waiting_readers:
            self._readers += 1
            p.ready(self._waiting_readers.popleft())
        self._writer_lock.Unlock()


class WaitGroup:
    """Waits for a counter to become zero."""

    __slots__ = ("_count", "_waiters")

    def __init__(self) -> None:
        self._count = 0
        self._waiters: list[Goroutine] = []

    def Add(self, delta: int) -> None:
        """Add to the counter; at zero all waiters go on.  Raises GoPanic below zero."""
        p = running.p
        p.now += p.costs.lock // 2
        self._count += delta
        if self._count < 0:
            raise GoPanic("sync: negative WaitGroup counter")
        if self._count == 0:
            waiters, self._waiters = self._waiters, []
            for g in waiters:
                p.ready(g)

    def Done(self) -> None:
        """Subtract one."""
        self.Add(-1)

    def Go(self, function: Callable[[], Any]) -> None:
        """Run the function in a goroutine that is waited for (Go 1.25)."""
        self.Add(1)
        p = running.p
        p.kernel.spawn(p, lambda: self._counted(function))

    def _counted(self, function: Callable[[], Any]) -> Generator[Any, Any, None]:
        waiting = function()
        if isinstance(waiting, Generator):
            yield from waiting
        self.Done()

    def Wait(self) -> _Op:
        """Return the operation that waits for zero."""
        return _Op(self._wait)

    def _wait(self, p: Processor, g: Goroutine) -> Any:
        p.now += p.costs.lock // 2
        if self._count == 0:
            return None
        self._waiters.append(g)
        g.on_wake = self._woken
        _park(p, g, p.kernel.version.waitgroup_wait_reason, self)
        return PARKED

    def _woken(self, p: Processor, g: Goroutine) -> None:
        if self._count or self._waiters:
            reused = "sync: WaitGroup is reused before previous Wait has returned"
            g.throw(GoPanic(reused))


class Once:
    """Runs a function once."""

    __slots__ = ("_done", "_mutex")

    def __init__(self) -> None:
        self._done = False
        self._mutex = Mutex()

    def Do(self, function: Callable[[], Any]) -> Generator[Any, Any, None]:
        """Run the function unless one has run; use as ``yield from once.Do(f)``.

        It is done even if the function panics.
        """
        if self._done:
            return
        yield self._mutex.Lock()
        try:
            if not self._done:
                try:
                    waiting = function()
                    if isinstance(waiting, Generator):
                        yield from waiting
                finally:
                    self._done = True
        finally:
            self._mutex.Unlock()


class Cond:
    """A queue of goroutines that wait for something to be announced."""

    __slots__ = ("L", "_waiters")

    def __init__(self, locker: Mutex | RWMutex) -> None:
        self.L = locker
        self._waiters: deque[Goroutine] = deque()

    def Wait(self) -> _Op:
        """Return the operation that unlocks L, waits, and locks L again."""
        return _Op(self._wait)

    def _wait(self, p: Processor, g: Goroutine) -> Any:
        self._waiters.append(g)
        self.L.Unlock()
        g.on_wake = self._relock
        _park(p, g, WaitReason.COND_WAIT, self)
        return PARKED

    def _relock(self, p: Processor, g: Goroutine) -> None:
        self.L.Lock().perform(p, g)

    def Signal(self) -> None:
        """Wake the goroutine that has waited longest."""
        if self._waiters:
            running.p.ready(self._waiters.popleft())

    def Broadcast(self) -> None:
        """Wake all, in the order in which they came."""
        while self._waiters:
            self.Signal()


def NewCond(locker: Mutex | RWMutex) -> Cond:
    """Return a Cond whose lock is the locker."""
    return Cond(locker)
