"""A snapshot: what is in memory at one instant, counted by kind and by heap of timers.

Models   nothing in Go; runtime.MemProfile and a core dump together would show it.
Read     gosim.memory.ledger first, gosim.memory.why and gosim.memory.heapprofile next.
Leaves out   single objects: thousands that are alike are one number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gosim.memory.ledger import Ledger, Piece
from gosim.memory.names import CHANNEL_TIMER, TIMERS
from gosim.memory.roots import Holders, Walk


@dataclass(frozen=True, slots=True)
class Kind:
    """All allocations of one shape: how many were made, and how many are referenced."""

    name: str
    pieces: tuple[Piece, ...]
    made: int
    live: int

    @property
    def bytes(self) -> int:
        """The bytes of one."""
        return sum(piece.bytes for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class TimerHeapCount:
    """One heap of timers: whose it is, how many it holds of each kind, and its array.

    `holders` says of how many of each kind a variable or a goroutine has the timer or its channel.
    """

    owner: str
    slots: int
    capacity: int
    array_bytes: int
    kinds: dict[str, int]
    arrays: tuple[int, ...]
    holders: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that is counted at the instant `at`, in nanoseconds.

    `explicit` is how many channel timers the program made by NewTimer or NewTicker; the others
    come from After.  `holders` says what refers to them beside the heaps of timers.
    """

    version: str
    minor: int
    at: int
    live_bytes: int
    live_objects: int
    slot_bytes: int
    kinds: tuple[Kind, ...]
    heaps: tuple[TimerHeapCount, ...]
    explicit: int = 0
    holders: Holders = field(default_factory=Holders)


def take(
    version: Any,
    at: int,
    ledger: Ledger,
    heaps: Iterable[Any],
    slot_bytes: int,
    explicit: int,
    walk: Walk,
) -> Snapshot:
    """Count what there is.  `heaps` are the era's heaps of timers, in the order of the Ps."""
    kinds = tuple(Kind(kind.name, kind.pieces, kind.made, kind.live) for kind in ledger)
    timers = [kind.name for kind in kinds if kind.live and kind.name in TIMERS]
    counted = [_count(number, heap, timers, walk) for number, heap in enumerate(heaps) if heap.cap]
    return Snapshot(
        version=str(version),
        minor=version.minor,
        at=at,
        live_bytes=ledger.live_bytes,
        live_objects=ledger.live_objects,
        slot_bytes=slot_bytes,
        kinds=kinds,
        heaps=tuple(counted),
        explicit=explicit,
        holders=walk.result(),
    )


def _count(number: int, heap: Any, names: list[str], walk: Walk) -> TimerHeapCount:
    """Count the timers of one heap by their kind; `names` are the kinds that there are."""
    kinds: Counter[str] = Counter()
    if len(names) == 1:
        kinds[names[0]] = heap.listed  # No need to walk through millions.
    else:
        for entry in heap.heap:
            timer = getattr(entry, "timer", entry)
            kinds[CHANNEL_TIMER if timer.lone else timer.population.name] += timer.weight
    array = heap.array
    return TimerHeapCount(
        f"P {number}",
        heap.listed,
        heap.cap,
        array.bytes,
        dict(kinds),
        tuple(array.history),
        walk.listed(heap),
    )
