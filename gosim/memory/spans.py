"""Spans: the runs of pages that hold objects of one size, and what they waste.

Models   runtime/mheap.go and runtime/sizeclasses.go of Go 1.9 to 1.27: mspan, class_to_allocnpages,
         heapBitsInSpan; runtime/malloc.go: mallocHeaderSize; the inline mark bits of 1.26.
Read     gosim.memory.sizes first, gosim.memory.ledger next.
Leaves out   which span an object is in: a span counts by the share of it that an object takes.

A span holds `objects_per_span` objects of one class.  What is left at its end is lost, and from
Go 1.22 on some of it is reserved: for a bitmap of the pointers in it (objects with pointers, up
to 512 bytes), and from 1.26 on for mark bits (all objects of 16 to 512 bytes).  The collector's
pacer counts in these bytes, and so does HeapInuse.

>>> objects_per_span(96, pointers=True, minor=21), objects_per_span(96, pointers=True, minor=22)
(85, 84)
>>> round(sum(span_share(size, True, 22) for size in (80, 96, 24)), 2)      # one time.After
203.82
"""

from __future__ import annotations

from typing import Final

from gosim.memory.sizes import PAGE, SIZE_CLASSES

# fmt: off
_PAGES: Final = (
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2, 1, 3, 2, 3, 1, 3, 2, 3, 4, 5, 6, 1, 7,
    6, 5, 4, 3, 5, 7, 2, 9, 7, 5, 8, 3, 10, 7, 4,
)
# fmt: on
"""Pages of a span of each size class, in their order.  Go: class_to_allocnpages."""

_SPAN_BYTES: Final = dict(zip(SIZE_CLASSES, (pages * PAGE for pages in _PAGES), strict=True))


def span_bytes(size: int) -> int:
    """Return the bytes of a span for objects of a size class; a large object has its own."""
    return _SPAN_BYTES.get(size, size)


def reserved(size: int, pointers: bool, minor: int) -> int:
    """Return the bytes of a span that hold bits instead of objects, for each of its pages."""
    if size > 512:
        return 0
    bitmap = PAGE // 64 if pointers and minor >= 22 else 0
    marks = PAGE // 64 if size >= 16 and minor >= 26 else 0
    return bitmap + marks


def objects_per_span(size: int, pointers: bool, minor: int) -> int:
    """Return how many objects of a size class a span holds.  Go: mspan.nelems."""
    whole = span_bytes(size)
    pages = whole // PAGE
    return max((whole - reserved(size, pointers, minor) * pages) // size, 1)


def span_share(size: int, pointers: bool, minor: int) -> float:
    """Return the bytes of span that one object of a size class takes."""
    return span_bytes(size) / objects_per_span(size, pointers, minor)


def scan_share(minor: int) -> float:
    """Return which part of a timer's objects the collector looks at.

    Up to Go 1.25 an object is scanned up to its last pointer; from 1.26 on all of it.  Measured
    for an abandoned time.After: 168 of 200 bytes, 208 of 248, 224 of 248, 248 of 248.
    """
    if minor < 25:
        return 0.84
    return 0.9 if minor == 25 else 1.0
