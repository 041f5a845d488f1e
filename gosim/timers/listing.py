"""What the heaps of all eras have in common: an array that grows, and how many it holds.

Models   runtime/time.go of Go 1.9 to 1.27: append to timersBucket.t, p.timers, timers.heap.
Read     gosim.timers.heap4 and gosim.timers.timer first; then the eras.
Leaves out   nothing: the array never shrinks in Go either.

Invariants, checked with those of each era:

    L1  `listed` is the weight of all entries, `dead` that of the stopped ones among them.
    L2  The array has room for what is listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gosim.memory import Array, Sizes
    from gosim.timers.coarse import Newest


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

    def let_go(self) -> None:
        """Forget all timers, now that the run is over."""
        self.newest.let_go()
        for heap in self.heaps:
            heap.heap.clear()

    def verify(self) -> None:
        """Check the invariants of every heap; raise AssertionError if one is broken."""
        for heap in self.heaps:
            heap.verify()
