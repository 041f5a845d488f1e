"""The ledger: how many objects of each kind were made, and how many let go.

Models   what runtime.MemStats and the heap profile count (Mallocs, Frees), without the sampling.
Read     gosim.memory.sizes and gosim.memory.spans first, gosim.memory.collector next.
Leaves out   the collector; an object counts as gone when the last reference to it goes.

The model's own references are the reachability graph.  A timer in a heap is referenced by it,
and refers to its channel; when nothing refers to a channel any more, Python lets it go, and
`Channel.__del__` tells its population.

>>> ledger = Ledger(minor=22)
>>> after = ledger.population("time.After", Piece("time.Timer", 80), Piece("hchan", 120))
>>> after.made += 5
>>> after.freed += 2
>>> ledger.live_objects, ledger.live_bytes
(6, 600)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from gosim.memory.spans import span_share


@dataclass(frozen=True, slots=True)
class Piece:
    """One object of an allocation: what it is, and the bytes of its size class.

    `site` is the Go function that a heap profile finds at the end of its stack, or several with
    semicolons, the leaf first; a function of the program's own may have ``@file:line``.
    """

    what: str
    bytes: int
    pointers: bool = True
    site: str = ""


class Population:
    """All allocations of one kind: each is made of the same pieces.

    `zero` is the zero value of a channel's elements.
    """

    __slots__ = ("bytes", "freed", "made", "name", "objects", "pieces", "span_bytes", "zero")

    def __init__(self, name: str, pieces: tuple[Piece, ...], minor: int, zero: Any = None) -> None:
        self.name = name
        self.pieces = pieces
        self.objects = len(pieces)
        self.bytes = sum(piece.bytes for piece in pieces)
        self.span_bytes = sum(span_share(piece.bytes, piece.pointers, minor) for piece in pieces)
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
    """A backing array that only grows, as a heap of timers has one: one object of `bytes`.

    Every growth makes a new object, and leaves the old one as garbage.
    """

    __slots__ = ("_ledger", "bytes", "history")

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.bytes = 0
        self.history: list[int] = []

    def grow(self, size: int) -> None:
        """Replace it by an array of `size` bytes.

        The allocation of the new one may start the collector, which still finds the old one.
        """
        self.history.append(size)
        self._ledger.look()
        self._ledger.arrays_made += size
        self._ledger.look()
        self._ledger.arrays_freed += self.bytes
        self.bytes = size
        self._ledger.look()


class Pool:
    """Objects that the runtime uses again: goroutines, which it never frees, and sudogs.

    `made` tells how many there were, `freed` how many there are no more; each is one `piece`.
    """

    __slots__ = ("freed", "made", "name", "piece", "span_bytes")

    def __init__(
        self,
        name: str,
        piece: Piece,
        minor: int,
        made: Callable[[], int],
        freed: Callable[[], int],
    ) -> None:
        self.name = name
        self.piece = piece
        self.span_bytes = span_share(piece.bytes, piece.pointers, minor)
        self.made = made
        self.freed = freed

    @property
    def live(self) -> int:
        """How many there are."""
        return self.made() - self.freed()


class Tally(NamedTuple):
    """What was made and let go up to an instant: objects, bytes, and bytes of their spans."""

    made: float
    freed: float
    made_span: float
    freed_span: float
    made_objects: float
    freed_objects: float
    arrays_made: float
    arrays_freed: float


class Ledger:
    """Everything that a run has allocated.

    `look` is called when something large was allocated or let go; the collector listens.
    `sweepers` are asked before anything is counted: they know of objects that do not tell.
    `clearing` is called when a collection begins: it lets go of what is kept for use again.
    """

    def __init__(self, minor: int) -> None:
        self.minor = minor
        self.look: Callable[[], None] = _nobody_looks
        self.arrays: list[Array] = []
        self.pools: list[Pool] = []
        self.arrays_made = 0
        self.arrays_freed = 0
        self.sweepers: list[Callable[[bool], None]] = []
        self.clearing: list[Callable[[], None]] = []
        self._populations: dict[Any, Population] = {}

    def population(self, name: str, *pieces: Piece, zero: Any = None) -> Population:
        """Return the population of that name and shape; make it if it is new."""
        key = (name, pieces)
        if key not in self._populations:
            self._populations[key] = Population(name, pieces, self.minor, zero)
        return self._populations[key]

    def array(self) -> Array:
        """Return a new array that counts as one object once it has a size."""
        array = Array(self)
        self.arrays.append(array)
        return array

    def pool(
        self,
        name: str,
        piece: Piece,
        made: Callable[[], int],
        freed: Callable[[], int] = lambda: 0,
    ) -> None:
        """Count what the runtime keeps for its own use."""
        self.pools.append(Pool(name, piece, self.minor, made, freed))

    def clear_pools(self) -> None:
        """Let go of what was kept for use again, as a collection begins.  Go: clearpools."""
        for clear in self.clearing:
            clear()

    def __iter__(self) -> Iterator[Population]:
        return iter(self._populations.values())

    def sweep(self, thorough: bool = False) -> None:
        """Find out what was let go; `thorough` spares nothing, as runtime.GC does."""
        for sweeper in self.sweepers:
            sweeper(thorough)

    @property
    def live_objects(self) -> int:
        """Objects that something refers to."""
        self.sweep()
        counted = sum(kind.live * kind.objects for kind in self)
        counted += sum(pool.live for pool in self.pools)
        return counted + sum(1 for array in self.arrays if array.bytes)

    @property
    def live_bytes(self) -> int:
        """Their bytes, in Go's sizes."""
        self.sweep()
        counted = sum(kind.live * kind.bytes for kind in self)
        counted += sum(pool.live * pool.piece.bytes for pool in self.pools)
        return counted + self.arrays_made - self.arrays_freed

    def tally(self) -> Tally:
        """Return the sums over all populations, and those over all arrays."""
        self.sweep()
        made = freed = made_objects = freed_objects = 0
        made_span = freed_span = 0.0
        for kind in self._populations.values():
            made += kind.made * kind.bytes
            freed += kind.freed * kind.bytes
            made_span += kind.made * kind.span_bytes
            freed_span += kind.freed * kind.span_bytes
            made_objects += kind.made * kind.objects
            freed_objects += kind.freed * kind.objects
        for pool in self.pools:
            number, gone = pool.made(), pool.freed()
            made += number * pool.piece.bytes
            freed += gone * pool.piece.bytes
            made_span += number * pool.span_bytes
            freed_span += gone * pool.span_bytes
            made_objects += number
            freed_objects += gone
        return Tally(
            made,
            freed,
            made_span,
            freed_span,
            made_objects,
            freed_objects,
            self.arrays_made,
            self.arrays_freed,
        )


def _nobody_looks() -> None:
    """Nobody has asked to be told."""
