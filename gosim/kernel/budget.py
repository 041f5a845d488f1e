"""Budgets: what ends a run that would not end by itself.

Models   nothing in Go.
Leaves out   the memory of what a program keeps in its own variables.

Virtual time (`until`), operations, seconds of the wall clock, and bytes of output.  Whichever
runs out, what was recorded until then is whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic  # noqa: TID251  the one place that reads the wall clock

NEVER = 2**63 - 1
"""An instant that no run reaches.  Go: maxWhen."""

Progress = Callable[[int, int | None], None]
"""Somebody who wants to hear now and then how far a run is: (now, until)."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits of a run.  `until` is None when the program ends by itself.

    What happens at `until` or later is not part of the run.  `objects` bounds the memory that
    gosim itself takes: goroutines and timers that exist at one time, at some 300 bytes each.
    """

    until: int | None = None
    operations: int = 500_000_000
    wall_s: float = 300.0
    objects: int = 8_000_000
    output_bytes: int = 50_000_000

    def replace(self, until: int) -> Budget:
        """Return the same limits with another `until`."""
        return replace(self, until=until)

    @property
    def horizon(self) -> int:
        """`until`, or an instant that no run reaches."""
        return NEVER if self.until is None else self.until


class Stopwatch:
    """Tells whether the wall-clock budget is spent."""

    def __init__(self, wall_s: float) -> None:
        self._deadline = monotonic() + wall_s

    def spent(self) -> bool:
        """Return whether the time is over."""
        return monotonic() >= self._deadline
