"""Addresses: a number for each object that a program prints as a pointer.

Models   what %p prints; in Go the place of the object in memory.
Leaves out   places: numbers are given in the order in which objects are first printed.

>>> a, b = [1], [2]
>>> hex(address_of(a)), address_of(a) == address_of(a) != address_of(b)
('0xc000010000', True)
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.perrun import per_run
from gosim.golang.values.containers import NIL_MAP, NIL_SLICE, Slice

_FIRST: Final = 0xC000010000
_STEP: Final = 0x10


class _Numbers(dict[int, int]):
    """The numbers of the objects of one run."""


_known = per_run(_Numbers)


def address_of(v: Any) -> int:
    """Return the address of what a pointer, slice, map, channel or function value refers to.

    An object that is gone may leave its address to another, as in Go.
    """
    if v is None or v is NIL_SLICE or v is NIL_MAP:
        return 0
    offset = 0
    if isinstance(v, Slice):
        v, offset = v.a, v.o * 8
    numbers = _known()
    key = hash(v) if hasattr(v, "of") else id(v)
    number = numbers.setdefault(key, len(numbers))
    return _FIRST + number * _STEP + offset
