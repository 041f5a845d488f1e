"""Go's strings: a `str` in which every character is one byte.

Models   the string values of Go: bytes, by convention UTF-8; conversions to and from runes.
Read     nothing first.

Then length, indexing, slicing, comparing and hashing are Go's, at Python's speed, and ASCII text
is itself:

>>> of_text("héllo")
'hÃ©llo'
>>> len(of_text("héllo")), list(runes(of_text("hé")))
(6, [(0, 104), (1, 233)])
>>> to_text("a\\xff")                      # what is not UTF-8 becomes U+FFFD on the way out
'a\\ufffd'
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

RUNE_ERROR: Final = 0xFFFD
RUNE_MAX: Final = 0x10FFFF


def to_text(s: str) -> str:
    """Return the text that a Go string means."""
    return s if s.isascii() else s.encode("latin-1").decode("utf-8", "replace")


def of_text(text: str) -> str:
    """Return the Go string of a text."""
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("latin-1")


def of_bytes(data: bytes) -> str:
    """Return the Go string of these bytes."""
    return data.decode("latin-1")


def to_bytes(s: str) -> bytes:
    """Return the bytes of a Go string."""
    return s.encode("latin-1")


def rune_string(rune: int) -> str:
    """Return ``string(rune)``."""
    if 0 <= rune < 0x80:
        return chr(rune)
    if not 0 <= rune <= RUNE_MAX or 0xD800 <= rune < 0xE000:
        rune = RUNE_ERROR
    return chr(rune).encode("utf-8").decode("latin-1")


_FIRST: Final = ((0xC2, 0xDF, 1, 0x1F), (0xE0, 0xEF, 2, 0x0F), (0xF0, 0xF4, 3, 0x07))


def decode_rune(s: str, at: int) -> tuple[int, int]:
    """Return (rune, bytes) of the rune that begins there; (U+FFFD, 1) for what is not UTF-8."""
    first = ord(s[at])
    if first < 0x80:
        return first, 1
    for low, high, more, mask in _FIRST:
        if low <= first <= high:
            return _decode(s, at, more, first & mask)
    return RUNE_ERROR, 1


def _decode(s: str, at: int, more: int, rune: int) -> tuple[int, int]:
    tail = s[at + 1 : at + 1 + more]
    if len(tail) < more:
        return RUNE_ERROR, 1
    for char in tail:
        byte = ord(char)
        if byte & 0xC0 != 0x80:
            return RUNE_ERROR, 1
        rune = rune << 6 | byte & 0x3F
    least = (0, 0x80, 0x800, 0x10000)[more]
    if rune < least or rune > RUNE_MAX or 0xD800 <= rune < 0xE000:
        return RUNE_ERROR, 1
    return rune, more + 1


def runes(s: str) -> Iterator[tuple[int, int]]:
    """Yield (index, rune), as ``range`` over a string does."""
    if s.isascii():
        yield from enumerate(s.encode("latin-1"))
        return
    at, end = 0, len(s)
    while at < end:
        rune, size = decode_rune(s, at)
        yield at, rune
        at += size
