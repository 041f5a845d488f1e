"""Package sort.

Models   sort/sort.go, sort/slice.go, sort/search.go of Go 1.22.
Read     gosim.golang.lib.pdqsort first.
Leaves out   pointers to elements of structs that are sorted: they follow the element.

>>> from gosim.golang.values import slice_of
>>> s = slice_of([3, 1, 2])
>>> Ints(s)
>>> s.items(), SearchInts(s, 2)
([1, 2, 3], 1)
"""

from __future__ import annotations

import math
from functools import cmp_to_key
from typing import Any, Final

from gosim.golang.lib.pdqsort import Less, Swap, sort
from gosim.golang.values import Slice, call, go_version, unboxed

API: Final = """
package sort

type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

func Sort(data Interface)
func Stable(data Interface)
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }
func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }
func Reverse(data Interface) Interface { return &reverse{data} }

func Slice(x any, less func(i, j int) bool)
func SliceStable(x any, less func(i, j int) bool)
func SliceIsSorted(x any, less func(i, j int) bool) bool

func Ints(x []int)
func Float64s(x []float64)
func Strings(x []string)
func IntsAreSorted(x []int) bool
func Float64sAreSorted(x []float64) bool
func StringsAreSorted(x []string) bool

func Search(n int, f func(int) bool) int
func Find(n int, cmp func(int) int) (i int, found bool)
func SearchInts(a []int, x int) int
func SearchFloat64s(a []float64, x float64) int
func SearchStrings(a []string, x string) int

type IntSlice []int
func (x IntSlice) Len() int { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort() { Sort(x) }
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

type Float64Slice []float64
func (x Float64Slice) Len() int { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || (x[i] != x[i] && x[j] == x[j]) }
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort() { Sort(x) }
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

type StringSlice []string
func (x StringSlice) Len() int { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort() { Sort(x) }
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }
"""

SINCE: Final = {"Find": 19}


def Sort(data: Any) -> None:
    """Sort what can be compared and swapped by index."""
    sort_as_version(
        call(data.Len), lambda i, j: call(data.Less, i, j), lambda i, j: call(data.Swap, i, j)
    )


def sort_as_version(count: int, less: Less, swap: Swap) -> None:
    """Sort as the version of Go that runs does."""
    sort(count, less, swap, go_version().mends_sort_shuffle)


def Stable(data: Any) -> None:
    """Sort, and keep the order of equal elements."""
    order = sorted(range(call(data.Len)), key=_by(data.Less))
    place = list(range(len(order)))
    where = list(range(len(order)))
    for target, element in enumerate(order):
        source = where[element]
        if source != target:
            call(data.Swap, target, source)
            displaced = place[target]
            place[target], place[source] = element, displaced
            where[element], where[displaced] = target, source


def _by(less: Any) -> Any:
    """Return the key of a stable sort of indices."""
    return cmp_to_key(lambda i, j: -1 if call(less, i, j) else int(bool(call(less, j, i))))


def Slice_(x: Any, less: Any) -> None:
    """Sort a slice in an interface by a function of two indices."""
    s = unboxed(x)
    a, o = s.a, s.o

    def swap(i: int, j: int) -> None:
        a[o + i], a[o + j] = a[o + j], a[o + i]

    sort_as_version(s.n, lambda i, j: call(less, i, j), swap)


def SliceStable(x: Any, less: Any) -> None:
    """Sort a slice, and keep the order of equal elements."""
    s = unboxed(x)
    items = s.items()
    s.a[s.o : s.o + s.n] = [items[i] for i in sorted(range(s.n), key=_by(less))]


def SliceIsSorted(x: Any, less: Any) -> bool:
    """Return whether the slice is sorted."""
    return not any(call(less, i, i - 1) for i in range(unboxed(x).n - 1, 0, -1))


def Ints(x: Slice) -> None:
    """Sort integers."""
    x.a[x.o : x.o + x.n] = sorted(x.items())


Strings = Ints


def Float64s(x: Slice) -> None:
    """Sort floats, NaN first."""
    x.a[x.o : x.o + x.n] = sorted(x.items(), key=nan_first)


def nan_first(x: float) -> tuple[bool, float]:
    """Return a key that puts NaN first."""
    return (False, 0.0) if math.isnan(x) else (True, x)


def IntsAreSorted(x: Slice) -> bool:
    """Return whether it is sorted."""
    items = x.items()
    return items == sorted(items)


StringsAreSorted = IntsAreSorted


def Float64sAreSorted(x: Slice) -> bool:
    """Return whether it is sorted, NaN first."""
    keys = [nan_first(item) for item in x.items()]
    return keys == sorted(keys)


def Search(n: int, f: Any) -> int:
    """Return the least index from 0 to n at which f is true, by bisection."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if call(f, middle):
            high = middle
        else:
            low = middle + 1
    return low


def Find(n: int, cmp: Any) -> tuple[int, bool]:
    """Return the least index at which cmp is not positive, and whether it is 0 there."""
    at = Search(n, lambda i: call(cmp, i) <= 0)
    return at, at < n and call(cmp, at) == 0


def SearchInts(a: Slice, x: Any) -> int:
    """Return where `x` is, or belongs."""
    return Search(a.n, lambda i: a.a[a.o + i] >= x)


SearchFloat64s = SearchStrings = SearchInts
implementations = {"Slice": Slice_}
