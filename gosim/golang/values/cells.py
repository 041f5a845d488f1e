"""Pointers to what is not a struct or an array: each has a property `v`.

Models   ``&x``, ``&s.f``, ``&a[i]``.
Read     nothing first.

A pointer to a struct or an array is the Python object itself; these are for the rest.

>>> numbers = [1, 2]
>>> p = ElemRef(numbers, 1)
>>> p.v += 5
>>> numbers, p == ElemRef(numbers, 1)
([1, 7], True)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Cell:
    """A variable that has an address or is shared with closures; `own_` counts it."""

    __slots__ = ("own_", "v")

    def __init__(self, v: Any = None) -> None:
        self.v = v


class FieldRef:
    """``&x.f``."""

    __slots__ = ("name", "of", "own_")

    def __init__(self, of: Any, name: str) -> None:
        self.of, self.name = of, name
        getattr(of, name)  # A nil pointer fails here, as in Go.

    @property
    def v(self) -> Any:
        """The field."""
        return getattr(self.of, self.name)

    @v.setter
    def v(self, value: Any) -> None:
        setattr(self.of, self.name, value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FieldRef) and self.of is other.of and self.name == other.name

    def __hash__(self) -> int:
        return hash((id(self.of), self.name))


class ElemRef:
    """``&a[i]``; `list` is the array behind the slice."""

    __slots__ = ("index", "of", "own_")

    def __init__(self, of: list[Any], index: int) -> None:
        self.of, self.index = of, index

    @property
    def v(self) -> Any:
        """The element."""
        return self.of[self.index]

    @v.setter
    def v(self, value: Any) -> None:
        self.of[self.index] = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ElemRef) and self.of is other.of and self.index == other.index

    def __hash__(self) -> int:
        return hash((id(self.of), self.index))


class ArrayRef(list[Any]):
    """``(*[n]T)(s)``: the items of a slice as an array, where they are.

    >>> behind = [1, 2, 3, 4]
    >>> array = ArrayRef(behind, 1, 2)
    >>> array[0] = 7
    >>> behind, list(array)
    ([1, 7, 3, 4], [7, 3])
    """

    __slots__ = ("n", "of", "start")

    def __init__(self, of: list[Any], start: int, n: int) -> None:
        self.of, self.start, self.n = of, start, n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, i: Any) -> Any:
        return self.of[self.start + i]

    def __setitem__(self, i: Any, value: Any) -> None:
        if isinstance(i, slice):  # All of it: an array is assigned as a whole.
            self.of[self.start : self.start + self.n] = value
        else:
            self.of[self.start + i] = value

    def __iter__(self) -> Iterator[Any]:
        return (self.of[i] for i in range(self.start, self.start + self.n))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ArrayRef) and (self.of is other.of) and self.start == other.start

    def __hash__(self) -> int:  # type: ignore[override]  # A pointer, not a list.
        return hash((id(self.of), self.start))


class GlobalRef:
    """``&x`` of a package-level variable, which lives in the module's namespace."""

    __slots__ = ("name", "of")

    def __init__(self, of: dict[str, Any], name: str) -> None:
        self.of, self.name = of, name

    @property
    def v(self) -> Any:
        """The variable."""
        return self.of[self.name]

    @v.setter
    def v(self, value: Any) -> None:
        self.of[self.name] = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GlobalRef) and self.of is other.of and self.name == other.name

    def __hash__(self) -> int:
        return hash((id(self.of), self.name))
