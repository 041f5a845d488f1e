"""Package slices.

Models   slices/slices.go, slices/sort.go, slices/iter.go of Go 1.21 to 1.27.
Read     gosim.golang.lib.pdqsort and goiter first; slices_text holds what is written in Go.
Leaves out   pointers to elements of structs that are sorted: they follow the element; the exact
             capacities after Insert, Grow and Collect.

>>> from gosim.golang.types.gotypes import INT, Slice as SliceType
>>> from gosim.golang.values import slice_of
>>> s = slice_of([3, 1, 2])
>>> Sort(SliceType(INT), INT, s)
>>> s.items(), Contains(SliceType(INT), INT, s, 2)
([1, 2, 3], True)
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cmp_to_key
from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golang.lib.gosort import nan_first, sort_as_version
from gosim.golang.lib.slices_text import ITERATORS, PLAIN
from gosim.golang.types.gotypes import Type, kind_of
from gosim.golang.values import Slice, call, equal, go_version

API: Final = f"""
package slices

import ("cmp"; "iter")

func Sort[S ~[]E, E cmp.Ordered](x S)
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int)
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int)
func Contains[S ~[]E, E comparable](s S, v E) bool
func Index[S ~[]E, E comparable](s S, v E) int
func Reverse[S ~[]E, E any](s S)
func Max[S ~[]E, E cmp.Ordered](x S) E
func Min[S ~[]E, E cmp.Ordered](x S) E
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool)
func clearsTail() bool
{PLAIN}
{ITERATORS}
"""

_OF_1_21: Final = (
    "Sort SortFunc SortStableFunc Contains Index Reverse Max Min BinarySearch Equal EqualFunc "
    "Compare CompareFunc IndexFunc ContainsFunc Insert Delete DeleteFunc Replace Clone Compact "
    "CompactFunc Grow Clip IsSorted IsSortedFunc MaxFunc MinFunc BinarySearchFunc"
)
_OF_1_23: Final = (
    "All Values Backward Collect AppendSeq Sorted SortedFunc SortedStableFunc Chunk Repeat"
)
SINCE: Final = (
    dict.fromkeys(_OF_1_21.split(), 21) | {"Concat": 22} | dict.fromkeys(_OF_1_23.split(), 23)
)


def clearsTail() -> bool:
    """Say whether what Delete and its kin leave behind is zeroed."""
    return go_version().clears_tails


def Sort(_: Type, elem: Type, x: Slice) -> None:
    """Sort ordered elements; NaN first."""
    key = nan_first if kind_of(elem) == "float" else None
    x.a[x.o : x.o + x.n] = sorted(x.items(), key=key)


def SortFunc(_: Type, elem: Type, x: Slice, cmp: Callable[[Any, Any], int]) -> None:
    """Sort by a comparison; equal elements end where Go puts them."""
    a, o = x.a, x.o

    def less(i: int, j: int) -> bool:
        return bool(call(cmp, a[o + i], a[o + j]) < 0)

    def swap(i: int, j: int) -> None:
        a[o + i], a[o + j] = a[o + j], a[o + i]

    sort_as_version(x.n, less, swap)


def SortStableFunc(_: Type, elem: Type, x: Slice, cmp: Callable[[Any, Any], int]) -> None:
    """Sort by a comparison, and keep the order of equal elements."""
    x.a[x.o : x.o + x.n] = sorted(x.items(), key=cmp_to_key(lambda a, b: int(call(cmp, a, b))))


def Index(_: Type, elem: Type, s: Slice, v: Any) -> int:
    """Return where the value first is, or -1."""
    items = s.items()
    if kind_of(elem):
        return next((at for at, item in enumerate(items) if item == v), -1)
    return next((at for at, item in enumerate(items) if equal(elem, item, v)), -1)


def Contains(_: Type, elem: Type, s: Slice, v: Any) -> bool:
    """Return whether the value is there."""
    return Index(_, elem, s, v) >= 0


def Reverse(_: Type, elem: Type, s: Slice) -> None:
    """Reverse the elements."""
    s.a[s.o : s.o + s.n] = s.items()[::-1]


def Max(_: Type, elem: Type, x: Slice) -> Any:
    """Return the greatest element.  Panics if there is none."""
    if x.n == 0:
        raise GoPanic("slices.Max: empty list")
    items = x.items()
    return _nan(elem, items) or max(items)


def Min(_: Type, elem: Type, x: Slice) -> Any:
    """Return the least element.  Panics if there is none."""
    if x.n == 0:
        raise GoPanic("slices.Min: empty list")
    items = x.items()
    return _nan(elem, items) or min(items)


def _nan(elem: Type, items: list[Any]) -> Any:
    """Return NaN if it is among floats."""
    if kind_of(elem) != "float":
        return None
    return next((item for item in items if math.isnan(item)), None)


def BinarySearch(_: Type, elem: Type, x: Slice, target: Any) -> tuple[int, bool]:
    """Return where the target is, or belongs, and whether it is there."""
    low, high = 0, x.n
    while low < high:
        middle = (low + high) // 2
        if x.a[x.o + middle] < target:
            low = middle + 1
        else:
            high = middle
    return low, low < x.n and bool(x.a[x.o + low] == target)
