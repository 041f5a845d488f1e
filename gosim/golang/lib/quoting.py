"""Quoted strings and runes, as Go source has them.

Models   strconv/quote.go of Go 1.22: Quote, QuoteToASCII, QuoteRune, Unquote, CanBackquote.
Read     gosim.golang.gotext first.
Leaves out   a Unicode newer than Python's own: IsPrint asks `str.isprintable`.

>>> print(quote("tab\\t, quote \\", e-acute \\xc3\\xa9, bad \\xff"))
"tab\\t, quote \\", e-acute Ã©, bad \\xff"
>>> quote_rune(0x263A, ascii_only=True)
"'\\\\u263a'"
"""

from __future__ import annotations

from typing import Final

from gosim.golang.gotext import RUNE_ERROR, RUNE_MAX, decode_rune, rune_string

_ESCAPES: Final = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 92: "\\"}
_UNESCAPES: Final = {letter: rune for rune, letter in _ESCAPES.items()}


def is_print(rune: int) -> bool:
    """Return whether a rune can be printed.  Go: IsPrint."""
    return 0 <= rune <= RUNE_MAX and chr(rune).isprintable()


def quote(s: str, ascii_only: bool = False, graphic: bool = False) -> str:
    """Return the Go string in double quotes.  Go: Quote, QuoteToASCII."""
    if s.isascii() and s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    parts, at = [], 0
    while at < len(s):
        rune, size = decode_rune(s, at)
        if rune == RUNE_ERROR and size == 1:
            parts.append(f"\\x{ord(s[at]):02x}")
        else:
            parts.append(escaped(rune, '"', ascii_only, graphic))
        at += size
    return '"' + "".join(parts) + '"'


def quote_rune(rune: int, ascii_only: bool = False, graphic: bool = False) -> str:
    """Return the rune in single quotes.  Go: QuoteRune, QuoteRuneToASCII."""
    if not 0 <= rune <= RUNE_MAX or 0xD800 <= rune < 0xE000:
        rune = RUNE_ERROR
    return "'" + escaped(rune, "'", ascii_only, graphic) + "'"


def escaped(rune: int, mark: str, ascii_only: bool, graphic: bool = False) -> str:
    """Return a rune as it stands between quotes.  Go: appendEscapedRune."""
    if rune == ord(mark):
        return "\\" + mark
    if rune in _ESCAPES:
        return "\\" + _ESCAPES[rune]
    if (rune < 0x80 or not ascii_only) and (is_print(rune) or (graphic and is_graphic(rune))):
        return rune_string(rune)
    if rune < 0x20 or rune == 0x7F:
        return f"\\x{rune:02x}"
    return f"\\u{rune:04x}" if rune < 0x10000 else f"\\U{rune:08x}"


def is_graphic(rune: int) -> bool:
    """Return whether a rune is printable or a space character.  Go: IsGraphic."""
    return is_print(rune) or rune in _SPACES


_SPACES: Final = frozenset({0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000})


def can_backquote(s: str) -> bool:
    """Return whether the string can stand between backquotes on one line.  Go: CanBackquote."""
    at = 0
    while at < len(s):
        rune, size = decode_rune(s, at)
        at += size
        if size > 1:
            if rune == 0xFEFF:
                return False
        elif rune == RUNE_ERROR or (rune < 0x20 and rune != 9) or rune in (0x60, 0x7F):
            return False
    return True


def unquote(s: str) -> str | None:
    """Return what a Go literal means, or None if it is none.  Go: Unquote."""
    if len(s) < 2 or s[0] != s[-1]:
        return None
    mark, body = s[0], s[1:-1]
    if mark == "`":
        return None if "`" in body else body.replace("\r", "")
    if mark not in "\"'" or "\n" in body:
        return None
    parts: list[str] = []
    count = at = 0
    while at < len(body):
        read = unquote_char(body, at, mark)
        if read is None:
            return None
        text, at = read
        parts.append(text)
        count += 1
    return None if mark == "'" and count != 1 else "".join(parts)


def unquote_char(s: str, at: int, mark: str) -> tuple[str, int] | None:
    """Return (what the next character means, where the rest begins).  Go: UnquoteChar."""
    if s[at] == mark:
        return None
    if s[at] != "\\":
        _, size = decode_rune(s, at)
        return s[at : at + size], at + size
    letter = s[at + 1 : at + 2]
    if letter and letter in _UNESCAPES:
        return chr(_UNESCAPES[letter]), at + 2
    if letter and letter in "\"'":
        return (letter, at + 2) if letter == mark else None
    if letter and letter in "xuU":
        return _hexadecimal(s, at, {"x": 2, "u": 4, "U": 8}[letter])
    return _octal(s, at)


def _hexadecimal(s: str, at: int, count: int) -> tuple[str, int] | None:
    digits = s[at + 2 : at + 2 + count]
    if len(digits) < count or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
        return None
    rune = int(digits, 16)
    if count == 2:
        return chr(rune), at + 4
    if rune > RUNE_MAX or 0xD800 <= rune < 0xE000:
        return None
    return rune_string(rune), at + 2 + count


def _octal(s: str, at: int) -> tuple[str, int] | None:
    digits = s[at + 1 : at + 4]
    if len(digits) < 3 or not all(digit in "01234567" for digit in digits):
        return None
    byte = int(digits, 8)
    return (chr(byte), at + 4) if byte < 256 else None
