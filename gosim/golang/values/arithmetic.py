"""Integers that wrap around, and floats of 32 bits.

Models   integer overflow, shifts, division and conversions of Go.
Read     gosim.golang.types.gotypes first.

>>> from gosim.golang.types.gotypes import INT8, UINT8
>>> wrap(INT8, 128), wrap(UINT8, -1), quo(-7, 2), rem(-7, 2)
(-128, 255, -3, -1)
"""

from __future__ import annotations

import math
import struct
from typing import Any, Final

from gosim.golang.types.gotypes import Basic, Type
from gosim.golang.values.faults import bad_shift

MIN64: Final = -(1 << 63)
MAX64: Final = (1 << 63) - 1


def wrap64(n: int) -> int:
    """Return n as an int64."""
    return ((n + (1 << 63)) & ((1 << 64) - 1)) - (1 << 63)


def wrap(t: Type, n: int) -> int:
    """Return n as an integer of type `t`."""
    under = t.underlying
    assert isinstance(under, Basic)
    return wrap_signed(n, under.bits) if under.signed else n & ((1 << under.bits) - 1)


def wrap_signed(n: int, bits: int) -> int:
    """Return n as a signed integer of so many bits."""
    half = 1 << (bits - 1)
    return ((n + half) & ((1 << bits) - 1)) - half


def quo(a: int, b: int) -> int:
    """Return a / b, rounded towards zero."""
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def rem(a: int, b: int) -> int:
    """Return a % b, with the sign of a."""
    r = abs(a) % abs(b)
    return -r if a < 0 else r


def fdiv(a: float, b: float) -> float:
    """Return a / b of floats, which may be infinite or not a number."""
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or math.isnan(a):
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)


def shl(a: int, count: int, bits: int) -> int:
    """Return a << count before it is wrapped."""
    if count < 0:
        bad_shift()
    return a << count if count < bits else 0


def shr(a: int, count: int) -> int:
    """Return a >> count."""
    if count < 0:
        bad_shift()
    return a >> count if count < 64 else (-1 if a < 0 else 0)


def f32(x: float) -> float:
    """Return x rounded to 32 bits."""
    try:
        return float(struct.unpack("f", struct.pack("f", x))[0])
    except OverflowError:
        return math.copysign(math.inf, x)


def to_int(t: Type, x: float) -> int:
    """Return ``int(x)`` of a float; what does not fit gives what amd64 gives."""
    if math.isnan(x) or math.isinf(x) or not -(2.0**63) <= x < 2.0**64:
        return wrap(t, MIN64)
    return wrap(t, int(x))


def to_float(n: int, bits: int) -> Any:
    """Return ``float64(n)`` or ``float32(n)``."""
    return f32(float(n)) if bits == 32 else float(n)
