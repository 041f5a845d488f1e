"""The recorder: samples the counters of a run, and keeps what the program marks.

Models   nothing in Go.
Read     gosim.record.series first.

The recorder pulls: a *gauge* is a function that returns a number, and costs nothing between two
samples.
"""

from __future__ import annotations

from collections.abc import Callable

from gosim.record.series import FIRST_STEP, Column, Series, step_for

Gauge = Callable[[], int]


class Recorder:
    """Samples gauges on a grid; keeps the marks that the program makes."""

    def __init__(self, until: int | None, sample: int | None) -> None:
        adaptive = until is None and sample is None
        self.step = sample or (step_for(until) if until else FIRST_STEP)
        self._adaptive = adaptive
        self._columns: dict[str, Column] = {}
        self._gauges: list[Gauge] = []
        self.marks: list[tuple[int, str, int]] = []
        self.series = Series({}, self.step)

    def gauge(self, name: str, unit: str, meaning: str, read: Gauge) -> None:
        """Add a column."""
        self._columns[name] = Column(unit, meaning)
        self._gauges.append(read)

    def begin(self) -> None:
        """Start with empty columns."""
        self.series = Series(self._columns, self.step, self._adaptive)

    def sample(self, t: int) -> int:
        """Take a sample at t; return the instant of the next one."""
        self.series.sample(t, [read() for read in self._gauges])
        step = self.series.step
        return (t // step + 1) * step

    def end(self, t: int) -> None:
        """Take a last sample, off the grid, if the run has come beyond the one before."""
        times = self.series["t_ns"]
        if times and t > times[-1]:
            self.sample(t)

    def mark(self, at: int, label: str, weight: int) -> None:
        """Keep that the program marked this instant; `weight` is how many times it stands for."""
        self.marks.append((at, label, weight))

    def marked(self, label: str) -> int:
        """Return how often a label was marked, each mark by its weight."""
        return sum(weight for _, marked, weight in self.marks if marked == label)
