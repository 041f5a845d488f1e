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

from typing import Any


class Cell:
    """A variable that has an address or is shared with closures."""

    __slots__ = ("v",)

    def __init__(self, v: Any = None) -> None:
        self.v = v


class FieldRef:
    """``&x.f``."""

    __slots__ = ("name", "of")

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

    __slots__ = ("index", "of")

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
