"""Durations: their text, their parts, rounding.

Models   time/time.go, time/format.go of Go 1.22: Duration, ParseDuration.
Read     gosim.units first.
Leaves out   nothing.

>>> Duration_Round(1_234_567_890, 1_000_000), Duration_String(1_500_000_000), parse("1h15m30.5s")
(1235000000, '1.5s', (4530500000000, ''))
"""

from __future__ import annotations

import re
from typing import Final

from gosim.golang.gotext import of_text
from gosim.golang.lib.quoting import quote
from gosim.units import HOUR, MINUTE, SECOND, format_duration

API: Final = """
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

func (d Duration) Abs() Duration
func (d Duration) Hours() float64
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Minutes() float64
func (d Duration) Nanoseconds() int64 { return int64(d) }
func (d Duration) Round(m Duration) Duration
func (d Duration) Seconds() float64
func (d Duration) String() string
func (d Duration) Truncate(m Duration) Duration

func parseDuration(s string) (Duration, string)
func newError(text string) error
func ParseDuration(s string) (Duration, error) {
	d, wrong := parseDuration(s)
	if wrong != "" {
		return 0, newError(wrong)
	}
	return d, nil
}
"""
"""What package time declares of durations."""

MAX: Final = (1 << 63) - 1
MIN: Final = -(1 << 63)


def Duration_String(d: int) -> str:
    """Return it as Go prints it."""
    return of_text(format_duration(d))


def _float(d: int, unit: int) -> float:
    """Return the quotient as Go works it out: whole and rest apart."""
    whole, rest = divmod(abs(d), unit)
    return (1 if d >= 0 else -1) * (whole + rest / unit)


def Duration_Hours(d: int) -> float:
    """Return it in hours."""
    return _float(d, HOUR)


def Duration_Minutes(d: int) -> float:
    """Return it in minutes."""
    return _float(d, MINUTE)


def Duration_Seconds(d: int) -> float:
    """Return it in seconds."""
    return _float(d, SECOND)


def Duration_Abs(d: int) -> int:
    """Return its absolute value, at most the greatest duration."""
    return min(abs(d), MAX)


def Duration_Truncate(d: int, m: int) -> int:
    """Round towards zero to a multiple of m."""
    return d if m <= 0 else abs(d) // m * m * (1 if d >= 0 else -1)


def Duration_Round(d: int, m: int) -> int:
    """Round to a multiple of m, half away from zero."""
    if m <= 0:
        return d
    size, rest = divmod(abs(d), m)
    rounded = (size + (rest * 2 >= m)) * m
    return min(rounded, MAX) if d >= 0 else max(-rounded, MIN)


_TERM: Final = re.compile(r"(\d*)(?:\.(\d*))?([^\d.]*)")
_UNITS: Final = {
    "ns": 1, "us": 1000, of_text("µs"): 1000, of_text("μs"): 1000,
    "ms": 1_000_000, "s": SECOND, "m": MINUTE, "h": HOUR,
}  # fmt: skip


def parse(s: str) -> tuple[int, str]:
    """Return (duration, what is wrong with the text).  Go: ParseDuration."""
    invalid = "time: invalid duration " + quote(s)
    text = s[1:] if s[:1] in ("+", "-") and s else s
    if text == "0":
        return 0, ""
    total = at = 0
    while at < len(text):
        found = _TERM.match(text, at)
        assert found
        whole, fraction, unit = found.groups()
        if not whole and not fraction:
            return 0, invalid
        if not unit:
            return 0, "time: missing unit in duration " + quote(s)
        size = _UNITS.get(unit)
        if size is None:
            return 0, f"time: unknown unit {quote(unit)} in duration {quote(s)}"
        total += int(whole or 0) * size
        if fraction:
            total += int(int(fraction) * (size / 10 ** len(fraction)))
        at = found.end()
    if not text or total > MAX + (s[0] == "-"):
        return 0, invalid
    return (-total if s[0] == "-" else total), ""


parseDuration = parse  # noqa: N816  Go's case
