"""Budgets: what ends a run that would not end by itself.

Models   nothing in Go.
Leaves out   what Python gives back to the system late: it counts as taken.

Virtual time (`until`), operations, seconds of the wall clock, bytes of output, and the memory
that gosim takes on this machine: a program that leaks in Go leaks here, too.  Whichever runs out,
what was recorded until then is whole.
"""

from __future__ import annotations

import mmap
import os
import sys
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

    What happens at `until` or later is not part of the run.  `objects` bounds the goroutines and
    timers that exist at one time, `memory_bytes` what gosim itself takes while the program runs.
    """

    until: int | None = None
    operations: int = 500_000_000
    wall_s: float = 300.0
    objects: int = 8_000_000
    memory_bytes: int = 1_800_000_000
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


class Scales:
    """Tells whether the memory budget is spent: what this process has taken since the beginning."""

    def __init__(self, memory_bytes: int) -> None:
        self._most = resident_bytes() + memory_bytes

    def spent(self) -> bool:
        """Return whether it has taken more."""
        return resident_bytes() > self._most


def resident_bytes() -> int:
    """Return the memory that this process has now; where nobody tells, 0: there is no limit."""
    try:
        statm = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return _peak_bytes()
    try:
        return int(os.read(statm, 100).split()[1]) * mmap.PAGESIZE
    finally:
        os.close(statm)


def _peak_bytes() -> int:
    """Return the memory that this process had at most, where only that is known."""
    try:
        import resource  # noqa: PLC0415  it is not there on every system
    except ImportError:
        return 0
    kilobytes = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * kilobytes
