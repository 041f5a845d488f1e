"""Numbers as a person says them: with no more digits than help.

Models   nothing in Go.
Read     gosim.units first, whose formats lose nothing or keep three digits.

>>> clock(180_005_990_634), clock(22_400_000_000), a_second(1_973_669.3)
('3:00', '22 s', '1.97 million a second')
"""

from __future__ import annotations

from typing import Final

from gosim.units import (
    HOUR,
    MICROSECOND,
    MILLISECOND,
    MINUTE,
    SECOND,
    format_clock,
    format_count,
    format_duration,
)

_BELOW_A_MINUTE: Final = ((SECOND, "s"), (MILLISECOND, "ms"), (MICROSECOND, "µs"), (1, "ns"))


def clock(instant: int) -> str:
    """Return an instant: minutes and seconds, or a number with a unit when it is early.

    >>> [clock(t) for t in (0, 3_000, 41_000_000, 999_900_000, 2_345_000_000, 59_900_000_000)]
    ['0 s', '3 µs', '41 ms', '1 s', '2.3 s', '1:00']
    """
    seconds = round(instant / SECOND) * SECOND
    if seconds >= 3 * HOUR:
        return format_duration(seconds)
    if seconds >= MINUTE:
        return format_clock(seconds)
    for unit, name in _BELOW_A_MINUTE:
        value = instant / unit
        if value >= 0.9995:
            digits = f"{value:.1f}".removesuffix(".0") if value < 9.95 else f"{value:.0f}"
            return f"{digits} {name}"
    return "0 s"


def a_second(rate: float) -> str:
    """Return a rate.

    >>> [a_second(rate) for rate in (1_000.2, 12.0, 0.5, 0.0333)]
    ['1,000 a second', '12 a second', '0.5 a second', '0.033 a second']
    """
    digits = format_count(round(rate)) if abs(rate) >= 10 else f"{rate:.2g}"
    return f"{digits} a second"
