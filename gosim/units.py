"""Durations and sizes: integers inside, Go's notation outside.

Models   time.ParseDuration and time.Duration.String of Go 1.22 (time/format.go, time/time.go).
Leaves out   sizes have no notation in Go; `format_bytes` uses decimal units (1 GB = 10**9 B).

A duration is an integer number of nanoseconds, an instant is a duration since the
start of the program, and a size is an integer number of bytes.

>>> parse_duration("1h15m30.918s")
4530918000000
>>> format_duration(3 * MINUTE)
'3m0s'
>>> format_bytes(10_400_000_000)
'10.4 GB'
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite, isnan
from typing import Final

from gosim.errors import UsageError

NANOSECOND: Final = 1
MICROSECOND: Final = 1_000
MILLISECOND: Final = 1_000_000
SECOND: Final = 1_000_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE

MAX_DURATION: Final = 2**63 - 1
MIN_DURATION: Final = -(2**63)

_UNITS: Final = {
    "ns": NANOSECOND,
    "us": MICROSECOND,
    "µs": MICROSECOND,
    "μs": MICROSECOND,
    "ms": MILLISECOND,
    "s": SECOND,
    "m": MINUTE,
    "h": HOUR,
}
_TERM: Final = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)")
_WHOLE: Final = re.compile(rf"[+-]?(?:0|(?:{_TERM.pattern})+)\Z")


_DIGITS_MAX: Final = 1000
"""More characters than any duration needs."""


def parse_duration(text: str) -> int:
    """Return the nanoseconds of a duration as Go writes it: ``90s``, ``3m``, ``1h30m``, ``1.5ms``.

    Raises UsageError for anything that Go's ParseDuration refuses.
    """
    if not _WHOLE.match(text):
        raise UsageError(
            f"{shortened(text)!r} is not a duration", "write it as Go does: 90s, 3m, 1h30m, 250ms"
        )
    if len(text) > _DIGITS_MAX:
        raise UsageError(f"a duration of {len(text)} characters", "the most is about 292 years")
    total = sum(_term(number, _UNITS[unit]) for number, unit, *_ in _TERM.findall(text))
    negative = text.startswith("-")
    if total > MAX_DURATION + negative:
        raise UsageError(
            f"{shortened(text)!r} is longer than any Go duration", "the most is about 292 years"
        )
    return -total if negative else total


def _term(number: str, unit: int) -> int:
    """Return `number` units; a fraction goes through a float, as in Go.  Go: leadingFraction."""
    whole, _, fraction = number.partition(".")
    digits = fraction[:19] if int(fraction[:19] or 0) <= 2**63 else fraction[:18]
    part = float(int(digits or 0)) * (float(unit) / 10.0 ** len(digits))
    return int(whole or 0) * unit + int(part)


def format_duration(duration: int) -> str:
    """Return the duration as Go prints it.  Go: Duration.String.

    >>> [format_duration(d) for d in (0, 1, 1_500, 100 * MILLISECOND, 90 * SECOND, -SECOND)]
    ['0s', '1ns', '1.5µs', '100ms', '1m30s', '-1s']
    """
    if duration < 0:
        return "-" + format_duration(-duration)
    if duration < SECOND:
        return _below_a_second(duration)
    minutes, rest = divmod(duration, MINUTE)
    seconds = _trim(rest, SECOND) + "s"
    if not minutes:
        return seconds
    hours, minutes = divmod(minutes, 60)
    return f"{hours}h{minutes}m{seconds}" if hours else f"{minutes}m{seconds}"


def _below_a_second(duration: int) -> str:
    for unit, size in (("ms", MILLISECOND), ("µs", MICROSECOND), ("ns", NANOSECOND)):
        if duration >= size:
            return _trim(duration, size) + unit
    return "0s"


def _trim(amount: int, unit: int) -> str:
    """Return amount / unit exactly, without trailing zeros."""
    whole, rest = divmod(amount, unit)
    digits = str(rest).rjust(len(str(unit)) - 1, "0").rstrip("0") if rest else ""
    return f"{whole}.{digits}" if digits else str(whole)


def format_float(value: float, exponent_from: int = 21) -> str:
    """Return a float as Go's fmt does: as few digits as tell it apart.  Go: strconv.FormatFloat.

    An exponent is written for numbers of 10**exponent_from and more, and below 0.0001.

    >>> [format_float(x) for x in (2.0, -1.5, 1e20, 1e21, 0.00001)]
    ['2', '-1.5', '100000000000000000000', '1e+21', '1e-05']
    """
    if not isfinite(value):
        return "NaN" if isnan(value) else f"{value:+}".title()
    number = Decimal(repr(value)).normalize()
    if -4 <= number.adjusted() < exponent_from:
        return f"{number:f}"
    sign, digits, _ = number.as_tuple()
    mantissa = ".".join(filter(None, [str(digits[0]), "".join(map(str, digits[1:]))]))
    return f"{'-' * sign}{mantissa}e{number.adjusted():+03d}"


def format_clock(instant: int) -> str:
    """Return an instant as minutes and seconds, the way a person reads a run.

    >>> format_clock(3 * MINUTE), format_clock(61 * MINUTE + 5 * SECOND), format_clock(2_500_000)
    ('3:00', '61:05', '0:00.0025')
    """
    minutes, rest = divmod(instant, MINUTE)
    seconds, fraction = divmod(rest, SECOND)
    tail = "." + str(fraction).rjust(9, "0").rstrip("0") if fraction else ""
    return f"{minutes}:{seconds:02d}{tail}"


def format_bytes(size: int) -> str:
    """Return a size in decimal units with three digits.

    >>> [format_bytes(n) for n in (0, 999, 37_506_976, 10**9, 80_912_345_678)]
    ['0 B', '999 B', '37.5 MB', '1.00 GB', '80.9 GB']
    """
    if size < 1000:
        return f"{size} B"
    value = float(size)
    for unit in ("kB", "MB", "GB", "TB"):
        value /= 1000
        if value < 999.5 or unit == "TB":
            break
    return f"{_three_digits(value)} {unit}"


_BYTES: Final = re.compile(r"([0-9]{1,19})(B|KiB|MiB|GiB|TiB)?\Z")
MAX_BYTES: Final = 2**63 - 1
_SHOWN: Final = 36
_BYTE_UNITS: Final = {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}


def parse_bytes(text: str) -> int:
    """Return the bytes of a size as GOMEMLIMIT has it.  Raises UsageError for anything else.

    >>> parse_bytes("64MiB"), parse_bytes("1000")
    (67108864, 1000)
    """
    found = _BYTES.match(text)
    if not found:
        raise UsageError(
            f"{shortened(text)!r} is not a size", "write it as GOMEMLIMIT does: 64MiB, 2GiB"
        )
    size = int(found[1]) * _BYTE_UNITS[found[2] or "B"]
    if size > MAX_BYTES:
        raise UsageError(f"{text!r} is more than Go can count", "the most is 8388607TiB")
    return size


def shortened(text: str) -> str:
    """Return a text as an error shows it: not more than a line of it.

    >>> shortened("9" * 5000)
    '999999999999999999999999999999999999…'
    """
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def format_count(count: int) -> str:
    """Return a count that a person can read.

    >>> [format_count(n) for n in (12, 180_000, 390_312_456, 7_100_000_000)]
    ['12', '180,000', '390 million', '7.10 billion']
    """
    if count < 1_000_000:
        return f"{count:,}"
    if count < 999_500_000:
        return f"{_three_digits(count / 1e6)} million"
    return f"{_three_digits(count / 1e9)} billion"


def _three_digits(value: float) -> str:
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{decimals}f}"
