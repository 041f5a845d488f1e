"""Floating-point numbers as decimal and hexadecimal text, both ways.

Models   strconv/ftoa.go, strconv/atof.go of Go 1.22: FormatFloat and ParseFloat.
Leaves out   complex numbers.

A float32 is a Python float that a float32 can hold; only its *shortest* text differs.

>>> [format_float(x, "g", -1) for x in (0.1, 1e21, 100000.0, 1e6)]
['0.1', '1e+21', '100000', '1e+06']
>>> format_float(0.10000000149011612, "g", -1, 32), format_float(1.5, "x", -1)
('0.1', '0x1.8p+00')
"""

from __future__ import annotations

import math
import re
import struct
from fractions import Fraction
from typing import Final

Digits = tuple[str, int]
"""Decimal digits without trailing zeros, and where the point stands: 0.d1d2d3… × 10**point."""


def format_float(x: float, verb: str, precision: int, bits: int = 64) -> str:
    """Return `x` as Go writes it.  A negative precision asks for the shortest text.

    Go: FormatFloat.
    """
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "+Inf" if x > 0 else "-Inf"
    sign = "-" if math.copysign(1.0, x) < 0 else ""
    x = abs(x)
    if verb == "b":
        return sign + _binary(x, bits)
    if verb in "xX":
        return sign + _hexadecimal(x, precision, verb)
    if verb in "eEfgG":
        return sign + _decimal(x, verb, precision, bits)
    return "%" + verb


def _decimal(x: float, verb: str, precision: int, bits: int) -> str:
    if precision >= 0 and verb in "eEf":
        return f"{x:.{precision}{verb}}"
    digits, point = shortest(x, bits) if precision < 0 else rounded(x, max(precision, 1))
    if verb in "eE":
        return _exponential(digits, point, verb)
    if verb == "f":
        return _positional(digits, point)
    limit = 6 if precision < 0 else max(precision, 1)
    if precision >= 0 and limit > len(digits) >= point:
        limit = len(digits)
    if x and not -4 <= point - 1 < limit:
        return _exponential(digits, point, "e" if verb == "g" else "E")
    return _positional(digits, point)


def shortest(x: float, bits: int = 64) -> Digits:
    """Return the fewest digits that still mean `x`, for a float64 or a float32."""
    if not x:
        return "0", 1
    return _split(repr(x) if bits == 64 else _shortest32(x))


def rounded(x: float, count: int) -> Digits:
    """Return `x` rounded to so many digits, without trailing zeros."""
    return _split(f"{x:.{count - 1}e}") if x else ("0", 1)


def _split(text: str) -> Digits:
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = whole + fraction
    stripped = digits.lstrip("0")
    return stripped.rstrip("0") or "0", point - (len(digits) - len(stripped))


def _shortest32(x: float) -> str:
    for precision in range(9):
        text = f"{x:.{precision}e}"
        if float32(float(text)) == x:
            return text
    return f"{x:.9e}"


def _exponential(digits: str, point: int, letter: str) -> str:
    """Return d.ddde±dd."""
    exponent = point - 1
    tail = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{tail}{letter}{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _positional(digits: str, point: int) -> str:
    """Return the digits without an exponent."""
    if point <= 0:
        return "0." + "0" * -point + digits
    if point >= len(digits):
        return digits + "0" * (point - len(digits))
    return f"{digits[:point]}.{digits[point:]}"


def _parts(x: float, bits: int) -> tuple[int, int]:
    """Return mantissa and exponent as the format of so many bits stores them."""
    width, bias = (52, 1023) if bits == 64 else (23, 127)
    whole = int.from_bytes(struct.pack(">d" if bits == 64 else ">f", x), "big")
    exponent, mantissa = whole >> width, whole & (1 << width) - 1
    if exponent:
        return mantissa | 1 << width, exponent - bias - width
    return mantissa, 1 - bias - width


def _binary(x: float, bits: int) -> str:
    mantissa, exponent = _parts(x, bits)
    return f"{mantissa}p{exponent:+d}"


def _hexadecimal(x: float, precision: int, verb: str) -> str:
    """Return 0x1.hhhp±dd, rounded half to even.  Go: fmtX."""
    digits, exponent = "", 0
    if x:
        fraction, exponent = math.frexp(x)
        mantissa, exponent = int(fraction * 2**53), exponent - 1
        if 0 <= precision < 13:
            mantissa = _round_bits(mantissa, (13 - precision) * 4)
            if mantissa >= 2**53:
                mantissa, exponent = mantissa // 2, exponent + 1
        digits = f"{mantissa - 2**52:013x}"
    if precision < 0:
        digits = digits.rstrip("0")
    else:
        digits = digits[:precision].ljust(precision, "0")
    tail = f".{digits}" if digits else ""
    sign = "-" if exponent < 0 else "+"
    text = f"0x{1 if x else 0}{tail}p{sign}{abs(exponent):02d}"
    return text.upper() if verb == "X" else text


def _round_bits(mantissa: int, drop: int) -> int:
    """Clear the lowest bits, rounding half to even."""
    unit = 1 << drop
    low = mantissa % unit
    mantissa -= low
    if low * 2 > unit or (low * 2 == unit and mantissa // unit % 2):
        mantissa += unit
    return mantissa


def float32(x: float) -> float:
    """Return the nearest float32."""
    try:
        return float(struct.unpack("f", struct.pack("f", x))[0])
    except OverflowError:
        return math.copysign(math.inf, x)


_DECIMAL: Final = re.compile(r"[+-]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[+-]?\d[\d_]*)?\Z", re.I)
_HEX: Final = re.compile(r"[+-]?0x_?([\da-f_]*\.?[\da-f_]*)p[+-]?\d[\d_]*\Z", re.I)
_BAD_UNDERSCORE: Final = re.compile(r"__|_\Z|_\.|\._|_[p+-]|[p+-]_|^_", re.I)
_WORDS: Final = {"inf": math.inf, "infinity": math.inf, "nan": math.nan}


def parse_float(text: str, bits: int = 64) -> tuple[float, str]:
    """Return (value, "" or "syntax" or "range").  Go: ParseFloat."""
    word = text.lower().lstrip("+-") if text[:1] in ("+", "-") else text.lower()
    if word in _WORDS and len(text) - len(word) <= 1:
        if word == "nan" and len(text) > 3:
            return 0.0, "syntax"
        return math.copysign(_WORDS[word], -1.0 if text[0] == "-" else 1.0), ""
    hexadecimal = _HEX.match(text)
    found = hexadecimal or _DECIMAL.match(text)
    if not found or not text.isascii() or ("_" in text and not _underscores_fit(text)):
        return 0.0, "syntax"
    if hexadecimal and not found[1].strip("_."):
        return 0.0, "syntax"
    return _converted(text.replace("_", ""), bool(hexadecimal), bits)


def _underscores_fit(text: str) -> bool:
    """Return whether each underscore stands between digits, or after a base."""
    return not _BAD_UNDERSCORE.search(text.lstrip("+-"))


def _converted(text: str, hexadecimal: bool, bits: int) -> tuple[float, str]:
    try:
        value = float.fromhex(text) if hexadecimal else float(text)
    except OverflowError:
        value = math.copysign(math.inf, -1.0 if text[0] == "-" else 1.0)
    if bits == 32 and math.isfinite(value):
        value = float32(value) if hexadecimal else _nearest32(value, text)
    return value, "range" if math.isinf(value) else ""


def _nearest32(value: float, text: str) -> float:
    """Round once, from the text: rounding to float64 first can land on a tie."""
    near = float32(value)
    if math.isinf(near) or abs(int(text.lower().partition("e")[2] or 0)) > 400:
        return near
    exact = Fraction(text)
    gap = abs(Fraction(near) - exact)
    for step in (math.inf, -math.inf):
        other = float32(math.nextafter(near, step) + (near - math.nextafter(near, -step)))
        if math.isfinite(other) and abs(Fraction(other) - exact) < gap:
            return other
    return near
