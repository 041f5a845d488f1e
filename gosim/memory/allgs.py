"""The list of all goroutines that there ever were: an array that grows like any slice.

Models   runtime/proc.go of Go 1.9 to 1.27: allgs, allgadd.
Read     gosim.memory.ledger first.
Leaves out   nothing: a dead goroutine stays in the list, to be used again.

>>> ledger = Ledger(minor=22)
>>> allgs = AllGs(ledger, Sizes.of(22), made=lambda: 60)
>>> ledger.live_bytes                        # 512 bytes have room for 64, and 128 were there before
384
>>> ledger.sweepers.clear()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from gosim.memory.ledger import Ledger
from gosim.memory.sizes import Sizes

BEFORE_MAIN: Final = 16
"""The capacity of the list when main begins: it is among the runtime's own objects."""

SYSTEM: Final = 4
"""The goroutines of the runtime that are in it."""

WORD: Final = 8


class AllGs:
    """The list; it looks how many goroutines there are whenever the ledger counts."""

    def __init__(self, ledger: Ledger, sizes: Sizes, made: Callable[[], int]) -> None:
        self._ledger = ledger
        self._sizes = replace(sizes, slot=WORD)
        self._made = made
        self.cap = BEFORE_MAIN
        ledger.sweepers.append(self.catch_up)

    def catch_up(self, thorough: bool = False) -> None:
        """Grow as often as the goroutines have made it.  Go: allgadd."""
        while self._made() + SYSTEM > self.cap:
            self._ledger.arrays_freed += self._sizes.array_bytes(self.cap)
            self.cap = self._sizes.grow(self.cap)
            self._ledger.arrays_made += self._sizes.array_bytes(self.cap)
