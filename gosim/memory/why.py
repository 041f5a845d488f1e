"""Why is it still there?  The chain of references that keeps the largest group of objects.

Models   nothing in Go; a debugger that follows references (viewcore) is the nearest relative.
Read     gosim.memory.snapshot first.
Leaves out   variables of goroutines by name: what no heap of timers keeps, goroutines keep.

>>> from gosim.memory.ledger import Piece
>>> timer = Kind("time.Timer", (Piece("time.Timer", 80),), made=3, live=3)
>>> channel = Kind("chan time.Time", (Piece("runtime.hchan", 96),), made=3, live=3)
>>> heap = TimerHeapCount("P 0", 3, 4, 32, {"time.Timer": 3}, (8, 16, 32))
>>> snapshot = Snapshot("Go 1.22", 22, 0, 560, 7, 8, (timer, channel), (heap,))
>>> print(render(snapshot))
Go 1.22 at 0:00: 560 B are referenced, 560 B of them (100%) like this:
<BLANKLINE>
P 0
└─ timers                  a heap of 3 timers, in an array of 4 × 8 B = 32 B
   └─ slot                 3, one for each timer
      └─ time.Timer        3 × 80 B = 240 B
         └─ runtime.hchan  3 × 96 B = 288 B
<BLANKLINE>
A timer stays in the heap until it is due or is removed; ...
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gosim.memory.snapshot import TIMERS, Kind, Snapshot, TimerHeapCount
from gosim.units import format_bytes, format_clock, format_count

IN_HEAP: Final = (
    "A timer stays in the heap until it is due or is removed; it refers to its channel, and the"
    " channel to its buffer.\nNothing else refers to them: the loop has forgotten them."
)
FUNCTION: Final = (
    "A function's timer stays in the heap until it is due or is removed, in every version of Go,"
    " and keeps what\nthe function refers to: for a context with a deadline that is the context,"
    " unless it is cancelled."
)
BY_GOROUTINES: Final = (
    "Goroutines refer to them, in variables or because they wait on them; when they let go, the"
    " next collection\nfrees them."
)
BY_VALUES: Final = (
    "Variables of the package or of goroutines refer to them, directly or through other values: a"
    " slice, a map,\na struct, a closure. What is taken out of there, or set to nil, the next"
    " collection frees."
)
NOTHING: Final = "Nothing is referenced but the runtime's own objects."


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: what it is, how many there are, and how many bytes each has."""

    what: str
    count: int
    bytes: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Objects that one chain keeps: its root, its links from there on, and the reason."""

    root: str
    links: tuple[Link, ...]
    reason: str

    @property
    def bytes(self) -> int:
        """All bytes along the chain."""
        return sum(link.count * link.bytes for link in self.links)


def groups(snapshot: Snapshot) -> list[Group]:
    """Return all groups of referenced objects, the largest first."""
    kept = [
        _kept_by_heap(snapshot, heap, kind)
        for heap in snapshot.heaps
        for kind in snapshot.kinds
        if heap.kinds.get(kind.name)
    ]
    rest = [_kept_by_goroutines(snapshot, kind) for kind in snapshot.kinds if kind.live]
    return sorted(
        (group for group in (*kept, *rest) if group.bytes), key=lambda group: -group.bytes
    )


def _share(snapshot: Snapshot, name: str) -> float:
    """Return which part of a kind's live objects is in heaps of timers."""
    listed = sum(heap.kinds.get(name, 0) for heap in snapshot.heaps)
    live = next((kind.live for kind in snapshot.kinds if kind.name == name), 0)
    return min(listed / live, 1.0) if live else 0.0


def _kept_by_heap(snapshot: Snapshot, heap: TimerHeapCount, kind: Kind) -> Group:
    count = heap.kinds[kind.name]
    largest = max(heap.kinds, key=lambda name: heap.kinds[name])
    array = heap.array_bytes if kind.name == largest else 0
    size = f"{format_count(heap.capacity)} × {snapshot.slot_bytes} B = {format_bytes(array)}"
    note = f"a heap of {format_count(heap.slots)} timers, in an array of {size}"
    links = [
        Link("timers", 1, array, note if array else "the same heap"),
        Link("slot", count, 0, f"{format_count(count)}, one for each timer"),
        *(Link(piece.what, count, piece.bytes) for piece in kind.pieces),
    ]
    if kind.name == TIMERS[0]:
        links += _followers(snapshot, ("chan time.Time",), count)
        return Group(heap.owner, tuple(links), IN_HEAP)
    if kind.name in TIMERS[1:3]:
        part = count / max(sum(other.kinds.get(kind.name, 0) for other in snapshot.heaps), 1)
        names = ("context deadline func", "context.WithTimeout", "chan struct {}, 0")
        links += _followers(snapshot, names, count, part)
    return Group(heap.owner, tuple(links), FUNCTION)


def _followers(
    snapshot: Snapshot, names: tuple[str, ...], most: int, part: float = 1.0
) -> list[Link]:
    """Return the links for what the timers refer to."""
    found = [kind for name in names for kind in snapshot.kinds if kind.name == name and kind.live]
    return [
        Link(piece.what, min(round(kind.live * part), most), piece.bytes)
        for kind in found
        for piece in kind.pieces
    ]


def _kept_by_goroutines(snapshot: Snapshot, kind: Kind) -> Group:
    """What heaps of timers do not account for."""
    timers = TIMERS[0] if kind.name == "chan time.Time" else kind.name
    if kind.name in ("context deadline func", "context.WithTimeout", "chan struct {}, 0"):
        timers = TIMERS[1]
    count = round(kind.live * (1 - _share(snapshot, timers)))
    links = tuple(Link(piece.what, count, piece.bytes) for piece in kind.pieces)
    if any("@" in piece.site for piece in kind.pieces):
        return Group("the program's values", links, BY_VALUES)
    return Group("goroutines", links, BY_GOROUTINES)


def render(snapshot: Snapshot) -> str:
    """Return the chain of the largest group, with counts and bytes, as text."""
    found = groups(snapshot)
    when = f"{snapshot.version} at {format_clock(snapshot.at)}"
    if not found:
        return f"{when}: {NOTHING}"
    group = found[0]
    part = group.bytes / max(snapshot.live_bytes, 1)
    head = (
        f"{when}: {format_bytes(snapshot.live_bytes)} are referenced,"
        f" {format_bytes(group.bytes)} of them ({part:.0%}) like this:"
    )
    return "\n".join([head, "", group.root, *_tree(group.links), "", group.reason])


def _tree(links: tuple[Link, ...]) -> list[str]:
    width = max(3 * i + 3 + len(link.what) for i, link in enumerate(links))
    lines = []
    for i, link in enumerate(links):
        total = format_bytes(link.count * link.bytes)
        text = link.note or f"{format_count(link.count)} × {link.bytes} B = {total}"
        lines.append(f"{'   ' * i}└─ {link.what}".ljust(width + 1) + f" {text}")
    return lines
