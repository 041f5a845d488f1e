"""The grain: how many passes one pass of a coarse loop stands for.

Models   nothing in Go.
Leaves out   what happens within the passes that one pass stands for.

With an automatic grain a run begins exactly, and the grain doubles as the run grows, so that
operations and memory grow with the logarithm of its length.
"""

from __future__ import annotations

from typing import Final

EVERY: Final = 1 << 15
"""How many operations until the grain doubles."""

FINE_MAX: Final = 1 << 13
"""Above this grain one operation is so coarse that doubling waits longer."""

EVERY_LATER: Final = 1 << 21


class Grain:
    """`value` is the grain; 1 is exact."""

    __slots__ = ("_next_at", "automatic", "value")

    def __init__(self, value: int = 1, automatic: bool = False) -> None:
        self.value = value
        self.automatic = automatic
        self._next_at = EVERY

    def doubles(self, operations: int) -> bool:
        """Double if it may, and if there have been so many operations; return whether it did."""
        if not self.automatic or operations < self._next_at:
            return False
        self.value *= 2
        self._next_at = operations + (EVERY if self.value < FINE_MAX else EVERY_LATER)
        return True
