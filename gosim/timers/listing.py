"""What the heaps of all eras have in common: an array that grows, and how many it holds.

Models   runtime/time.go of Go 1.9 to 1.27: append to timersBucket.t, p.timers, timers.heap;
         time/sleep.go (NewTimer, AfterFunc) and tick.go (NewTicker) of Go 1.9 to 1.22.
Read     gosim.timers.heap4 and gosim.timers.timer first; then the eras.
Leaves out   nothing: the array never shrinks in Go either.

Invariants, checked with those of each era:

    L1  `listed` is the weight of all entries, `dead` that of the stopped ones among them.
    L2  The array has room for what is listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gosim.channels import Channel
from gosim.kernel import Processor
from gosim.record.facts import TimerReset, TimerStarted, TimerStopped
from gosim.timers.timer import Fire, when

if TYPE_CHECKING:
    from gosim.memory import Array, Sizes
    from gosim.timers.coarse import Newest
    from gosim.timers.kinds import Kinds


class Listing:
    """A heap of timers with what it weighs: in a coarse run an entry stands for many.

    `cap` is how many slots its array has.
    """

    __slots__ = ("array", "cap", "dead", "heap", "listed", "sizes")

    def __init__(self, heap: Any, sizes: Sizes, array: Array) -> None:
        self.heap = heap
        self.listed = 0
        self.dead = 0
        self.cap = 0
        self.sizes = sizes
        self.array = array

    def __len__(self) -> int:
        return len(self.heap)

    def grow(self) -> None:
        """Let the array grow as append does; it never shrinks."""
        while self.listed > self.cap:
            self.cap = self.sizes.grow(self.cap)
            self.array.grow(self.sizes.array_bytes(self.cap))

    def verify(self) -> None:
        """Check the invariants; raise AssertionError if one is broken."""
        assert 0 <= self.dead <= self.listed <= self.cap, "L1, L2"


class Listings:
    """The counting part of an era: sums over its heaps."""

    heaps: Sequence[Listing]
    newest: Newest

    def listed(self) -> int:
        """Return how many timers are in heaps, dead ones included, by weight."""
        return sum(heap.listed for heap in self.heaps)

    def dead(self) -> int:
        """Return how many of these are stopped, by weight."""
        return sum(heap.dead for heap in self.heaps)

    def entries(self) -> int:
        """Return how many entries gosim itself keeps."""
        return sum(len(heap) for heap in self.heaps)

    def announce_start(self, p: Processor, t: Any) -> None:
        """Say that t was started on p; called when somebody listens, as the others are."""
        p.kernel.announce(TimerStarted(p.now, _caller(p), t.when, t.period, t.weight))

    def announce_stop(self, p: Processor, t: Any, pending: bool) -> None:
        """Say that t was stopped, and what Stop returned."""
        p.kernel.announce(TimerStopped(p.now, _caller(p), pending, t.weight))

    def announce_reset(self, p: Processor, t: Any, due: int, pending: bool) -> None:
        """Say when t is due now, and what Reset returned."""
        p.kernel.announce(TimerReset(p.now, _caller(p), due, pending, t.weight))

    def let_go(self) -> None:
        """Forget all timers, now that the run is over."""
        self.newest.let_go()
        for heap in self.heaps:
            heap.heap.clear()

    def verify(self) -> None:
        """Check the invariants of every heap; raise AssertionError if one is broken."""
        for heap in self.heaps:
            heap.verify()


def _caller(p: Processor) -> int:
    """Return the number of the goroutine that p runs, 0 for the scheduler."""
    return p.g.id if p.g else 0


class InHeapFromStart(Listings):
    """What the eras up to Go 1.22 make alike: timers that are in a heap as long as they run.

    `timer` is the era's class of timers.
    """

    timer: Any
    kinds: Kinds
    _send: Fire

    def new_timer(self, p: Processor, duration: int, period: int) -> tuple[Any, Channel]:
        """Return a started timer and its channel.  Go: time.NewTimer, time.NewTicker."""
        kinds = self.kinds
        channel = Channel(1, kinds.time_channel)
        kinds.time_channel.made += 1
        due = when(p.now, duration)
        t = self.timer(due, period, self._send, channel, kinds.channel_timer)
        kinds.channel_timer.made += 1
        self.start(p, t)
        if p.grain > 1:
            self.newest.made(p, t, channel)
        return t, channel

    def new_func_timer(self, p: Processor, duration: int, fire: Fire, arg: Any) -> Any:
        """Return a started timer that calls a function.  Go: time.AfterFunc."""
        t = self.timer(when(p.now, duration), 0, fire, arg, self.kinds.func_timer)
        self.kinds.func_timer.made += 1
        self.start(p, t)
        if p.grain > 1:
            self.newest.made(p, t, None)
        return t

    def start(self, p: Processor, t: Any) -> None:
        """Put a new timer into a heap.  Go: addtimer."""
        raise NotImplementedError
