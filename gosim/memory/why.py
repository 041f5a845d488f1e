"""Why is it still there?  The chain of references that keeps the largest group of objects.

Models   nothing in Go; a debugger that follows references (viewcore) is the nearest relative.
Read     gosim.memory.snapshot first.
Leaves out   a second holder of the same object; who holds a string or a number.

>>> from gosim.memory.ledger import Piece
>>> from gosim.memory.roots import Holders
>>> timer = Kind("time.Timer", (Piece("time.Timer", 80),), made=3, live=3)
>>> channel = Kind("chan time.Time", (Piece("runtime.hchan", 96),), made=3, live=3)
>>> heap = TimerHeapCount("P 0", 3, 4, 32, {"time.Timer": 3}, (8, 16, 32))
>>> walked = Holders(complete=True)
>>> snapshot = Snapshot("Go 1.22", 22, 0, 560, 7, 8, (timer, channel), (heap,), holders=walked)
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

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gosim.memory.names import (
    CHANNEL_TIMER,
    FUNC_TIMERS,
    OF_DEADLINE,
    SLEEP_TIMER,
    TIME_CHANNEL,
)
from gosim.memory.roots import VISITS_MAX
from gosim.memory.snapshot import Kind, Snapshot, TimerHeapCount
from gosim.units import format_bytes, format_clock, format_count

IN_HEAP: Final = (
    "A timer stays in the heap until it is due or is removed; it refers to its channel, and the"
    " channel to its buffer."
)
WHILE_WAITED_FOR: Final = (
    "A timer is in the heap while a goroutine waits on its channel; it refers to its channel, and"
    " the channel\nto its buffer."
)
FUNCTION: Final = (
    "A function's timer stays in the heap until it is due or is removed, in every version of Go,"
    " and keeps what\nthe function refers to: for a context with a deadline that is the context,"
    " unless it is cancelled."
)
SLEEP: Final = ("A goroutine sleeps", "Goroutines sleep")
ASLEEP: Final = ": a timer stays in the heap until it is time to wake up."
FORGOTTEN: Final = "the program has forgotten them."
BY_ROOT: Final = (
    "What is reached from there, directly or through a slice, a map, a struct or a closure, stays;"
    " what is taken\nout, or set to nil, the next collection frees."
)
BY_WAITING: Final = "When the goroutine goes on and lets go, the next collection frees them."
MORE: Final = f"\nThat is at least so: no more than {VISITS_MAX:,} objects were followed."
BY_GOROUTINES: Final = (
    "Goroutines refer to them, in variables or because they wait on them; when they let go, the"
    " next collection\nfrees them."
)
BY_VALUES: Final = (
    "Variables of the package or of goroutines refer to them, directly or through other values: a"
    " slice, a map,\na struct, a closure. What is taken out of there, or set to nil, the next"
    " collection frees."
)
NEEDS_WAITER: Final = 23
"""From this version on a channel's timer is in a heap only while somebody waits."""

SHOWN: Final = 3
"""How many holders are named."""

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
    """Objects that one root keeps: the root, links from there on, and the reason.

    Without a chain each of the links hangs on the root, or on another one.
    """

    root: str
    links: tuple[Link, ...]
    reason: str
    is_chain: bool = True

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
    rest = {kind: _outside(snapshot, kind) for kind in snapshot.kinds if kind.live}
    roots = snapshot.holders.by_label
    more = "" if snapshot.holders.complete else MORE
    found = [_kept_by_root(label, kinds, rest, more) for label, kinds in roots.items()]
    others = [_kept_by_others(snapshot, kind, count) for kind, count in rest.items()]
    everything = (group for group in (*kept, *found, *others) if group.bytes)
    return sorted(everything, key=lambda group: -group.bytes)


def _share(snapshot: Snapshot, names: tuple[str, ...]) -> float:
    """Return which part of the live objects of these kinds is in heaps of timers."""
    listed = sum(heap.kinds.get(name, 0) for heap in snapshot.heaps for name in names)
    live = sum(kind.live for kind in snapshot.kinds if kind.name in names)
    return min(listed / live, 1.0) if live else 0.0


def _kept_by_heap(snapshot: Snapshot, heap: TimerHeapCount, kind: Kind) -> Group:
    count = heap.kinds[kind.name]
    largest = max(heap.kinds, key=lambda name: heap.kinds[name])
    array = heap.array_bytes if kind.name == largest else 0
    size = f"{format_count(heap.capacity)} × {snapshot.slot_bytes} B = {format_bytes(array)}"
    note = f"a heap of {_timers(heap.slots)}, in an array of {size}"
    links = [
        Link("timers", 1, array, note if array else "the same heap"),
        Link("slot", count, 0, f"{format_count(count)}, one for each timer"),
        *(Link(piece.what, count, piece.bytes) for piece in kind.pieces),
    ]
    if kind.name == CHANNEL_TIMER:
        links += _followers(snapshot, (TIME_CHANNEL,), count)
        return Group(heap.owner, tuple(links), _why_in_heap(snapshot, heap, count))
    if kind.name == SLEEP_TIMER:
        return Group(heap.owner, tuple(links), SLEEP[count > 1] + ASLEEP)
    if kind.name in FUNC_TIMERS:
        part = count / max(sum(other.kinds.get(kind.name, 0) for other in snapshot.heaps), 1)
        links += _followers(snapshot, OF_DEADLINE, count, part)
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


def _timers(count: int) -> str:
    return f"{format_count(count)} timer{'s' * (count != 1)}"


def _why_in_heap(snapshot: Snapshot, heap: TimerHeapCount, count: int) -> str:
    """Say why channel timers are in a heap, and what else refers to them."""
    waits = snapshot.minor >= NEEDS_WAITER and "asynctimerchan=1" not in snapshot.version
    held = heap.holders.get(CHANNEL_TIMER, {})
    forgotten = count - sum(held.values()) if snapshot.holders.complete else 0
    sentences = [_refers(held, count, snapshot.holders.complete)] if held else []
    if forgotten > 0:
        who = f"the other {_timers(forgotten)}" if held else "them"
        sentences.append(f"Nothing else refers to {who}: {FORGOTTEN}")
    return "\n".join([WHILE_WAITED_FOR if waits else IN_HEAP, *sentences])


def _refers(held: Mapping[str, int], count: int, complete: bool) -> str:
    """Say what refers to some of so many timers or to their channels, as far as is known."""
    ranked = sorted(held.items(), key=lambda pair: -pair[1])
    if len(ranked) == 1 and ranked[0][1] == count:
        return f"{_capital(ranked[0][0])} refers to {'it' if count == 1 else 'all of them'}."
    least = "" if complete else "at least "
    parts = [f"{label} refers to {least}{format_count(n)}" for label, n in ranked[:SHOWN]]
    if more := sum(number for _, number in ranked[SHOWN:]):
        parts.append(f"others refer to {format_count(more)}")
    return _capital(",\n".join(parts)) + "."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _kept_with(name: str) -> tuple[str, ...]:
    """Return the kinds of timers that keep a kind while they are in a heap."""
    if name in OF_DEADLINE:
        return FUNC_TIMERS
    return (CHANNEL_TIMER,) if name == TIME_CHANNEL else (name,)


def _outside(snapshot: Snapshot, kind: Kind) -> int:
    """Return how many of a kind heaps of timers do not account for."""
    return round(kind.live * (1 - _share(snapshot, _kept_with(kind.name))))


def _kept_by_root(label: str, kinds: Mapping[str, int], rest: dict[Kind, int], more: str) -> Group:
    """Return what a root keeps of the rest, and leave what it does not."""
    links: list[Link] = []
    for kind, left in rest.items():
        count = min(left, kinds.get(kind.name, 0))
        rest[kind] = left - count
        links += [Link(piece.what, count, piece.bytes) for piece in kind.pieces if count]
    links.sort(key=lambda link: -link.count * link.bytes)
    reason = BY_ROOT if label.startswith("the ") else BY_WAITING
    return Group(label, tuple(links), reason + more, is_chain=False)


def _kept_by_others(snapshot: Snapshot, kind: Kind, count: int) -> Group:
    """Return what nothing accounts for: what holds a string or a number is not known.

    Nor is it known of what comes where the walk along the references ended.
    """
    links = tuple(Link(piece.what, count, piece.bytes) for piece in kind.pieces)
    if any("@" in piece.site for piece in kind.pieces):
        return Group("the program's values", links, BY_VALUES)
    if not snapshot.holders.complete:
        return Group("variables and goroutines", links, BY_VALUES)
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
    return "\n".join([head, "", group.root, *_tree(group), "", group.reason])


def _tree(group: Group) -> list[str]:
    links = group.links
    step = 3 if group.is_chain else 0
    width = max(step * i + 3 + len(link.what) for i, link in enumerate(links))
    lines = []
    for i, link in enumerate(links):
        total = format_bytes(link.count * link.bytes)
        text = link.note or f"{format_count(link.count)} × {link.bytes} B = {total}"
        branch = "└─" if group.is_chain or link is links[-1] else "├─"
        lines.append(f"{' ' * step * i}{branch} {link.what}".ljust(width + 1) + f" {text}")
    return lines
