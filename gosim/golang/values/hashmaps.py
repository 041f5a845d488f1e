"""How many bytes a map takes as it grows.

Models   runtime/map.go up to Go 1.23 (hmap, bmap, hashGrow), and internal/runtime/maps from 1.24
         on (Map, table, groups).
Read     gosim.golang.values.allocations first.
Leaves out   which key is in which bucket or table: they are as many as chance makes them on
             average.  A map never gives memory back, as in Go; `clear` and `delete` keep it.

>>> layout = Buckets(8, 8, True)
>>> layout.bytes(1), layout.bytes(9)                    # one bucket of 8 entries, then two
([48, 144], [48, 288])
>>> layout = Groups(8, 8, True)
>>> layout.bytes(1), layout.bytes(9)                    # one group, then a table of two
([48, 136], [48, 8, 32, 272])
"""

from __future__ import annotations

from math import exp, log
from typing import Any, Final

from gosim.golang.values.allocations import Owned, Site
from gosim.golang.values.containers import Map
from gosim.golang.values.outside import no_memory
from gosim.memory import size_class

SLOTS: Final = 8
"""Entries of a bucket or a group.  Go: abi.MapBucketCount, abi.MapGroupSlots."""

INDIRECT: Final = 128
"""A larger key or value is an object of its own, and the map has its address."""

HEADER: Final = 48
"""The bytes of a map itself: hmap, and the Map that follows it in 1.24."""

EXTRA: Final = 24
"""What a map has that knows of overflow.  Go: mapextra."""

SLICE: Final = 24
WORD: Final = 8

TABLE: Final = 32
"""The bytes of a table without its groups.  Go: maps.table."""

ENTRIES_MAX: Final = 16_000_000
"""A map with more entries is too large for gosim."""

TABLE_MAX: Final = 1024
"""The slots that a table may have before it splits.  Go: maxTableCapacity."""


class Buckets:
    """Maps of Go 1.23 and before: an array of 2**B buckets, and those that overflow."""

    def __init__(self, key: int, elem: int, pointers: bool) -> None:
        key, elem = (8 if size > INDIRECT else size for size in (key, elem))
        self.bucket = _aligned(SLOTS + SLOTS * key + SLOTS * elem) + 8
        self.pointers = pointers

    def power(self, count: int) -> int:
        """Return B for a map that was made for so many entries.  Go: overLoadFactor."""
        b = 0
        while count > SLOTS and count > 13 * (1 << b) // 2:
            b += 1
        return b

    def moving(self, count: int) -> int:
        """Return how many writes it takes to move to the buckets for so many entries.

        Each write moves the bucket that it falls into, and the next one: ln 2 of all is enough.
        """
        return round((1 << self.power(count)) / 2 * log(2))

    def room(self, count: int) -> int:
        """Return how many entries fit before it takes more: overflow is counted in steps."""
        b = self.power(count)
        full = SLOTS if b == 0 else 13 * (1 << b) // 2
        return min(full, count + max(full // 32, SLOTS))

    def bytes(self, count: int) -> list[int]:
        """Return the bytes of its objects with so many entries."""
        if count == 0:
            return [HEADER]
        b = self.power(count)
        buckets = 1 << b
        spare, extra = 0, []
        if b >= 4:  # Room for overflow is part of the array.  Go: makeBucketArray.
            spare = size_class((buckets + (1 << (b - 4))) * self.bucket) // self.bucket - buckets
            extra = [EXTRA]
        used = round(buckets * _overflow(count / buckets)) if b else 0
        if used and not self.pointers:  # The collector finds them through a list.
            listed = size_class(_power_of_2(used) * WORD)
            extra = [EXTRA, SLICE, listed]
        more = max(used - spare, 0)
        return [HEADER, (buckets + spare) * self.bucket, *extra] + [self.bucket] * more


class Groups:
    """Maps from Go 1.24 on: a group of 8, then tables of groups that split when they are large."""

    def __init__(self, key: int, elem: int, pointers: bool) -> None:
        key, elem = (8 if size > INDIRECT else size for size in (key, elem))
        unit = max(_alignment(key), _alignment(elem))
        at = _rounded(key, _alignment(elem))
        slot = _rounded(at + (elem or 1), unit)  # An empty value at the end needs a place, too.
        self.group = 8 + SLOTS * slot

    def moving(self, count: int) -> int:
        """Return how many writes it takes to move: a table moves at once."""
        return 0

    def shape(self, count: int) -> tuple[int, int]:
        """Return (tables, slots of each) with so many entries.  Go: table.rehash."""
        slots = 16
        while slots < TABLE_MAX and count > slots * 7 // 8:
            slots *= 2
        tables = 1
        while count > tables * TABLE_MAX * 7 // 8:
            tables *= 2
        return tables, slots

    def room(self, count: int) -> int:
        """Return how many entries fit before it grows again."""
        if count <= SLOTS:
            return SLOTS
        tables, slots = self.shape(count)
        return tables * slots * 7 // 8

    def bytes(self, count: int) -> list[int]:
        """Return the bytes of its objects with so many entries."""
        if count == 0:
            return [HEADER]
        if count <= SLOTS:
            return [HEADER, self.group]
        tables, slots = self.shape(count)
        return [HEADER, 8 * tables] + [TABLE, slots // SLOTS * self.group] * tables


def _aligned(size: int) -> int:
    return _rounded(size, WORD)


def _rounded(size: int, unit: int) -> int:
    return -(-size // unit) * unit


def _power_of_2(count: int) -> int:
    return 1 << (count - 1).bit_length()


def _alignment(size: int) -> int:
    return next((unit for unit in (8, 4, 2) if size % unit == 0), 1) if size else 1


def _overflow(load: float) -> float:
    """Return how many further buckets a bucket needs when so many entries come on average."""
    chance, total = exp(-load), 0.0
    for entries in range(1, 40):
        chance *= load / entries
        total += chance * ((entries - 1) // SLOTS)
    return total


class MapSite:
    """A place that makes maps of one type."""

    __slots__ = ("escapes", "layout", "site")

    def __init__(self, site: Site, key: int, elem: int, minor: int, escapes: bool) -> None:
        self.site, self.escapes = site, escapes
        self.layout: Any = (Groups if minor >= 24 else Buckets)(key, elem, site.pointers)


class HeapMap(Map):
    """A map that counts: `room` is how many entries it has memory for."""

    __slots__ = ("moved_at", "old_", "own_", "places", "room", "sizes")
    own_: list[Owned | None]
    old_: list[Owned | None]
    """The buckets from which entries are still moved, until there are `moved_at` entries."""
    moved_at: int
    places: MapSite
    sizes: list[int]

    def grow_(self) -> None:
        """Take the memory for what has come; what it replaces is garbage."""
        places, count = self.places, len(self)
        if count > ENTRIES_MAX:
            no_memory()
        if count >= self.moved_at:
            self.old_ = []
        sizes = places.layout.bytes(count)
        self.room = places.layout.room(count)
        if places.escapes or count > SLOTS:
            self.take_(sizes)
        if self.old_:
            self.room = min(self.room, self.moved_at - 1)

    def take_(self, sizes: list[int]) -> None:
        """Have objects of these sizes: those that were there before, as far as they are alike."""
        old, alike = self.sizes, 0
        while alike < len(old) and alike < len(sizes) and old[alike] == sizes[alike]:
            alike += 1
        more = [self.places.site.own(size) for size in sizes[alike:]]
        if alike == 1 < len(old) and (writes := self.places.layout.moving(len(self))):
            self.old_, self.moved_at = self.own_[1:], len(self) + writes
        self.own_[alike:] = more
        self.sizes = sizes


def new_map(places: MapSite, hint: int = 0) -> HeapMap:
    """Return ``make(map[K]V, hint)``."""
    made = HeapMap()
    made.places, made.room = places, 0
    made.own_, made.old_, made.sizes, made.moved_at = [], [], [], 0
    if hint > SLOTS:
        made.take_(places.layout.bytes(hint))
        made.room = places.layout.room(hint)
    elif places.escapes:
        made.take_([HEADER])
    return made


def filled_map(places: MapSite, items: dict[Any, Any]) -> HeapMap:
    """Return a map literal."""
    made = new_map(places, len(items))
    made.update(items)
    if len(made) > made.room:
        made.grow_()
    return made
