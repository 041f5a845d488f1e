"""The 4-ary min-heap in which Go keeps its timers.

Models   runtime/time.go of Go 1.9 to 1.27: siftupTimer, siftdownTimer, timers.siftUp,
         timers.siftDown, timers.deleteMin, timers.initHeap.
Read     gosim.timers.timer next; then the eras go1_10, go1_14, go1_23.
Leaves out   locks; the check for a heap that racy use has corrupted; the tie-breaker of the fake
             timers of testing/synctest (timerWhen.less and `rand`, from 1.25 on).

A heap is a list in which no entry fires later than its children.  Go gives every entry four
children, so the tree is half as deep as a binary one: a push meets fewer ancestors, a pop meets
more siblings.  By position:

    0
    1                2                3                4
    5  6  7  8       9 10 11 12      13 14 15 16      17 18 19 20

There is no tie-breaker: an entry never overtakes an equal parent and never sinks below an
equal child, so entries that are due at the same instant leave in an order that depends on the
heap's whole history.

Invariants, checked by Heap4.verify and after every step of test_heap4.py:

    H1  heap[parent(i)].when <= heap[i].when, for every i > 0.
    H2  No entry is in the heap twice.

>>> heap = Heap4()
>>> for when in (30, 10, 20):
...     _ = heap.push(Entry(when, f"t{when}"))
>>> heap.pop()
Entry(when=10, timer='t10')
>>> [entry.when for entry in heap]
[20, 30]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class HasWhen(Protocol):
    """What a heap orders: up to Go 1.22 the timers themselves, then entries that cache `when`."""

    when: int


E = TypeVar("E", bound=HasWhen)


@dataclass(slots=True)
class Entry:
    """A slot that remembers when its timer is due.  Go: timerWhen (1.23 on)."""

    when: int
    timer: Any


class Heap4(Generic[E]):
    """A 4-ary min-heap on `when`.

    `entries` is the plain list behind it; code that is run a million times a second reads it
    directly.
    """

    __slots__ = ("entries",)

    def __init__(self) -> None:
        self.entries: list[E] = []

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[E]:
        return iter(self.entries)

    def __getitem__(self, i: int) -> E:
        return self.entries[i]

    def push(self, entry: E) -> int:
        """Append the entry and let it rise; return where it ended.  Go: doaddtimer, addHeap."""
        entries = self.entries
        place = len(entries)
        entries.append(entry)
        if place and entries[(place - 1) // 4].when > entry.when:
            return self.sift_up(place)
        return place

    def pop(self) -> E:
        """Remove and return the entry that is due first.  Go: dodeltimer0, deleteMin."""
        entries = self.entries
        first = entries[0]
        last = entries.pop()
        if entries:
            entries[0] = last
            self.sift_down(0)
        return first

    def delete(self, i: int) -> int:
        """Remove entry i; return the smallest index that changed.  Go: dodeltimer (1.18)."""
        last = self.entries.pop()
        if i == len(self.entries):
            return i
        self.entries[i] = last
        # The last entry comes from another subtree, so it may rise as well as sink.
        smallest = self.sift_up(i)
        self.sift_down(i)
        return smallest

    def heapify(self) -> None:
        """Make a heap of any list, from the last parent up to the root.  Go: initHeap."""
        for i in range((len(self.entries) - 2) // 4, -1, -1):
            self.sift_down(i)

    def clear(self) -> None:
        """Forget all entries."""
        self.entries.clear()

    def sift_up(self, i: int) -> int:
        """Let entry i rise past every parent that is due later; return where it ended."""
        entries = self.entries
        entry = entries[i]
        when = entry.when
        while i > 0:
            parent = (i - 1) // 4
            if when >= entries[parent].when:
                break
            entries[i] = entries[parent]  # The parent steps down into the hole.
            i = parent
        entries[i] = entry
        return i

    def sift_down(self, i: int) -> None:
        """Let entry i sink below every child that is due earlier."""
        entries = self.entries
        entry = entries[i]
        when = entry.when
        while children := entries[4 * i + 1 : 4 * i + 5]:
            number, earliest = 0, children[0].when
            for sibling, child in enumerate(children):
                if child.when < earliest:
                    number, earliest = sibling, child.when
            if earliest >= when:
                break
            entries[i] = children[number]  # The child steps up into the hole.
            i = 4 * i + 1 + number
        entries[i] = entry

    def verify(self) -> None:
        """Check H1 and H2; raise AssertionError if one is broken."""
        entries = self.entries
        for i in range(1, len(entries)):
            assert entries[(i - 1) // 4].when <= entries[i].when, f"H1 at {i}"
        assert len({id(entry) for entry in entries}) == len(entries), "H2"
