"""Literals: the text of a number, rune or string, and its value.

Models   The Go Programming Language Specification: Lexical elements; strconv.Unquote.
Read     gosim.golang.gotext first: strings are bytes.

>>> integer("0x_ff"), integer("0b101"), integer("017"), string(r'"a\\t\\u00e9"')
(255, 5, 15, 'a\\tÃ©')
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from gosim.golang.gotext import of_text

_ESCAPE: Final = re.compile(
    r"\\(?:([abfnrtv\\'\"])|([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))"
)
_SIMPLE: Final = dict(zip("abfnrtv\\'\"", "\a\b\f\n\r\t\v\\'\"", strict=True))


EXPONENT_DIGITS: Final = 5


def integer(text: str) -> int:
    """Return the value of an integer literal."""
    text = text.replace("_", "").lower()
    if len(text) > 1 and text[0] == "0" and text.isdigit():
        return int(text, 8)
    return int(text, 0)


def floating(text: str) -> Fraction:
    """Return the exact value of a floating-point literal.

    Raises ValueError if its exponent has more digits than any use, because the exact value would
    fill the memory.
    """
    text = text.replace("_", "").lower()
    _, _, exponent = text.partition("p" if text.startswith("0x") else "e")
    if len(exponent.lstrip("+-0")) > EXPONENT_DIGITS:
        raise ValueError("excessive exponent")
    if not text.startswith("0x"):
        return Fraction(text)
    mantissa, _, exponent = text[2:].partition("p")
    whole, _, part = mantissa.partition(".")
    value = Fraction(int(whole + part or "0", 16), 16 ** len(part))
    power = int(exponent or 0)
    return value * 2**power if power >= 0 else value / 2**-power  # type: ignore[no-any-return]


def _escape(found: re.Match[str]) -> str:
    simple, octal, byte, small, large = found.groups()
    if simple:
        return _SIMPLE[simple]
    if octal or byte:
        return chr(int(octal, 8) & 0xFF if octal else int(byte, 16))
    return of_text(chr(int(small or large, 16)))


def string(text: str) -> str:
    """Return the Go string of a string literal."""
    if text[0] == "`":
        return of_text(text[1:-1].replace("\r", ""))
    return _ESCAPE.sub(_escape, of_text(text[1:-1]))


def rune(text: str) -> int:
    """Return the value of a rune literal."""
    inner = text[1:-1]
    found = _ESCAPE.fullmatch(inner)
    if found is None:
        return ord(inner)
    simple, octal, byte, small, large = found.groups()
    if simple:
        return ord(_SIMPLE[simple])
    return int(octal, 8) if octal else int(byte or small or large, 16)
