"""The objects that a program's own values are, counted in Go's sizes.

Models   runtime/malloc.go (mallocgc and its tiny allocator) of Go 1.9 to 1.27, for what the
         compiler puts on the heap: see gosim.golang.analysis.escape.
Read     gosim.memory.ledger first, gosim.golang.values.hashmaps next.
Leaves out   a part of one byte of a string does not keep the whole alive, as it does in Go.

A value that is an object in Go holds an `Owned`: when Python lets the value go, the `Owned` goes
with it, and tells its population.  A string and a number cannot hold one; they wait in a list
with theirs, and are asked now and then how many references there are.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from sys import getrefcount
from typing import Any, Final

from gosim.golang.values.cells import Cell
from gosim.golang.values.containers import NIL_SLICE, Slice, size_of
from gosim.golang.values.outside import look_at_memory
from gosim.golang.values.support import substring
from gosim.kernel import running
from gosim.memory import Ledger, Piece, Population, Sizes

POINTERS: Final = 16
"""The bytes of an interface value."""

TINY: Final = 16
"""Objects without pointers below this size share blocks of it.  Go: maxTinySize."""

BUFFER: Final = 32
"""A string up to this length that does not escape is on the stack.  Go: tmpStringBufSize."""

SMALL_NUMBERS: Final = 256
"""Numbers below it need no object in an interface.  Go: staticuint64s."""

NURSERY: Final = 4096
"""Strings and numbers that wait to be looked at, at most."""

NURSERY_BYTES: Final = 1 << 22
"""Their bytes, at most."""

CYCLES: Final = 200_000
"""Objects that are made, at least, before Python looks for cycles of references."""


UNSEEN: Final = 1 << 20
"""Bytes that are allocated, at most, before budgets and collector are asked."""

SWEEPS: Final = 16
"""Sweeps between two thoughts about cycles."""


class Owned:
    """What a value holds that is an object on Go's heap; a coarse loop's stands for many."""

    __slots__ = ("kind", "weight")

    def __init__(self, kind: Population) -> None:
        self.kind = kind
        self.weight = weight = running.p.grain
        kind.made += weight

    def __del__(self) -> None:
        self.kind.freed += self.weight


Kept = dict[int, list[Any]]
"""By their identity: values, each with what counts its text, and what counts interface values."""


class Objects:
    """What the allocation sites of one program share: the ledger, and what waits in lists."""

    def __init__(self, minor: int) -> None:
        self.sizes = Sizes.of(minor)
        self.sites: list[Site] = []
        self._ledger: Ledger | None = None
        self._block: Owned | None = None
        self._block_at = TINY
        self._young: Kept = {}
        self._young_bytes = 0
        self._old: Kept = {}
        self._promoted = 0
        self._library: dict[str, Site] = {}
        self._searched_at = 0
        self._sweeps = 0
        self.unseen = 0
        self.statics: list[Any] = []
        self.buffered: set[Any] = set()
        """The appends whose slices begin on the stack."""

    @property
    def ledger(self) -> Ledger:
        """The ledger of the run, which asks for a look before it counts."""
        if self._ledger is None:
            ledger: Ledger = running.p.kernel.runtime.ledger
            ledger.sweepers.append(self.sweep)
            self._ledger = ledger
        return self._ledger

    def begin(self) -> None:
        """Count for the run that is under way."""
        running.p.kernel.runtime.values = self

    def library(self, what: str) -> Site:
        """Return the site of what a type of the library allocates by itself."""
        site = self._library.get(what)
        if site is None:
            site = self._library[what] = Site(self, "[]byte", 0, False, (what, ""), what)
        return site

    def tiny(self, site: Site, size: int) -> Owned:
        """Return the block that a small object without pointers is in.  Go: mallocgcTiny."""
        at = self._block_at
        at = (at + 7 & ~7) if size % 8 == 0 else (at + 3 & ~3) if size % 4 == 0 else at
        if self._block is None or at + size > TINY:
            self._block, at = Owned(site.kind(TINY)), 0
        self._block_at = at + size
        return self._block

    def keep(self, value: Any, owned: Owned, size: int) -> None:
        """Count a string for as long as somebody refers to it."""
        entry = self._entry(value, size)
        entry[1] = owned

    def keep_box(self, value: Any, owned: Owned, size: int) -> None:
        """Count an interface value for as long as somebody refers to the value in it."""
        self._entry(value, size).append(owned)

    def _entry(self, value: Any, size: int) -> list[Any]:
        """Return what is known of a value, which may be new."""
        at = id(value)
        entry = self._young.get(at) or self._old.get(at)
        if entry is None:
            entry = self._young[at] = [value, None]
            self._young_bytes += size
            if len(self._young) >= NURSERY or self._young_bytes >= NURSERY_BYTES:
                self.sweep(False)
        return entry

    def part(self, whole: Any, found: Any) -> Any:
        """Return a part of a string or a slice, or several: each keeps the memory of all of it.

        Python has one string of one character for all; those keep nothing.
        """
        if isinstance(whole, Slice):
            for part in _parts(found, Slice):
                part.own_ = whole.own_
            return found
        entry = self._young.get(id(whole)) or self._old.get(id(whole))
        if entry is not None and entry[1] is not None:
            for part in _parts(found, str):
                if len(part) > 1 and part is not whole:
                    self.keep(part, entry[1], 0)
        return found

    def substring(self, s: str, low: int | None, high: int | None) -> str:
        """Return ``s[low:high]`` of a string."""
        found = substring(s, low, high)
        entry = self._young.get(id(s)) or self._old.get(id(s))
        if entry is not None and len(found) > 1 and found is not s and entry[1] is not None:
            self.keep(found, entry[1], 0)
        return found

    def parting(self, native: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function of the library whose results are parts of its first argument."""
        return lambda s, *args: self.part(s, native(s, *args))

    def sweep(self, thorough: bool) -> None:
        """Drop the values that nobody refers to; `thorough` looks at the old ones, too.

        Those are looked at when half as many have joined them, so that each look is paid for.
        """
        self._sweeps += 1
        if thorough:
            self._block = None
        if thorough or self._sweeps % SWEEPS == 0:
            self._search(thorough)
        if self._young:
            young, self._young, self._young_bytes = self._young, {}, 0
            kept = _referenced(young)
            self._promoted += len(kept)
            self._old.update(kept)
        if self._old and (thorough or self._promoted > len(self._old) // 2 + NURSERY):
            self._old = _referenced(self._old)
            self._promoted = 0

    def _search(self, thorough: bool) -> None:
        """Let Python look for cycles of references, when enough has been made to pay for it."""
        made = sum(kind.made for site in self.sites for kind in site.kinds.values())
        live = made - sum(kind.freed for site in self.sites for kind in site.kinds.values())
        host = running.p.kernel.host_objects() if running.at_work else 0
        if thorough or made - self._searched_at > CYCLES + live + host:
            self._searched_at = made
            gc.collect()


def _referenced(kept: Kept) -> Kept:
    """Return the values to which somebody else refers."""
    return {at: entry for at, entry in kept.items() if getrefcount(entry[0]) > _NOBODY}


def _parts(found: Any, kind: Any) -> Iterable[Any]:
    """Return the strings or slices that a function of the library returned."""
    if isinstance(found, tuple):
        return (part for part in found if isinstance(part, kind) and part is not NIL_SLICE)
    if found.__class__ is kind and not (
        kind is Slice and found.a and found.a[0].__class__ is Slice
    ):
        return () if found is NIL_SLICE else (found,)
    items: list[Any] = found.a
    return items


def _count_of_nobody() -> int:
    """Return how many references there are to a value that only its entry refers to."""
    return next(getrefcount(entry[0]) for _, entry in {0: [object(), None]}.items())


_NOBODY: Final = _count_of_nobody()


class Site:
    """A place in a program that allocates: what it makes, with pointers or not, and where."""

    __slots__ = ("buffered", "kinds", "name", "objects", "pointers", "size", "what", "where")

    def __init__(
        self,
        objects: Objects,
        what: str,
        size: int,
        pointers: bool,
        where: tuple[str, str],
        name: str = "",
        buffered: bool = False,
    ) -> None:
        self.objects, self.what, self.size, self.pointers = objects, what, size, pointers
        self.where, self.name, self.buffered = where, name, buffered
        self.kinds: dict[int, Population] = {}
        objects.sites.append(self)

    def kind(self, size: int) -> Population:
        """Return the population of its objects of that many bytes."""
        found = self.kinds.get(size)
        if found is None:
            rounded = self.objects.sizes.rounded(size, self.pointers)
            function, place = self.where
            what = f"{self.what} ({place})" if place else self.what
            piece = Piece(
                what, rounded, self.pointers, f"{function}@{place}" if place else function
            )
            found = self.objects.ledger.population(self.name or what, piece)
            self.kinds[size] = found
        return found

    def own(self, size: int) -> Owned | None:
        """Return what an object of that many bytes holds; None if it needs no memory."""
        objects = self.objects
        objects.unseen += size
        if objects.unseen > UNSEEN:
            objects.unseen = 0
            look_at_memory()
        if size < TINY and not self.pointers:
            return objects.tiny(self, size) if size else None
        return Owned(self.kinds.get(size) or self.kind(size))


class HeapArray(list[Any]):
    """An array that is an object of its own."""

    __slots__ = ("own_",)
    own_: Owned | None


# -- what generated code calls --------------------------------------------------------------------


def owned(site: Site, x: Any) -> Any:
    """Return a new struct, or the cell of a variable, that is on the heap."""
    x.own_ = site.own(site.size)
    return x


def array_at(site: Site, items: list[Any]) -> HeapArray:
    """Return a new array that is on the heap."""
    made = HeapArray(items)
    made.own_ = site.own(site.size)
    return made


def own(site: Site) -> Owned | None:
    """Return what a variable or a closure on the heap holds."""
    return site.own(site.size)


def within(whole: Any, part: Any) -> Any:
    """Return a pointer into something, which keeps all of it."""
    made = getattr(whole, "own_", None)
    if made is not None:
        with suppress(AttributeError):  # An array in a slice is a list.
            part.own_ = made
    return part


def library_buffer(what: str, size: int) -> Owned | None:
    """Return what a buffer that a type of the library has made holds; None if nobody counts."""
    objects = running.p.kernel.runtime.values if running.at_work else None
    return None if objects is None else objects.library(what).own(size)


def text_in(buffer: Owned | None, s: str) -> str:
    """Return a string that shares the memory of a buffer."""
    if buffer is not None and len(s) > 1:
        running.p.kernel.runtime.values.keep(s, buffer, 0)
    return s


def static(objects: Objects, x: Any) -> Any:
    """Return what a package's variable begins with; it stays, whatever the variable becomes."""
    objects.statics.append(x)
    return x


def passing(site: Site) -> None:
    """Count an object that is garbage as soon as it is used, like the start of a goroutine."""
    site.own(site.size)


def sliced(site: Site, s: Slice) -> Slice:
    """Return a new slice whose array is on the heap."""
    if s.c:
        s.own_ = site.own(s.c * site.size)
    return s


def text(site: Site, s: str) -> str:
    """Return a new string that is on the heap."""
    size = len(s)
    if size > 1:
        made = site.own(size)
        assert made is not None
        site.objects.keep(s, made, size)
    return s


def passing_text(site: Site, s: str) -> str:
    """Return a new string that is on the heap only if it is too long for the stack."""
    return text(site, s) if len(s) > BUFFER else s


def boxed(site: Site, x: Any) -> Any:
    """Return an interface value that has an object of its own."""
    if not needs_none(site, x):
        _hang(site, x, site.size)
    return x


def _hang(site: Site, x: Any, size: int) -> None:
    """Count an object of that many bytes for as long as somebody refers to the value."""
    made = site.own(size)
    if made is not None:
        try:
            x.own_ = made
        except AttributeError:
            site.objects.keep_box(x, made, size)


def error_at(site: Site, words: Site, x: Any) -> Any:
    """Return an error that the library has made, with its text and the list of what it wraps."""
    if x is not None:
        _hang(site, x, size_of(x.go_type))
        if hasattr(x, "errs"):
            x.errs.own_ = site.own(x.errs.c * POINTERS)
        text(words, getattr(x, "msg", getattr(x, "s", "")))
    return x


def boxed_passing(site: Site, x: Any) -> Any:
    """Return an interface value that has an object of its own for as long as it is printed."""
    if not needs_none(site, x):
        site.own(site.size)
    return x


def needs_none(site: Site, x: Any) -> bool:
    """Return whether Go has a value ready: a byte, a small number, the empty string."""
    v = x.v if hasattr(x, "v") else x
    if v.__class__ is int:
        return site.size == 1 or 0 <= v < SMALL_NUMBERS
    return v.__class__ is bool or (v.__class__ is str and not v)


__all__ = [
    "Cell", "Objects", "Owned", "Site", "array_at", "boxed", "boxed_passing", "error_at", "own", "owned", "passing",
    "passing_text", "sliced", "static", "text", "within",
]  # fmt: skip
