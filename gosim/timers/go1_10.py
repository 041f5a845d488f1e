"""Timers of Go 1.13 and before: buckets, each with a goroutine that sleeps until the next one.

Models   runtime/time.go of Go 1.9 and 1.10 to 1.13: addtimer, deltimer, timerproc, assignBucket,
         siftupTimer, siftdownTimer.
Read     gosim.timers.timer first, gosim.timers.go1_14 next.
Leaves out   the note on which timerproc sleeps is a wake-up at an instant.

Up to 1.9 there is one heap for the whole process; from 1.10 there are 64 *buckets*, and a timer
goes to the bucket of the P that starts it.  Each bucket has a goroutine, `timerproc`, that
sleeps in a system call until the first timer is due and then runs all that are due, one after
the other.  Stop removes a timer at once, which is why every timer knows its index.

    Stop, Reset     O(log n), eager: there are never dead entries
    who fires       timerproc, which needs a P like any goroutine: a loop without calls that
                    holds the only P holds up every timer
    Reset           Stop and Start: the timer moves to the bucket of the caller's P

Invariants, checked by Bucket.verify, and by test_machines.py for timers outside of a heap:

    B1  The heap is ordered by `when` (H1).
    B2  heap[i].i == i; a timer outside a heap has i == -1.
    B3  timerproc exists exactly if a timer was ever started in the bucket; it is asleep until
        an instant, parked until there is a timer, or about to run.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from gosim.channels import Channel
from gosim.kernel import NEVER, PARKED, Goroutine, Kernel, Operation, Processor, State
from gosim.record.facts import TimerFired
from gosim.timers.coarse import Newest
from gosim.timers.heap4 import Heap4
from gosim.timers.listing import InHeapFromStart, Listing
from gosim.timers.timer import (
    Counts,
    Fire,
    Timer,
    next_when,
    ready_goroutine,
    send_function,
    when,
)

if TYPE_CHECKING:
    from gosim.memory import Array, Population, Sizes
    from gosim.timers.kinds import Kinds
    from gosim.versions import GoVersion

OUTSIDE: Final = -1
"""The index of a timer that is in no heap."""


class IndexedTimer(Timer):
    """A timer that knows its bucket and its place there."""

    __slots__ = ("bucket", "i")

    def __init__(
        self,
        when: int,
        period: int,
        fire: Fire,
        arg: Any,
        population: Population,
        weight: int = 1,
    ) -> None:
        self.when = when
        self.period = period
        self.fire = fire
        self.arg = arg
        self.population = population
        self.weight = weight
        self.bucket: Bucket | None = None
        self.i = OUTSIDE


class IndexedHeap(Heap4[IndexedTimer]):
    """A 4-ary heap whose entries know their index."""

    __slots__ = ()

    def sift_up(self, i: int) -> int:
        """As in Heap4, telling every timer that moves where it is."""
        entries = self.entries
        t = entries[i]
        due = t.when
        while i > 0:
            parent = (i - 1) // 4
            above = entries[parent]
            if due >= above.when:
                break
            entries[i] = above
            above.i = i
            i = parent
        entries[i] = t
        t.i = i
        return i

    def sift_down(self, i: int) -> None:
        """As in Heap4, telling every timer that moves where it is."""
        entries = self.entries
        t = entries[i]
        due = t.when
        while children := entries[4 * i + 1 : 4 * i + 5]:
            below = children[0]
            for child in children:
                if child.when < below.when:
                    below = child
            if below.when >= due:
                break
            entries[i], below.i, i = below, i, below.i
        entries[i] = t
        t.i = i

    def push(self, t: IndexedTimer) -> int:
        """Append the timer and let it rise; return where it ended."""
        t.i = len(self)
        return super().push(t)

    def pop(self) -> IndexedTimer:
        """Remove and return the timer that is due first."""
        t = super().pop()
        t.i = OUTSIDE
        return t

    def delete(self, i: int) -> int:
        """Remove the timer at index i."""
        t = self[i]
        changed = super().delete(i)
        t.i = OUTSIDE
        return changed


class Bucket(Listing):
    """One heap of timers and the goroutine that runs them.  Go: timersBucket.

    `sleeping_until` is the instant at which timerproc wakes, or None; `rescheduling` means that
    it is parked until there is a timer.
    """

    __slots__ = (
        "era",
        "nap",
        "rescheduling",
        "sleeping_until",
        "timerproc",
    )

    heap: IndexedHeap

    def __init__(self, era: Go1_10, sizes: Sizes, array: Array) -> None:
        super().__init__(IndexedHeap(), sizes, array)
        self.era = era
        self.timerproc: Goroutine | None = None
        self.rescheduling = False
        self.sleeping_until: int | None = None
        self.nap = 0

    def add(self, p: Processor, t: IndexedTimer) -> None:
        """Put t into the heap; timerproc must hear of a new head.  Go: addtimerLocked."""
        t.bucket = self
        place = self.heap.push(t)
        self.listed += t.weight
        if self.listed > self.cap:
            self.grow()
        if place == 0:
            self._new_head(p, t.when)

    def weigh(self, more: int) -> None:
        """Let an entry stand for so many more timers; the caller changes its weight."""
        self.listed += more
        if self.listed > self.cap:
            self.grow()

    def remove(self, t: IndexedTimer) -> bool:
        """Take t out, wherever it is; timerproc is not woken.  Go: deltimerLocked."""
        if t.i == OUTSIDE or t.bucket is not self:
            return False
        self.heap.delete(t.i)
        self._gone(t)
        return True

    def _gone(self, t: IndexedTimer) -> None:
        self.listed -= t.weight

    # -- timerproc ------------------------------------------------------------------------------

    def _new_head(self, p: Processor, due: int) -> None:
        kernel = p.kernel
        if self.timerproc is None:
            self.timerproc = kernel.new_goroutine(partial(_timerproc, self), system=True)
            p.put(self.timerproc)
        elif self.rescheduling:
            self.rescheduling = False
            p.ready(self.timerproc)
        elif self.sleeping_until is not None and due < self.sleeping_until:
            kernel.count_note(self.sleeping_until, -1)
            self._sleep_until(kernel, max(due, p.now))
            p.look_up_at(max(due, p.now))

    def fall_asleep(self, p: Processor, g: Goroutine, until: int) -> None:
        """Let timerproc sleep in a system call, without a P.  Go: notetsleepg."""
        g.state = State.SYSCALL
        self._sleep_until(p.kernel, until)
        p.look_up_at(until)

    def _sleep_until(self, kernel: Kernel, until: int) -> None:
        self.nap += 1
        self.sleeping_until = until
        kernel.count_note(until, +1)
        if until < NEVER:
            kernel.at(until, partial(self._wake, kernel, self.nap))

    def _wake(self, kernel: Kernel, nap: int) -> None:
        """The system call returns: timerproc needs a P again.  Go: exitsyscall."""
        if nap != self.nap:
            return  # It was woken earlier, for a timer that is due before.
        assert self.timerproc is not None
        assert self.sleeping_until is not None
        kernel.count_note(self.sleeping_until, -1)
        self.sleeping_until = None
        kernel.from_syscall(self.timerproc)

    def run_due(self, p: Processor) -> int:
        """Run every timer that is due; return how long to sleep, or NEVER.  Go: timerproc."""
        now = p.now
        while self.heap:
            t = self.heap[0]
            delay = now - t.when
            if delay < 0:
                return -delay
            self._fire(p, t, now, delay)
        return NEVER

    def _fire(self, p: Processor, t: IndexedTimer, now: int, delay: int) -> None:
        due = t.when
        if t.period > 0:
            t.when = next_when(due, t.period, now)
            self.heap.sift_down(0)
        else:
            self.heap.pop()
            self._gone(t)
        self.era.counts.fired += t.weight
        if p.watched:
            p.kernel.announce(TimerFired(now, 0, due, delay, t.weight))
        t.fire(p, t.arg, now, delay, t.weight)

    def verify(self) -> None:
        """Check B1 to B3; raise AssertionError if one is broken."""
        super().verify()
        self.heap.verify()
        assert all(t.i == i and t.bucket is self for i, t in enumerate(self.heap)), "B2"
        assert self.listed == sum(t.weight for t in self.heap), "L1"
        assert not (self.rescheduling and self.sleeping_until is not None), "B3"
        assert self.timerproc is not None or not self.heap, "B3"


class _NoteSleep:
    """timerproc's operation: sleep until an instant, or park until there is a timer."""

    __slots__ = ("bucket", "duration")

    def __init__(self, bucket: Bucket, duration: int) -> None:
        self.bucket = bucket
        self.duration = duration

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Leave the processor."""
        if self.duration == NEVER:
            self.bucket.rescheduling = True
            p.park(g, "timer goroutine (idle)")
        else:
            self.bucket.fall_asleep(p, g, min(p.now + self.duration, NEVER))
        return PARKED


def _timerproc(bucket: Bucket) -> Generator[Operation, Any, None]:
    """Run timers as they become due, for ever.  Go: timerproc."""
    while True:
        yield _NoteSleep(bucket, bucket.run_due(bucket.era.kernel.running.p))


class NoPass:
    """What a P asks of its timers in this era: nothing, timerproc does it all."""

    __slots__ = ("era",)

    def __init__(self, era: Go1_10) -> None:
        self.era = era

    def check(self, p: Processor, now: int) -> None:
        """Nothing to do: the scheduler runs no timers."""

    def wake_time(self) -> int:
        """A P never wakes for a timer."""
        return NEVER

    def __len__(self) -> int:
        return 0


class Go1_10(InHeapFromStart):
    """The timers of one run: the buckets, and the calls of package time."""

    timer = IndexedTimer

    def __init__(self, version: GoVersion, kernel: Kernel, kinds: Kinds) -> None:
        self.version = version
        self.kernel = kernel
        self.kinds = kinds
        self.counts = Counts(kinds)
        self.newest = Newest(self, kinds)
        self._send = send_function(version)
        sizes = kinds.sizes
        self.heaps: list[Bucket] = [
            Bucket(self, sizes, kinds.array()) for _ in range(version.timer_buckets)
        ]
        for p in kernel.processors:
            p.timers = NoPass(self)

    def bucket_of(self, p: Processor) -> Bucket:
        """Return the bucket that p's timers go to.  Go: assignBucket."""
        return self.heaps[p.id % len(self.heaps)]

    # -- making timers --------------------------------------------------------------------------

    def after(self, p: Processor, duration: int) -> Channel:
        """Return the channel of a new timer.  Go: time.After."""
        return self.new_timer(p, duration, 0)[1]

    def sleep(self, p: Processor, g: Goroutine, duration: int) -> None:
        """Make g ready after the duration.  Go: timeSleep."""
        t = g.sleep_timer
        if t is None:
            t = g.sleep_timer = IndexedTimer(0, 0, ready_goroutine, g, self.kinds.sleep_timer)
            self.kinds.sleep_timer.made += 1
        t.when = when(p.now, duration)
        self.bucket_of(p).add(p, t)

    # -- start, stop, reset ---------------------------------------------------------------------

    def start(self, p: Processor, t: IndexedTimer) -> None:
        """Put a timer into the bucket of p.  Go: addtimer."""
        self.bucket_of(p).add(p, t)
        if p.watched:
            self.announce_start(p, t)

    def stop(self, p: Processor, t: IndexedTimer, channel: Channel | None = None) -> bool:
        """Remove t at once; return whether it was to fire.  Go: deltimer."""
        pending = t.bucket is not None and t.bucket.remove(t)
        if pending:
            self.counts.stopped += max(t.weight, p.grain)
        if p.watched:
            self.announce_stop(p, t, pending)
        return pending

    def reset(
        self, p: Processor, t: IndexedTimer, channel: Channel | None, duration: int, period: int = 0
    ) -> bool:
        """Remove t and start it anew, in the bucket of p.  Go: Timer.Reset."""
        pending = t.bucket is not None and t.bucket.remove(t)
        t.when, t.period = when(p.now, duration), period
        self.bucket_of(p).add(p, t)
        if p.watched:
            self.announce_reset(p, t, t.when, pending)
        return pending

    # -- counting -------------------------------------------------------------------------------

    def weigh(self, t: IndexedTimer, more: int) -> bool:
        """Let t stand for so many more if it is in a heap; return whether it is."""
        if t.i == OUTSIDE or t.bucket is None:
            return False
        t.bucket.weigh(more)
        return True
