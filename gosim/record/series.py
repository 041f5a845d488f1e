"""Series: columns sampled on a grid of virtual time.

Models   nothing in Go.

A sample at instant t shows the state before anything that happens at t; only the last one shows
the end of the run, and need not be on the grid.  When the length of a
run is not known beforehand, the grid starts fine, and coarsens by dropping every other sample
whenever there are too many.

>>> series = Series({"timers": Column("timers", "timers in all heaps")}, step=10)
>>> for t in (0, 10, 20):
...     series.sample(t, [t * 2])
>>> series["t_ns"], series["timers"]
([0, 10, 20], [0, 20, 40])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gosim.units import MILLISECOND

SAMPLES_MAX: Final = 2000
"""How many samples a series keeps before its grid coarsens."""

FIRST_STEP: Final = MILLISECOND
"""The step of a grid that adapts."""

TARGET: Final = 600
"""About how many samples a run of known length has."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds, and in which unit."""

    unit: str
    meaning: str


class Series(Mapping[str, list[int]]):
    """Columns of integers of the same length; `t_ns` is the first."""

    def __init__(self, columns: Mapping[str, Column], step: int, adaptive: bool = False) -> None:
        self.columns = {"t_ns": Column("ns", "virtual time"), **columns}
        self.step = step
        self.adaptive = adaptive
        self._values: dict[str, list[int]] = {name: [] for name in self.columns}

    def sample(self, t: int, values: Sequence[int]) -> None:
        """Add one sample; the values are in the order of the columns."""
        for column, value in zip(self._values.values(), (t, *values), strict=True):
            column.append(value)
        if self.adaptive and len(self["t_ns"]) > SAMPLES_MAX:
            self._coarsen()

    def _coarsen(self) -> None:
        self.step *= 2
        for column in self._values.values():
            del column[1::2]

    def __getitem__(self, name: str) -> list[int]:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def step_for(until: int) -> int:
    """Return a round step that gives a run of that length some hundreds of samples.

    >>> [step_for(seconds * 1_000_000_000) for seconds in (1, 10, 360, 3600)]
    [2000000, 20000000, 500000000, 5000000000]
    """
    step = 1
    while True:
        for factor in (1, 2, 5):
            if until <= TARGET * step * factor:
                return step * factor
            if until <= 720 * step * factor:
                return step * factor
        step *= 10
