"""What the packages strings and bytes do, on Go strings.

Models   strings/strings.go of Go 1.22.
Read     gosim.golang.gotext and gosim.golang.lib.unicodes first; gostrings and gobytes next.
Leaves out   nothing; bytes.X(p) is strings.X of the bytes as a string.

>>> Fields("  a  b "), Split("a,b", ","), TrimLeft("xxay", "x"), Title("hello world")
(['a', 'b'], ['a', 'b'], 'ay', 'Hello World')
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from gosim.errors import GoPanic
from gosim.golang.lib import unicodes
from gosim.golang.lib.fmt_format import rune_count
from gosim.golang.values import call, decode_rune, rune_string, runes
from gosim.golang.values.outside import check_text

_ASCII_SPACE = " \t\n\v\f\r"


def pieces(s: str) -> list[str]:
    """Return the runes of a string, each as a string."""
    if s.isascii():
        return list(s)
    found, at = [], 0
    while at < len(s):
        size = decode_rune(s, at)[1]
        found.append(s[at : at + size])
        at += size
    return found


# -- searching ----------------------------------------------------------------------------------


def Contains(s: str, substr: str) -> bool:
    """Return whether `substr` is within `s`."""
    return substr in s


def ContainsRune(s: str, r: int) -> bool:
    """Return whether the rune is within `s`."""
    return IndexRune(s, r) >= 0


def ContainsAny(s: str, chars: str) -> bool:
    """Return whether any rune of `chars` is within `s`."""
    return IndexAny(s, chars) >= 0


def ContainsFunc(s: str, f: Any) -> bool:
    """Return whether a rune of `s` satisfies f."""
    return IndexFunc(s, f) >= 0


def HasPrefix(s: str, prefix: str) -> bool:
    """Return whether `s` begins so."""
    return s.startswith(prefix)


def HasSuffix(s: str, suffix: str) -> bool:
    """Return whether `s` ends so."""
    return s.endswith(suffix)


def Index(s: str, substr: str) -> int:
    """Return where `substr` first is, or -1."""
    return s.find(substr)


def LastIndex(s: str, substr: str) -> int:
    """Return where `substr` last is, or -1."""
    return s.rfind(substr)


def IndexByte(s: str, c: int) -> int:
    """Return where the byte first is, or -1."""
    return s.find(chr(c))


def LastIndexByte(s: str, c: int) -> int:
    """Return where the byte last is, or -1."""
    return s.rfind(chr(c))


def IndexRune(s: str, r: int) -> int:
    """Return where the rune first is, or -1."""
    if r == 0xFFFD:
        return next((at for at, rune in runes(s) if rune == r), -1)
    return s.find(rune_string(r)) if unicodes.category(r) != "Cs" and 0 <= r <= 0x10FFFF else -1


def IndexAny(s: str, chars: str) -> int:
    """Return where any rune of `chars` first is, or -1."""
    wanted = {rune for _, rune in runes(chars)}
    return next((at for at, rune in runes(s) if rune in wanted), -1)


def LastIndexAny(s: str, chars: str) -> int:
    """Return where any rune of `chars` last is, or -1."""
    wanted = {rune for _, rune in runes(chars)}
    return max((at for at, rune in runes(s) if rune in wanted), default=-1)


def IndexFunc(s: str, f: Any) -> int:
    """Return where a rune first satisfies f, or -1."""
    return next((at for at, rune in runes(s) if call(f, rune)), -1)


def LastIndexFunc(s: str, f: Any) -> int:
    """Return where a rune last satisfies f, or -1."""
    return next((at for at, rune in reversed([*runes(s)]) if call(f, rune)), -1)


def Count(s: str, substr: str) -> int:
    """Return how often `substr` is in `s`, without overlap."""
    return s.count(substr) if substr else rune_count(s) + 1


def Compare(a: str, b: str) -> int:
    """Return -1, 0 or 1."""
    return (a > b) - (a < b)


def EqualFold(s: str, t: str) -> bool:
    """Return whether the two differ by case alone."""
    if s.isascii() and t.isascii():
        return s.lower() == t.lower()
    fold = unicodes.fold
    return [fold(rune) for _, rune in runes(s)] == [fold(rune) for _, rune in runes(t)]


# -- cutting ------------------------------------------------------------------------------------


def Cut(s: str, sep: str) -> tuple[str, str, bool]:
    """Return what is before and after the first `sep`, and whether there is one."""
    before, found, after = s.partition(sep) if sep else ("", "x", s)
    return before, after, bool(found)


def CutPrefix(s: str, prefix: str) -> tuple[str, bool]:
    """Return `s` without the prefix, and whether it had it."""
    return s.removeprefix(prefix), s.startswith(prefix)


def CutSuffix(s: str, suffix: str) -> tuple[str, bool]:
    """Return `s` without the suffix, and whether it had it."""
    return s.removesuffix(suffix), s.endswith(suffix)


def Split(s: str, sep: str, n: int = -1, keep: bool = False) -> list[str]:
    """Return the parts between `sep`; at most n if n > 0.  Go: genSplit."""
    if n == 0:
        return []
    if not sep:
        return _exploded(s, n)
    parts = s.split(sep, n - 1 if n > 0 else -1)
    return [part + sep for part in parts[:-1]] + parts[-1:] if keep else parts


def _exploded(s: str, n: int) -> list[str]:
    parts = pieces(s)
    if 0 < n < len(parts):
        parts[n - 1 :] = ["".join(parts[n - 1 :])]
    return parts


def Fields(s: str) -> list[str]:
    """Return the parts between white space."""
    if s.isascii():
        return [field for field in re.split(r"[ \t\n\v\f\r]+", s) if field]
    return FieldsFunc(s, unicodes.is_space)


def FieldsFunc(s: str, f: Callable[[int], Any]) -> list[str]:
    """Return the parts between runes that satisfy f."""
    fields, start = [], -1
    for at, rune in runes(s):
        if call(f, rune):
            if start >= 0:
                fields.append(s[start:at])
            start = -1
        elif start < 0:
            start = at
    return fields if start < 0 else [*fields, s[start:]]


def TrimSpace(s: str) -> str:
    """Return `s` without white space around it."""
    return s.strip(_ASCII_SPACE) if s.isascii() else TrimFunc(s, unicodes.is_space)


def TrimFunc(s: str, f: Any) -> str:
    """Return `s` without the runes around it that satisfy f."""
    return TrimRightFunc(TrimLeftFunc(s, f), f)


def TrimLeftFunc(s: str, f: Any) -> str:
    """Return `s` without the first runes that satisfy f."""
    return next((s[at:] for at, rune in runes(s) if not call(f, rune)), "")


def TrimRightFunc(s: str, f: Any) -> str:
    """Return `s` without the last runes that satisfy f."""
    for piece in reversed(pieces(s)):
        if not call(f, decode_rune(piece, 0)[0]):
            break
        s = s[: -len(piece)]
    return s


def _among(cutset: str) -> Callable[[int], bool]:
    return {rune for _, rune in runes(cutset)}.__contains__


def Trim(s: str, cutset: str) -> str:
    """Return `s` without runes of the cutset around it."""
    return s.strip(cutset) if cutset.isascii() and cutset else TrimFunc(s, _among(cutset))


def TrimLeft(s: str, cutset: str) -> str:
    """Return `s` without runes of the cutset before it."""
    return s.lstrip(cutset) if cutset.isascii() and cutset else TrimLeftFunc(s, _among(cutset))


def TrimRight(s: str, cutset: str) -> str:
    """Return `s` without runes of the cutset after it."""
    return s.rstrip(cutset) if cutset.isascii() and cutset else TrimRightFunc(s, _among(cutset))


def TrimPrefix(s: str, prefix: str) -> str:
    """Return `s` without the prefix."""
    return s.removeprefix(prefix)


def TrimSuffix(s: str, suffix: str) -> str:
    """Return `s` without the suffix."""
    return s.removesuffix(suffix)


# -- making -------------------------------------------------------------------------------------


def Repeat(s: str, count: int) -> str:
    """Return `s` so many times.  Panics for a negative count."""
    if count < 0:
        raise GoPanic("strings: negative Repeat count")
    check_text(len(s) * count)
    return s * count


def Replace(s: str, old: str, new: str, n: int) -> str:
    """Return `s` with the first n `old` replaced; all if n < 0."""
    if old:
        return s.replace(old, new, n)
    parts = pieces(s)
    count = len(parts) + 1 if n < 0 else min(n, len(parts) + 1)
    made = [(new if number < count else "") + part for number, part in enumerate([*parts, ""])]
    return "".join(made)


def ReplaceAll(s: str, old: str, new: str) -> str:
    """Return `s` with all `old` replaced."""
    return Replace(s, old, new, -1)


def Map(mapping: Any, s: str) -> str:
    """Return `s` with each rune mapped; negative ones are dropped."""
    mapped = [call(mapping, rune) for _, rune in runes(s)]
    return "".join(rune_string(rune) for rune in mapped if rune >= 0)


def ToUpper(s: str) -> str:
    """Return `s` in upper case."""
    return s.upper() if s.isascii() else Map(unicodes.to_upper, s)


def ToLower(s: str) -> str:
    """Return `s` in lower case."""
    return s.lower() if s.isascii() else Map(unicodes.to_lower, s)


def ToTitle(s: str) -> str:
    """Return `s` in title case."""
    return Map(unicodes.to_title, s)


def Title(s: str) -> str:
    """Return `s` with the first letter of each word in title case."""
    before = 0x20
    made = []
    for _, rune in runes(s):
        made.append(rune_string(unicodes.to_title(rune) if _parts_words(before) else rune))
        before = rune
    return "".join(made)


def _parts_words(rune: int) -> bool:
    """Go: isSeparator."""
    if rune < 0x80:
        return not (chr(rune).isalnum() or rune == 0x5F)
    if unicodes.is_letter(rune) or unicodes.is_digit(rune):
        return False
    return unicodes.is_space(rune)


def ToValidUTF8(s: str, replacement: str) -> str:
    """Return `s` with each run of bytes that are not UTF-8 replaced."""
    made: list[str] = []
    broken = False
    for piece in pieces(s):
        bad = len(piece) == 1 and piece >= "\x80"
        if not bad:
            made.append(piece)
        elif not broken:
            made.append(replacement)
        broken = bad
    return "".join(made)
