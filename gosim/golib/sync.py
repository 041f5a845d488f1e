"""Package sync: Mutex, RWMutex, WaitGroup, Once, Cond.

Models   sync/mutex.go, rwmutex.go, waitgroup.go, once.go, cond.go; of Go 1.22.
Read     gosim.golib.semaphore first.
Leaves out   spinning; who *calls* Unlock of a starving mutex yields at its next operation.

``yield mutex.Lock()`` may wait; ``mutex.Unlock()`` is a call, or ``yield mutex.Unlocking()``.

Invariants of a Mutex:

    M1  A waiter is queued only while the mutex is locked, or while the first waiter that
        Unlock woke has not run yet.
    M2  Waiters are served first in, first out; one that was woken and lost is first again.
    M3  At most one waiter is awake and competes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golib.semaphore import Continue, NotifyList, Semaphore, Waiter
from gosim.kernel import Goroutine, Processor, fatal, running

STARVING_AFTER: Final = 1_000_000
"""How long a waiter competes before the lock is handed to it.  Go: starvationThresholdNs."""


class Op:
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

    __slots__ = ("_locked", "_sema", "_starving", "_waiting", "_woken")

    def __init__(self) -> None:
        self._locked = False
        self._starving = False
        self._woken = False
        self._waiting = 0
        self._sema = Semaphore()

    def Lock(self) -> Op:
        """Return the operation that takes the lock."""
        return Op(self.lock)

    def lock(self, p: Processor, g: Goroutine, then: Continue = _nothing) -> Any:
        """Take the lock now or when woken, and go on with `then`.  Go: Mutex.Lock."""
        p.now += p.costs.lock // 2
        if self._free():
            self._locked = True
            return then(p, g)
        return self._wait(p, g, then)

    def _free(self) -> bool:
        return not self._locked and not self._starving

    def _wait(self, p: Processor, g: Goroutine, then: Continue, since: int | None = None) -> Any:
        """Wait for an Unlock; who has waited `since` then comes first.  Go: Mutex.lockSlow."""
        began = p.now if since is None else since

        def woken(p: Processor, g: Goroutine) -> Any:
            return self._compete(p, g, then, began)

        self._waiting += 1
        reason = p.kernel.version.mutex_wait_reason
        return self._sema.acquire(p, Waiter(g, woken, reason, self, lifo=since is not None))

    def _compete(self, p: Processor, g: Goroutine, then: Continue, since: int) -> Any:
        """A woken waiter tries again: somebody who ran meanwhile may have been faster."""
        starving = p.now - since > STARVING_AFTER
        if self._starving:  # Unlock has kept the lock for us.
            self._waiting -= 1
            self._starving = starving and self._waiting > 0
        else:
            self._woken = False
            if self._locked:
                self._starving = starving
                return self._wait(p, g, then, since)
        self._locked = True
        return then(p, g)

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
        if self._starving:
            self._sema.release(handoff=True)
        elif self._waiting and not self._woken:
            self._waiting -= 1
            self._woken = True
            self._sema.release()

    def Unlocking(self) -> Op:
        """Return the operation Unlock, after which a starving waiter runs at once."""
        return Op(lambda p, g: self.Unlock())


class RWMutex:
    """A lock that many readers or one writer hold; a waiting writer stops new readers."""

    __slots__ = ("_leaving", "_reader_sema", "_readers", "_w", "_writer_pending", "_writer_sema")

    def __init__(self) -> None:
        self._w = Mutex()
        self._readers = 0
        self._leaving = 0
        self._writer_pending = False
        self._reader_sema = Semaphore()
        self._writer_sema = Semaphore()

    def RLock(self) -> Op:
        """Return the operation that takes the lock for reading."""
        return Op(self._rlock)

    def _rlock(self, p: Processor, g: Goroutine) -> Any:
        p.now += p.costs.lock // 2
        self._readers += 1
        if not self._writer_pending:
            return None
        reason = p.kernel.version.rwmutex_wait_reasons[0]
        return self._reader_sema.acquire(p, Waiter(g, _nothing, reason, self))

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
        if self._writer_pending:
            self._leaving -= 1
            if self._leaving == 0:
                self._writer_sema.release()

    def Lock(self) -> Op:
        """Return the operation that takes the lock for writing."""
        return Op(self._lock)

    def _lock(self, p: Processor, g: Goroutine) -> Any:
        return self._w.lock(p, g, self._await_readers)

    def _await_readers(self, p: Processor, g: Goroutine) -> Any:
        """No other writer is left: stop new readers, and wait for the old ones."""
        self._writer_pending = True
        if self._readers == 0:
            return None
        self._leaving += self._readers
        if self._leaving == 0:
            return None
        reason = p.kernel.version.rwmutex_wait_reasons[1]
        return self._writer_sema.acquire(p, Waiter(g, _nothing, reason, self))

    def TryLock(self) -> bool:
        """Take the lock for writing if nobody has it."""
        if self._readers or not self._w.TryLock():
            return False
        self._writer_pending = True
        return True

    def Unlock(self) -> None:
        """Let all waiting readers in, then the next writer.  Go: RWMutex.Unlock."""
        if not self._writer_pending:
            fatal("sync: Unlock of unlocked RWMutex")
        self._writer_pending = False
        for _ in range(self._readers):
            self._reader_sema.release()
        self._w.Unlock()

    def Unlocking(self) -> Op:
        """Return the operation Unlock, after which a starving waiter runs at once."""
        return Op(lambda p, g: self.Unlock())


class WaitGroup:
    """Waits for a counter to become zero."""

    __slots__ = ("_count", "_sema", "_waiting")

    def __init__(self) -> None:
        self._count = 0
        self._waiting = 0
        self._sema = Semaphore()

    def Add(self, delta: int) -> None:
        """Add to the counter; at zero all waiters go on.  Raises GoPanic below zero."""
        p = running.p
        p.now += p.costs.lock // 2
        self._count += delta
        if self._count < 0:
            raise GoPanic("sync: negative WaitGroup counter")
        if self._count == 0:
            waiting, self._waiting = self._waiting, 0
            for _ in range(waiting):
                self._sema.release()

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

    def Wait(self) -> Op:
        """Return the operation that waits for zero."""
        return Op(self._wait)

    def _wait(self, p: Processor, g: Goroutine) -> Any:
        p.now += p.costs.lock // 2
        if self._count == 0:
            return None
        self._waiting += 1
        reason = p.kernel.version.waitgroup_wait_reason
        return self._sema.acquire(p, Waiter(g, self._woken, reason, self))

    def _woken(self, p: Processor, g: Goroutine) -> None:
        if self._count or self._waiting:
            raise GoPanic("sync: WaitGroup is reused before previous Wait has returned")


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

    __slots__ = ("L", "_list")

    def __init__(self, locker: Mutex | RWMutex) -> None:
        self.L = locker
        self._list = NotifyList()

    def Wait(self) -> Op:
        """Return the operation that unlocks L, waits, and locks L again."""
        return Op(self._wait)

    def _wait(self, p: Processor, g: Goroutine) -> Any:
        number = self._list.add()
        self.L.Unlock()
        g.on_wake = self._relock
        return self._list.wait(p, g, number)

    def _relock(self, p: Processor, g: Goroutine) -> None:
        self.L.Lock().perform(p, g)

    def Signal(self) -> None:
        """Wake the goroutine that has waited longest."""
        self._list.notify_one()

    def Broadcast(self) -> None:
        """Wake all, in the order in which they came."""
        self._list.notify_all()


def NewCond(locker: Mutex | RWMutex) -> Cond:
    """Return a Cond whose lock is the locker."""
    return Cond(locker)
