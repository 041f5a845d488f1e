"""The footprint: what the process has taken from the system, and what it gives back.

Models   runtime/mheap.go (mheap.grow), mgcscavenge.go (gcPaceScavenger, bgscavenge) and mstats.go
         of Go 1.12 to 1.27, linux/amd64.
Read     gosim.memory.collector first, gosim.memory.heap next.
Leaves out   which page is where: holes count by their size.  What the runtime itself takes
             (spans, bitmaps, mark bits, stacks) is a measured part of the heap, for each version.

From the inside outwards:

    HeapInuse      spans with at least one object
    HeapIdle       spans without: HeapSys − HeapInuse
    HeapReleased   the part of HeapIdle whose pages the system has back
    HeapSys        what the heap has ever asked for, in steps of 4 MiB; it never shrinks
    Sys            HeapSys and the runtime's own
    RSS            what `top` shows: the pages that are really there

After a collection the *scavenger* gives pages back until a tenth more than the last heap is
left.  From Go 1.21 on it spares, for one more cycle, what was in use in the cycle before, so an
idle program shrinks at the second forced collection: four minutes after the last real one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

RSS_PER_P: Final = 150_000
"""What a further processor adds to RSS."""

GROWTH: Final = 4 << 20
"""The heap asks for multiples of this.  Go: mheap.grow rounds up to pallocChunkPages."""

STACKS: Final = 1 << 18
"""What goroutine stacks take of the first step."""

PADDING: Final = GROWTH // 2
"""What the first step loses, in the middle, since Go 1.26: the heap begins at a random page of it.
Go: randomizeHeapBase, markRandomPaddingPages."""

RETAIN: Final = 1.10
"""What the scavenger leaves, by the size of the last heap.  Go: retainExtraPercent."""

SCAVENGED_PER_NS: Final = 0.1
"""Bytes given back in a nanosecond, once there is something to give: 100 MB/s."""

SCAVENGER_DELAY: Final = 300_000_000
"""How long the scavenger takes to begin."""


@dataclass(frozen=True, slots=True)
class Overhead:
    """What a version's runtime takes itself.

    `base` bytes of objects and `base_spans` of their spans are there before main begins.
    `sys` and `sys_part` say what Sys has beyond HeapSys: a constant and a part of it.
    `rss` is what a process shows without a heap; `rss_growing` the part of a growing heap that is
    not there (or, below 0, that the runtime's own structures add), `rss_recycled` what is added
    once all of it has been used a second time.
    """

    base: int
    base_spans: int
    sys: float
    sys_part: float
    rss: float
    rss_growing: float
    rss_recycled: float


_ROWS: Final = {
    #      base base_spans    sys  part    rss growing recycled
    9: (75_000, 330_000, 8.5e6, 0.065, 2.0e6, -0.042, 0.130),
    20: (75_000, 330_000, 4.0e6, 0.045, 2.0e6, -0.035, 0.120),
    22: (72_000, 360_000, 2.3e6, 0.033, 2.1e6, -0.015, 0.065),
    23: (82_000, 385_000, 2.5e6, 0.033, 2.1e6, -0.015, 0.080),
    25: (84_000, 400_000, 4.2e6, 0.033, 2.3e6, -0.015, 0.080),
    26: (100_000, 420_000, 4.2e6, 0.033, 2.5e6, -0.020, 0.080),
}


def overhead_of(minor: int) -> Overhead:
    """Return the measured constants of Go 1.`minor`, or of the nearest release before it."""
    return Overhead(*_ROWS[max((row for row in _ROWS if row <= minor), default=min(_ROWS))])


class Footprint:
    """What the process holds, as the heap grows and shrinks inside it.

    `ready` are the bytes of HeapSys that have pages: HeapSys − HeapReleased.
    """

    def __init__(self, minor: int, procs: int = 1) -> None:
        self.minor = minor
        self.procs = procs
        self.overhead = overhead_of(minor)
        self.padding = PADDING if minor >= 26 else 0
        self.inuse = 0.0
        self.heap_sys = 0.0
        self.ready = 0.0
        self.recycled = 0.0
        self.stack_bytes: Callable[[], int] = lambda: 0
        self._retain = float("inf")
        self._begin = 0.0
        self._now = 0.0
        self.hold(0, 0)

    def hold(self, t: float, spans: float) -> float:
        """The heap has spans of so many bytes at t; return how many of them got new pages."""
        fresh = 0.0
        inuse = spans + self.overhead.base_spans
        if inuse > self.inuse:
            self.recycled += inuse - self.inuse
        self.inuse = inuse
        self._scavenge(t)
        if inuse > self.ready:
            fresh = inuse - self.ready
            self.recycled -= min(fresh, self.recycled)
            self.ready = inuse
        taken = (
            inuse + self.padding + self._further_stacks
        )  # A collection gives stacks back to the heap.
        if taken > self.heap_sys:
            self.heap_sys = -(-(taken + STACKS) // GROWTH) * GROWTH - STACKS
        return fresh

    def _scavenge(self, t: float) -> None:
        """Give pages back at a steady rate, down to what is to be retained."""
        floor = max(self._retain, self.inuse)
        if self.ready > floor and t > self._begin:
            since = max(self._begin, self._now)
            self.ready = max(self.ready - (t - since) * SCAVENGED_PER_NS, floor)
        self._now = t

    def cycle_ended(self, t: float, spans: float, goal: float, last_goal: float) -> None:
        """A mark is over, nothing is swept yet: set what to retain.  Go: gcPaceScavenger."""
        inuse = spans + self.overhead.base_spans
        ratio = goal / last_goal if last_goal else 1.0
        self._retain = RETAIN * inuse * ratio
        if self.minor >= 21:
            self._retain = max(self._retain, inuse)
        self._begin = t + SCAVENGER_DELAY

    def free_os_memory(self) -> None:
        """Give back everything that is idle.  Go: freeOSMemory."""
        self.ready = self.inuse

    # -- what the columns show ------------------------------------------------------------------

    @property
    def heap_idle(self) -> int:
        """HeapSys − HeapInuse."""
        return round(self.heap_sys - self.inuse)

    @property
    def heap_released(self) -> int:
        """HeapSys without what has pages."""
        return round(self.heap_sys - self.ready)

    @property
    def sys(self) -> int:
        """HeapSys, stacks, and what the runtime takes itself."""
        own = self.heap_sys * self.overhead.sys_part + self.overhead.sys
        return round(self.heap_sys + own + self._further_stacks)

    @property
    def _further_stacks(self) -> int:
        """What stacks have taken beyond the first step: the most that there were at once."""
        return max(self.stack_bytes() - STACKS, 0)

    @property
    def nonheap(self) -> float:
        """What counts against a memory limit without being objects."""
        return self.sys - self.heap_sys + self.overhead.base_spans - self.overhead.base

    @property
    def rss(self) -> int:
        """The pages that are there: of the heap, of the runtime, of the program's text."""
        used_again = min(self.recycled / self.heap_sys, 1.0)
        own = self.heap_sys * self.overhead.rss_recycled * used_again
        fixed = self.overhead.rss + RSS_PER_P * (min(self.procs, 8) - 1)
        heap = self.ready * (1 + self.overhead.rss_growing)
        return round(heap + own + fixed + 2 * self._further_stacks)
