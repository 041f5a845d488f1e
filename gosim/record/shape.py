"""The shape of a column over time: flat, a plateau, a peak, growing, or up and down.

Models   nothing in Go.
Read     gosim.record.series first; gosim.record.verdict next.

A column is read as a person reads its curve:

    flat        never more than a few, or at its level from the first step on
    plateau     rises, then stays where it is until the end
    peak        rises, then loses more than half of it
    growing     as high as ever at the end, and still rising
    uneven      none of these

In a coarse run numbers move in steps of the grain, so a level is known to two grains at best.

>>> shape_of([0, 10, 20, 30, 40, 50], [0, 5, 9, 9, 9, 9])
Shape(kind='plateau', level=9, at_ns=20, end=9, end_at_ns=50)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["flat", "plateau", "peak", "growing", "uneven"]

FEW: Final = 3
"""Up to so many timers, a column is flat whatever it does."""

SLACK: Final = 0.01
"""The part of its height by which a level may waver."""

LINGER: Final = 3.0
"""How much longer than a straight line a plateau stays in the last part of its height."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a column did: it reached `level` at `at_ns`, and was at `end` from `end_at_ns` on.

    The level of a plateau is its middle; that of any other shape is the maximum.
    """

    kind: Kind
    level: int
    at_ns: int
    end: int
    end_at_ns: int


def shape_of(times: Sequence[int], values: Sequence[int], grains: Sequence[int] = ()) -> Shape:
    """Return the shape of a column sampled at `times`, in a run with these grains."""
    if not values:
        return Shape("flat", 0, 0, 0, 0)
    peak, grain = max(values), max(grains, default=1)
    peak_at = values.index(peak)
    slack = max(SLACK * peak, 2 * grain if grain > 1 else 1)
    plain = Shape("uneven", peak, times[peak_at], values[-1], times[-1])
    first_step = values[: 2 if len(values) > 2 else 1]
    if in_passes(values, grains) <= FEW or max(first_step) >= peak - slack:
        return _as(plain, "flat")
    if values[-1] < peak / 2:
        return _peak(times, values, slack)
    start = _start_of_plateau(times, values, slack)
    if start is not None:
        level = sorted(values[start:])[(len(values) - start) // 2]
        return Shape("plateau", level, times[start], values[-1], times[-1])
    return _as(plain, "growing") if values[-1] >= peak - slack else plain


def _as(shape: Shape, kind: Kind) -> Shape:
    return Shape(kind, shape.level, shape.at_ns, shape.end, shape.end_at_ns)


def in_passes(values: Sequence[int], grains: Sequence[int] = ()) -> int:
    """Return the maximum of a column, as a run with grain 1 would have it, were it small.

    A timer that each pass makes and leaves behind for the next one to replace weighs a whole
    grain in a coarse run, and yet stands for one timer.
    """
    if not grains:
        return max(values, default=0)
    return max((-(-value // g) for value, g in zip(values, grains, strict=True)), default=0)


def _peak(times: Sequence[int], values: Sequence[int], slack: float) -> Shape:
    """Return a peak: when its height was reached, and when it was down to where it ended."""
    peak, end = max(values), values[-1]
    top = next(i for i, value in enumerate(values) if value >= peak - slack / 10)
    down = len(values) - 1
    while down > 0 and values[down - 1] <= end + slack / 10:
        down -= 1
    return Shape("peak", peak, times[top], end, times[down])


def _start_of_plateau(times: Sequence[int], values: Sequence[int], slack: float) -> int | None:
    """Return the index from which on a column stays at its level, or None if it does not.

    A straight line spends one hundredth of its time in the last hundredth of its height.
    """
    peak = max(values)
    near = next(i for i, value in enumerate(values) if value >= peak - slack)
    linear = slack / peak * (times[near] - times[0])
    settled = len(values) - near >= 3 and min(values[near:]) >= peak - 2 * slack
    if not settled or times[-1] - times[near] < LINGER * linear:
        return None
    later = near + (len(values) - near) // 2
    floor = min(values[later:]) - slack / 10
    return near + next(i for i, value in enumerate(values[near:]) if value >= floor)


def passed(times: Sequence[int], values: Sequence[int], threshold: int) -> int | None:
    """Return when a column first reached a threshold, between two samples if need be.

    >>> passed([0, 10, 20], [0, 4, 8], 6)
    15
    """
    for i, value in enumerate(values):
        if value >= threshold:
            if i == 0:
                return times[0]
            before, step = values[i - 1], times[i] - times[i - 1]
            return times[i - 1] + step * (threshold - before) // (value - before)
    return None


def rise(times: Sequence[int], values: Sequence[int], since: int = 0) -> float:
    """Return by how much a column rose a second, from an instant to its end.

    >>> rise([0, 1_000_000_000, 2_000_000_000], [0, 5, 11])
    5.5
    """
    if len(times) < 2:
        return 0.0
    first = min(bisect_left(times, since), len(times) - 2)
    return (values[-1] - values[first]) * 1e9 / (times[-1] - times[first])
