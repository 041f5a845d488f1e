"""What is beneath sync: the semaphore of Mutex, RWMutex and WaitGroup, the queue of Cond.

Models   runtime/sema.go of Go 1.22: semacquire1, semrelease1, notifyList.
Read     gosim.kernel.operations first.
Leaves out   the table of all semaphores, profiles.

Invariants:

    S1  Who was woken has nothing yet: it takes one if nobody who ran meanwhile was faster, and
        otherwise waits again.
    S2  What is handed over cannot be taken by anybody else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from gosim.kernel import PARKED, Goroutine, Processor, WaitReason, running

Continue = Callable[[Processor, Goroutine], Any]
"""What a goroutine does when it has got what it waited for: it returns None, or PARKED."""


def park(p: Processor, g: Goroutine, reason: str, what: object) -> None:
    """Park with a sudog, which is left over when the goroutine is woken.  Go: acquireSudog."""
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


class Waiter:
    """A goroutine that waits, why, and what it does then; `ticket` is set when it is handed one."""

    __slots__ = ("g", "lifo", "reason", "then", "ticket", "what")

    def __init__(
        self, g: Goroutine, then: Continue, reason: str, what: object, lifo: bool = False
    ) -> None:
        self.g = g
        self.then = then
        self.reason = reason
        self.what = what
        self.lifo = lifo
        self.ticket = False


class Semaphore:
    """A count that goroutines take from, and wait for when it is zero."""

    __slots__ = ("_count", "_waiters")

    def __init__(self) -> None:
        self._count = 0
        self._waiters: deque[Waiter] = deque()

    def acquire(self, p: Processor, waiter: Waiter) -> Any:
        """Take one and go on, now or when woken.  Go: semacquire1."""
        if self._take():
            return waiter.then(p, waiter.g)
        self._queue(p, waiter)
        return PARKED

    def _take(self) -> bool:
        """Go: cansemacquire."""
        if self._count == 0:
            return False
        self._count -= 1
        return True

    def _queue(self, p: Processor, waiter: Waiter) -> None:
        if waiter.lifo:
            self._waiters.appendleft(waiter)
        else:
            self._waiters.append(waiter)

        def woken(p: Processor, g: Goroutine) -> None:
            if waiter.ticket or self._take():
                waiter.then(p, g)
            else:
                self._queue(p, waiter)

        waiter.g.on_wake = woken
        park(p, waiter.g, waiter.reason, waiter.what)

    def release(self, handoff: bool = False) -> None:
        """Give one, and wake who is first; with `handoff` it is his, and he is next to run.

        Go: semrelease1.
        """
        self._count += 1
        if not self._waiters:
            return
        p, waiter = running.p, self._waiters.popleft()
        waiter.ticket = handoff and self._take()
        p.ready(waiter.g)
        if waiter.ticket:
            p.yield_soon()


class NotifyList:
    """The queue of a Cond: each who waits draws a number first.  Go: notifyList."""

    __slots__ = ("_next", "_notified", "_waiters")

    def __init__(self) -> None:
        self._next = 0
        self._notified = 0
        self._waiters: dict[int, Goroutine] = {}

    def add(self) -> int:
        """Return a number: who is notified from now on may have it.  Go: notifyListAdd."""
        self._next += 1
        return self._next - 1

    def wait(self, p: Processor, g: Goroutine, number: int) -> Any:
        """Wait until the number is notified, unless it has been.  Go: notifyListWait."""
        if number < self._notified:
            return None
        self._waiters[number] = g
        park(p, g, WaitReason.COND_WAIT, self)
        return PARKED

    def notify_one(self) -> None:
        """Wake who has the lowest number.  Go: notifyListNotifyOne."""
        if self._notified == self._next:
            return
        g = self._waiters.pop(self._notified, None)
        self._notified += 1
        if g is not None:
            running.p.ready(g)

    def notify_all(self) -> None:
        """Wake all, in the order in which they came.  Go: notifyListNotifyAll."""
        self._notified = self._next
        waiters, self._waiters = self._waiters, {}
        for g in waiters.values():
            running.p.ready(g)
