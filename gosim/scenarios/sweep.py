"""A sweep: one scenario over a grid of rates, timeouts, versions and GOGC.

Models   nothing in Go.
Read     gosim.scenarios.scenario first.

Every point of the grid is a run of its own, and runs share nothing, so several processes can
work on them.  The rows come in the order of the grid, whoever was done first.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import product
from typing import Final

from gosim.scenarios import find
from gosim.units import SECOND

PLATEAUS: Final = 2
"""How many timeouts a run lasts: one until the plateau is reached, one to see it."""

PASSES: Final = 50_000
"""About how many passes of the loop a run takes; more messages make it coarser."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the grid; `timeout` in nanoseconds, GOGC None for off."""

    scenario: str
    rate: int
    timeout: int
    go: str
    gogc: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A point, and what its run showed at most."""

    scenario: str
    rate: int
    timeout_s: float
    go: str
    gogc: int
    timers_max: int
    heap_live_bytes_max: int
    heap_alloc_bytes_max: int
    heap_sys_bytes_max: int
    rss_bytes_max: int
    num_gc: int

    def as_dict(self) -> dict[str, object]:
        """Return the row as plain data."""
        return asdict(self)


def grid(
    scenario: str,
    rates: Iterable[int],
    timeouts: Iterable[int],
    versions: Iterable[str],
    gogcs: Iterable[int | None] = (100,),
) -> list[Point]:
    """Return all combinations, the last one running fastest."""
    return [Point(scenario, *point) for point in product(rates, timeouts, versions, gogcs)]


def sweep(
    points: list[Point], processes: int = 1, progress: Callable[[int, int], None] | None = None
) -> list[Row]:
    """Run every point; `progress` is told how many are done, and of how many."""
    rows: list[Row] = []
    if processes <= 1:
        for point in points:
            rows.append(measure(point))
            _tell(progress, len(rows), len(points))
        return rows
    with ProcessPoolExecutor(processes) as pool:
        for row in pool.map(measure, points):
            rows.append(row)
            _tell(progress, len(rows), len(points))
    return rows


def _tell(progress: Callable[[int, int], None] | None, done: int, of: int) -> None:
    if progress:
        progress(done, of)


def measure(point: Point) -> Row:
    """Run one point for two timeouts."""
    until = PLATEAUS * point.timeout
    grain = max(point.rate * until // SECOND // PASSES, 1)
    result = find(point.scenario).replay(
        {"rate": str(point.rate), "timeout": f"{point.timeout}ns"},
        go=point.go,
        until=until,
        grain=grain,
        gogc=point.gogc,
    )
    series = result.series
    return Row(
        point.scenario,
        point.rate,
        point.timeout / SECOND,
        point.go,
        -1 if point.gogc is None else point.gogc,
        max(series["timers"]),
        max(series["heap_live_bytes"]),
        max(series["heap_alloc_bytes"]),
        max(series["heap_sys_bytes"]),
        max(series["rss_bytes"]),
        series["num_gc"][-1],
    )


def to_csv(rows: list[Row]) -> str:
    """Return the rows as CSV text, GOGC −1 for off."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(Row.__slots__), lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return text.getvalue()
