"""The ledger: how many objects of each kind were made, and how many let go.

Models   what runtime.MemStats and the heap profile count (Mallocs, Frees), without the sampling.
Read     gosim.memory.sizes first.
Leaves out   the collector: an object counts as gone when the last reference to it goes.

The model's own references are the reachability graph.  A timer in a heap is referenced by it,
and refers to its channel; when nothing refers to a channel any more, Python lets it go, and
`Channel.__del__` tells its population.

>>> ledger = Ledger()
>>> after = ledger.population("time.After", objects=3, size=200)
>>> after.made += 5
>>> after.freed += 2
>>> ledger.live_objects, ledger.live_bytes
(9, 600)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any


class Population:
    """All allocations of one kind: each is `objects` objects that take `bytes` bytes.

    `zero` is the zero value of a channel's elements.
    """

    __slots__ = ("bytes", "freed", "made", "name", "objects", "zero")

    def __init__(self, name: str, objects: int, size: int, zero: Any = None) -> None:
        self.name = name
        self.objects = objects
        self.bytes = size
        self.zero = zero
        self.made = 0
        self.freed = 0

    @property
    def live(self) -> int:
        """How many are referenced now."""
        return self.made - self.freed

    def __repr__(self) -> str:
        return f"<{self.live} live {self.name}, {self.bytes} B each>"


class Array:
    """A backing array that only grows, as a heap of timers has one: one object of `bytes`."""

    __slots__ = ("bytes",)

    def __init__(self) -> None:
        self.bytes = 0


class Pool:
    """Objects that the runtime uses again and never frees: goroutines, sudogs.

    `made` tells how many there are; each takes `bytes`.
    """

    __slots__ = ("bytes", "made", "name")

    def __init__(self, name: str, size: int, made: Callable[[], int]) -> None:
        self.name = name
        self.bytes = size
        self.made = made


class Ledger:
    """Everything that a run has allocated."""

    def __init__(self) -> None:
        self._populations: dict[Any, Population] = {}
        self.arrays: list[Array] = []
        self.pools: list[Pool] = []

    def population(self, name: str, objects: int, size: int, zero: Any = None) -> Population:
        """Return the population of that name and shape; make it if it is new."""
        key = (name, objects, size)
        if key not in self._populations:
            self._populations[key] = Population(name, objects, size, zero)
        return self._populations[key]

    def array(self) -> Array:
        """Return a new array that counts as one object once it has a size."""
        array = Array()
        self.arrays.append(array)
        return array

    def pool(self, name: str, size: int, made: Callable[[], int]) -> None:
        """Count what the runtime keeps for its own use."""
        self.pools.append(Pool(name, size, made))

    def __iter__(self) -> Iterator[Population]:
        return iter(self._populations.values())

    @property
    def live_objects(self) -> int:
        """Objects that something refers to."""
        counted = sum(kind.live * kind.objects for kind in self)
        counted += sum(pool.made() for pool in self.pools)
        return counted + sum(1 for array in self.arrays if array.bytes)

    @property
    def live_bytes(self) -> int:
        """Their bytes, in Go's sizes."""
        counted = sum(kind.live * kind.bytes for kind in self)
        counted += sum(pool.made() * pool.bytes for pool in self.pools)
        return counted + sum(array.bytes for array in self.arrays)
