"""Sorting in place as Go does it, so that equal elements end where Go puts them.

Models   sort/zsortfunc.go, slices/zsortanyfunc.go of Go 1.19 to 1.27: pdqsort_func and its parts.
Read     gosim.golang.lib.gosort next.
Leaves out   nothing.

The sort is not stable, but it is the same each time: quicksort whose pivot is a median of up
to nine; insertion sort for twelve elements or fewer; a look whether the elements are sorted
already; a shuffle from a fixed seed when partitions are uneven; heapsort when that goes on.

>>> items = [5, 2, 8, 1]
>>> def swap(i, j):
...     items[i], items[j] = items[j], items[i]
>>> sort(len(items), lambda i, j: items[i] < items[j], swap)
>>> items
[1, 2, 5, 8]
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

Less = Callable[[int, int], Any]
Swap = Callable[[int, int], Any]

INSERTION_MAX: Final = 12
NINTHER_MIN: Final = 50
SWAPS_MAX: Final = 12
SHIFTING_MIN: Final = 50
STEPS_MAX: Final = 5

MENDED: Final = (13, 7, 17)
UNMENDED: Final = (13, 17, 5)

UNKNOWN, INCREASING, DECREASING = range(3)


def sort(count: int, less: Less, swap: Swap, mended: bool = True) -> None:
    """Sort `count` elements that can be compared and swapped by index.

    Up to Go 1.23 the shuffle was not `mended`: its generator had the shifts for 32 bits.
    """
    _Sorter(less, swap, MENDED if mended else UNMENDED).sort(0, count, count.bit_length())


class _Sorter:
    """Elements that can be compared and swapped."""

    __slots__ = ("less", "shifts", "swap")

    def __init__(self, less: Less, swap: Swap, shifts: tuple[int, int, int]) -> None:
        self.less, self.swap, self.shifts = less, swap, shifts

    def sort(self, a: int, b: int, limit: int) -> None:
        """Sort from `a` up to `b`; after `limit` bad pivots with heapsort."""
        balanced = partitioned = True
        while b - a > INSERTION_MAX:
            length = b - a
            if limit == 0:
                self.heap_sort(a, b)
                return
            if not balanced:
                self.break_patterns(a, b)
                limit -= 1
            pivot, hint = self.choose_pivot(a, b)
            if hint == DECREASING:
                self.reverse(a, b)
                pivot, hint = b - 1 - (pivot - a), INCREASING
            if balanced and partitioned and hint == INCREASING and self.nearly_sorted(a, b):
                return
            if a > 0 and not self.less(a - 1, pivot):
                a = self.partition_equal(a, b, pivot)
                continue
            middle, partitioned = self.partition(a, b, pivot)
            left, right = middle - a, b - middle
            balanced = min(left, right) >= length // 8
            if left < right:
                self.sort(a, middle, limit)
                a = middle + 1
            else:
                self.sort(middle + 1, b, limit)
                b = middle
        self.insertion_sort(a, b)

    def insertion_sort(self, a: int, b: int) -> None:
        """Sort a few elements."""
        less, swap = self.less, self.swap
        for i in range(a + 1, b):
            j = i
            while j > a and less(j, j - 1):
                swap(j, j - 1)
                j -= 1

    def heap_sort(self, a: int, b: int) -> None:
        """Sort without bad cases."""
        count = b - a
        for i in range((count - 1) // 2, -1, -1):
            self.sift_down(i, count, a)
        for i in range(count - 1, -1, -1):
            self.swap(a, a + i)
            self.sift_down(0, i, a)

    def sift_down(self, root: int, end: int, first: int) -> None:
        """Let an element sink in the heap that begins at `first`."""
        less = self.less
        while (child := 2 * root + 1) < end:
            if child + 1 < end and less(first + child, first + child + 1):
                child += 1
            if not less(first + root, first + child):
                return
            self.swap(first + root, first + child)
            root = child

    def partition(self, a: int, b: int, pivot: int) -> tuple[int, bool]:
        """Put what is less than the pivot before it; say whether it was so already."""
        less, swap = self.less, self.swap
        swap(a, pivot)
        i, j = a + 1, b - 1
        already = True
        while True:
            while i <= j and less(i, a):
                i += 1
            while i <= j and not less(j, a):
                j -= 1
            if i > j:
                break
            swap(i, j)
            i, j, already = i + 1, j - 1, False
        swap(j, a)
        return j, already

    def partition_equal(self, a: int, b: int, pivot: int) -> int:
        """Put what equals the pivot before what is greater; nothing is less."""
        less, swap = self.less, self.swap
        swap(a, pivot)
        i, j = a + 1, b - 1
        while True:
            while i <= j and not less(a, i):
                i += 1
            while i <= j and less(a, j):
                j -= 1
            if i > j:
                return i
            swap(i, j)
            i, j = i + 1, j - 1

    def nearly_sorted(self, a: int, b: int) -> bool:
        """Mend up to five places; say whether it is sorted then.  Go: partialInsertionSort."""
        less, swap = self.less, self.swap
        i = a + 1
        for _ in range(STEPS_MAX):
            while i < b and not less(i, i - 1):
                i += 1
            if i == b:
                return True
            if b - a < SHIFTING_MIN:
                return False
            swap(i, i - 1)
            if i - a >= 2:
                self.shift(range(i - 1, 0, -1))
            if b - i >= 2:
                self.shift(range(i + 1, b))
        return False

    def shift(self, places: range) -> None:
        """Swap neighbours along the places while they are out of order."""
        for j in places:
            if not self.less(j, j - 1):
                return
            self.swap(j, j - 1)

    def break_patterns(self, a: int, b: int) -> None:
        """Scatter three elements, by a fixed sequence of random numbers."""
        length = b - a
        if length < 8:
            return
        word, mask = length, (1 << length.bit_length()) - 1
        middle = a + length // 4 * 2
        for place in range(middle - 1, middle + 2):
            word = _xorshift(word, *self.shifts)
            other = word & mask
            self.swap(place, a + (other - length if other >= length else other))

    def choose_pivot(self, a: int, b: int) -> tuple[int, int]:
        """Return the index of a median, and whether the elements look sorted."""
        length = b - a
        swaps = [0]
        i, j, k = (a + length // 4 * quarter for quarter in (1, 2, 3))
        if length >= 8:
            if length >= NINTHER_MIN:
                i, j, k = (self.median(at - 1, at, at + 1, swaps) for at in (i, j, k))
            j = self.median(i, j, k, swaps)
        return j, {0: INCREASING, SWAPS_MAX: DECREASING}.get(swaps[0], UNKNOWN)

    def median(self, a: int, b: int, c: int, swaps: list[int]) -> int:
        """Return which of three is in the middle, counting the swaps that finding it takes."""
        for first in (True, False, True):
            x, y = (a, b) if first else (b, c)
            if self.less(y, x):
                swaps[0] += 1
                x, y = y, x
            if first:
                a, b = x, y
            else:
                b, c = x, y
        return b

    def reverse(self, a: int, b: int) -> None:
        """Reverse the elements."""
        for offset in range((b - a) // 2):
            self.swap(a + offset, b - 1 - offset)


def _xorshift(word: int, left: int, right: int, again: int) -> int:
    """Return the next of Marsaglia's sequence of 64-bit words."""
    word ^= word << left & 0xFFFF_FFFF_FFFF_FFFF
    word ^= word >> right
    return word ^ (word << again & 0xFFFF_FFFF_FFFF_FFFF)
