"""Package unicode/utf8: runes as bytes.

Models   unicode/utf8/utf8.go of Go 1.22.
Read     gosim.golang.gotext first.
Leaves out   nothing.

>>> RuneLen(0x4E16), RuneCountInString("h\\xc3\\xa9"), ValidString("\\xff")
(3, 2, False)
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from typing import Any, Final

from gosim.golang.lib.fmt_format import rune_count
from gosim.golang.types.gotypes import UINT8
from gosim.golang.values import Slice, decode_rune, extend, rune_string, to_bytes

API: Final = """
package utf8

const (
	RuneError = '\\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\\U0010FFFF'
	UTFMax    = 4
)

func RuneLen(r rune) int
func RuneCount(p []byte) int
func RuneCountInString(s string) int
func ValidString(s string) bool
func Valid(p []byte) bool
func ValidRune(r rune) bool
func DecodeRuneInString(s string) (rune, int)
func DecodeRune(p []byte) (rune, int)
func DecodeLastRuneInString(s string) (rune, int)
func DecodeLastRune(p []byte) (rune, int)
func EncodeRune(p []byte, r rune) int
func AppendRune(p []byte, r rune) []byte
func RuneStart(b byte) bool
func FullRune(p []byte) bool
func FullRuneInString(s string) bool
"""

_ERROR: Final = 0xFFFD


def text_of(p: Slice) -> str:
    """Return ``string(p)``."""
    return bytes(p.items()).decode("latin-1")


def ValidRune(r: int) -> bool:
    """Return whether the rune can be encoded."""
    return 0 <= r < 0xD800 or 0xE000 <= r <= 0x10FFFF


def RuneLen(r: int) -> int:
    """Return how many bytes the rune takes, -1 if it is none."""
    return len(rune_string(r)) if ValidRune(r) else -1


def RuneCountInString(s: str) -> int:
    """Return how many runes the string has."""
    return rune_count(s)


def RuneCount(p: Slice) -> int:
    """Return how many runes the bytes have."""
    return rune_count(text_of(p))


def ValidString(s: str) -> bool:
    """Return whether the string is UTF-8."""
    try:
        to_bytes(s).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def Valid(p: Slice) -> bool:
    """Return whether the bytes are UTF-8."""
    return ValidString(text_of(p))


def DecodeRuneInString(s: str) -> tuple[int, int]:
    """Return the first rune and how many bytes it takes."""
    return decode_rune(s, 0) if s else (_ERROR, 0)


def DecodeRune(p: Slice) -> tuple[int, int]:
    """Return the first rune and how many bytes it takes."""
    return DecodeRuneInString(text_of(Slice(p.a, p.o, min(p.n, 4), p.c)))


def DecodeLastRuneInString(s: str) -> tuple[int, int]:
    """Return the last rune and how many bytes it takes."""
    if not s:
        return _ERROR, 0
    for size in range(min(4, len(s)), 0, -1):
        rune, taken = decode_rune(s, len(s) - size)
        if taken == size:
            return rune, size
    return _ERROR, 1


def DecodeLastRune(p: Slice) -> tuple[int, int]:
    """Return the last rune and how many bytes it takes."""
    return DecodeLastRuneInString(text_of(p))


def EncodeRune(p: Slice, r: int) -> int:
    """Write the rune's bytes to the beginning of `p`."""
    text = rune_string(r)
    p.a[p.o : p.o + len(text)] = list(to_bytes(text))
    return len(text)


def AppendRune(p: Slice, r: int) -> Any:
    """Append the rune's bytes."""
    return extend(p, UINT8, list(to_bytes(rune_string(r))))


def RuneStart(b: int) -> bool:
    """Return whether a rune may begin with that byte."""
    return b & 0xC0 != 0x80


def FullRuneInString(s: str) -> bool:
    """Return whether the string begins with a whole rune, or with what is none."""
    if not s:
        return False
    try:
        return getincrementaldecoder("utf-8")().decode(to_bytes(s[:4])) != ""
    except UnicodeDecodeError:
        return True


def FullRune(p: Slice) -> bool:
    """Return whether the bytes begin with a whole rune, or with what is none."""
    return FullRuneInString(text_of(p))
