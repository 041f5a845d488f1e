"""Axes that a person can read: where the ticks are, and what they say.

Models   nothing in Go.

An axis is a list of (position, text), from 0 to a little above its greatest value.

>>> [text for _, text in time_ticks(6 * MINUTE)]
['0:00', '1:00', '2:00', '3:00', '4:00', '5:00', '6:00']
>>> count_ticks(355_328_000)
[(0, '0'), (100000000, '100 million'), (200000000, '200 million'), (300000000, '300 million')]
>>> [text for _, text in byte_ticks(74_100_000_000)]
['0', '20 GB', '40 GB', '60 GB']
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Final

from gosim.units import HOUR, MICROSECOND, MILLISECOND, MINUTE, NANOSECOND, SECOND

Ticks = list[tuple[int, str]]

_TIME_INTERVALS: Final = 8
_VALUE_INTERVALS: Final = 6
_ROUND_ABOVE_SECONDS: Final = (15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_TIME_UNITS: Final = (
    (HOUR, "h"),
    (SECOND, "s"),
    (MILLISECOND, "ms"),
    (MICROSECOND, "µs"),
    (NANOSECOND, "ns"),
)
_BYTES: Final = ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB"), (1, "B"))
_COUNTS: Final = ((10**9, "billion"), (10**6, "million"))


def time_ticks(span: int) -> Ticks:
    """Return the ticks of an axis of virtual time from 0 to `span` nanoseconds."""
    step = next(step for step in _time_steps() if span <= _TIME_INTERVALS * step)
    positions = range(0, span + 1, step)
    if in_minutes(span):
        return [(t, f"{t // MINUTE}:{t % MINUTE // SECOND:02d}") for t in positions]
    unit, name = next((unit, name) for unit, name in _TIME_UNITS if span >= unit or unit == 1)
    return [(t, f"{t / unit:,g} {name}" if t else "0") for t in positions]


def in_minutes(span: int) -> bool:
    """Return whether such an axis is read in minutes and seconds."""
    return 2 * MINUTE <= span < 3 * HOUR


def _time_steps() -> Iterator[int]:
    """Yield the distances that may lie between two ticks, in ascending order."""
    for step in _decimal_steps():
        if step > 10 * SECOND:
            break
        yield step
    for seconds in _ROUND_ABOVE_SECONDS:
        yield seconds * SECOND
    for step in _decimal_steps():
        if step > 1:
            yield step * HOUR


def _decimal_steps() -> Iterator[int]:
    for power in count():
        for factor in (1, 2, 5):
            yield factor * 10**power


def count_ticks(top: int) -> Ticks:
    """Return the ticks of an axis of counts."""
    positions = _positions(top)
    for unit, name in _COUNTS:
        if positions[-1] >= unit:
            return [(n, f"{n / unit:g} {name}" if n else "0") for n in positions]
    return [(n, f"{n:,}") for n in positions]


def byte_ticks(top: int) -> Ticks:
    """Return the ticks of an axis of sizes."""
    positions = _positions(top)
    unit, name = next((unit, name) for unit, name in _BYTES if positions[-1] >= unit)
    return [(n, f"{n / unit:g} {name}" if n else "0") for n in positions]


def _positions(top: int) -> range:
    step = next(step for step in _decimal_steps() if top <= _VALUE_INTERVALS * step)
    return range(0, max(top, 1) + 1, step)
