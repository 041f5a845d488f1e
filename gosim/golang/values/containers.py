"""Slices and maps.

Models   runtime/slice.go (growslice) of Go 1.18 to 1.27, runtime/map.go.
Read     gosim.golang.types.gotypes first.
Leaves out   the order in which Go grows a map; a map's order is a shuffle of its keys.

A slice is a window on a Python list that others may share.  The list may be shorter than the
window's capacity: what lies beyond has not been touched yet.

>>> from gosim.golang.types.gotypes import INT
>>> s = slice_of([1, 2, 3])
>>> t = append(s, INT, 4)
>>> (t.items(), t.c, s.c)
([1, 2, 3, 4], 6, 3)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.types.gotypes import Basic, Named, Type, is_aggregate, is_interface
from gosim.golang.types.gotypes import Slice as SliceType
from gosim.kernel import running
from gosim.memory import Sizes

NO_RUN: Final = 22
"""The minor version whose sizes hold while nothing runs."""

BUFFER: Final = 32
"""The bytes with which a slice begins on the stack, from Go 1.25 on, when it does not escape."""

ITEMS_MAX: Final = 1 << 26
"""A slice that would have more items is too large for gosim."""


class Slice:
    """A window of `n` items from `o` on a list `a`, which may grow to `c`.  Never changed.

    All windows on an array share what counts it, `own_`: see gosim.golang.values.allocations.
    """

    __slots__ = ("a", "c", "n", "o", "own_")

    def __init__(self, a: list[Any], o: int, n: int, c: int, own_: Any = None) -> None:
        self.a = a
        self.o = o
        self.n = n
        self.c = c
        self.own_ = own_

    def items(self) -> list[Any]:
        """Return its items in a new list."""
        return self.a[self.o : self.o + self.n]

    def __repr__(self) -> str:
        return f"Slice({self.items()})"


NIL_SLICE: Final = Slice([], 0, 0, 0)
"""The nil slice."""


def slice_of(items: list[Any]) -> Slice:
    """Return a slice of the whole list, which it takes over."""
    count = len(items)
    return Slice(items, 0, count, count)


LIBRARY_STRUCTS: Final = {
    "bufio.Reader": (88, True),
    "bufio.Scanner": (152, True),
    "bufio.Writer": (64, True),
    "bytes.Buffer": (40, True),
    "bytes.Reader": (40, True),
    "strings.Builder": (32, True),
    "strings.Reader": (32, True),
    "atomic.Bool": (4, False),
    "sync.Cond": (56, True),
    "sync.Map": (32, True),
    "sync.Once": (12, False),
    "sync.Pool": (40, True),
    "sync.RWMutex": (24, False),
    "sync.WaitGroup": (16, False),
}
"""Structs whose fields are not Go's here: the bytes of Go's, and whether they have pointers."""


def size_of(t: Type) -> int:
    """Return the bytes that a value of the type takes."""
    under: Any = t.underlying
    if isinstance(t, Named) and str(t) in LIBRARY_STRUCTS:
        return LIBRARY_STRUCTS[str(t)][0]
    if isinstance(under, Basic):
        if under.bits:
            return under.bits // 8
        return 16 if under.kind == "string" else 1
    name = type(under).__name__
    if name == "Slice":
        return 24
    if name == "Interface":
        return 16
    if name == "Array":
        return int(under.length) * size_of(under.elem)
    if name == "Struct":
        return _size_of_struct(under)
    return 24 if name == "Opaque" else 8


def _align(t: Type) -> int:
    under: Any = t.underlying
    if isinstance(under, Basic) and under.bits:
        return under.bits // 8
    if isinstance(under, Basic) and under.kind == "bool":
        return 1
    name = type(under).__name__
    if name == "Array":
        return _align(under.elem)
    if name == "Struct":
        return max((_align(field.type) for field in under.fields), default=1)
    return 8


def _size_of_struct(under: Any) -> int:
    size, align = 0, 1
    for field in under.fields:
        unit = _align(field.type)
        align = max(align, unit)
        size = -(-size // unit) * unit + size_of(field.type)
    return -(-size // align) * align


def grown(old: int, wanted: int, size: int, pointers: bool = False) -> int:
    """Return the capacity after an append that does not fit.  Go: growslice, nextslicecap."""
    cap = old
    if wanted > 2 * old:
        cap = wanted
    elif old < 256:
        cap = 2 * old
    else:
        while cap < wanted:
            cap += (cap + 3 * 256) >> 2
    return room(cap * size, pointers) // size if size else cap


def room(size: int, pointers: bool) -> int:
    """Return the bytes that an array of `size` bytes can use.  Go: roundupsize."""
    from gosim.golang.values.outside import go_version  # noqa: PLC0415  outside stands above

    sizes = Sizes.of(go_version().minor if running.at_work else NO_RUN)
    return sizes.rounded(size, pointers) - (sizes.header(size) if pointers else 0)


def append(s: Slice, elem: Type | None, *items: Any) -> Slice:
    """Return ``append(s, items...)``; `elem` is needed for its size and for copies."""
    return extend(s, elem, list(items))


def extend(s: Slice, elem: Type | None, items: list[Any], site: Any = None) -> Slice:
    """Return ``append(s, items...)`` for items in a list that nobody else has.

    `site` counts the new array, if there must be one.
    """
    count = len(items)
    n = s.n + count
    a, end = s.a, s.o + s.n
    if n <= s.c:
        if count == 0:
            return s
        if end > len(a):
            fill(a, end, elem)
        a[end : end + count] = items
        return Slice(a, s.o, n, s.c, s.own_)
    if elem is not None and is_aggregate(elem):
        copy_ = copier(elem)
        a = [copy_(item) for item in a[s.o : end]]
    else:
        a = a[s.o : end]
    if len(a) < s.n:
        fill(a, s.n, elem)
    a += items
    if n > ITEMS_MAX // 2:  # Growing needs both arrays.
        from gosim.golang.values.outside import no_memory  # noqa: PLC0415  outside stands above

        no_memory()
    if site is None:
        return Slice(a, 0, n, grown(s.c, n, 8 if elem is None else size_of(elem)))
    if site.buffered and s.c == 0 and 0 < n * site.size <= BUFFER:
        return Slice(a, 0, n, BUFFER // site.size)
    cap = grown(s.c, n, site.size, site.pointers)
    return Slice(a, 0, n, cap, site.own(cap * site.size))


def append1(s: Slice, elem: Type, item: Any, site: Any = None) -> Slice:
    """Return ``append(s, item)``."""
    n, a = s.n, s.a
    if n < s.c and s.o + n == len(a):
        a.append(item)
        return Slice(a, s.o, n + 1, s.c, s.own_)
    return extend(s, elem, [item], site)


def fill(a: list[Any], upto: int, elem: Type | None) -> None:
    """Make the list reach so far, with zero values."""
    zero = zeros(elem) if elem is not None else (lambda: 0)
    a += [zero() for _ in range(upto - len(a))]


def zeros(t: Type) -> Callable[[], Any]:
    """Return the function that makes zero values; gosim.golang.values.boxes knows it."""
    from gosim.golang.values.boxes import zero_of  # noqa: PLC0415  boxes stands above containers

    return lambda: zero_of(t)


def copier(t: Type) -> Callable[[Any], Any]:
    """Return the function that copies a struct or an array."""
    from gosim.golang.values.boxes import copier_of  # noqa: PLC0415  boxes stands above containers

    return copier_of(t)


def make_slice(elem: Type, n: int, cap: int) -> Slice:
    """Return ``make([]elem, n, cap)`` for lengths that have been checked."""
    if is_aggregate(elem):
        zero = zeros(elem)
        return Slice([zero() for _ in range(n)], 0, n, cap)
    return Slice([zeros(elem)()] * n, 0, n, cap)


def window(s: Slice, low: int, high: int, cap: int, elem: Type) -> Slice:
    """Return ``s[low:high:cap]`` for bounds that have been checked."""
    if s is NIL_SLICE:
        return s
    end = s.o + high
    if end > len(s.a):
        fill(s.a, end, elem)
    return Slice(s.a, s.o + low, high - low, cap - low, s.own_)


def copy_items(target: Slice, source: Slice, elem: Type) -> int:
    """Copy items from one slice to another, which may overlap.  Go: copy."""
    count = min(target.n, source.n)
    items = source.a[source.o : source.o + count]
    if is_aggregate(elem):
        copy_ = copier(elem)
        items = [copy_(item) for item in items]
    target.a[target.o : target.o + count] = items
    return count


class Map(dict[Any, Any]):
    """A map.  Keys that Python would confuse are stored transformed (`to_key`).

    `room` is how many entries fit before memory is counted anew: see gosim.golang.values.hashmaps.
    """

    __slots__ = ()
    room = 1 << 62
    __hash__ = object.__hash__  # type: ignore[assignment]


class NilMap(Map):
    """The type of `NIL_MAP`, to which nothing can be added."""

    __slots__ = ()

    def __setitem__(self, key: Any, value: Any) -> None:
        from gosim.golang.values.faults import plain_error  # noqa: PLC0415  faults stands above

        raise plain_error("assignment to entry in nil map")

    def setdefault(self, key: Any, default: Any = None) -> Any:
        """Refuse, as __setitem__ does."""
        self[key] = default


NIL_MAP: Final = NilMap()
"""The nil map."""

__all__ = [
    "NIL_MAP", "NIL_SLICE", "Map", "Slice", "SliceType", "append", "append1", "copy_items",
    "extend", "fill", "grown", "is_interface", "make_slice", "size_of", "slice_of", "window",
]  # fmt: skip
