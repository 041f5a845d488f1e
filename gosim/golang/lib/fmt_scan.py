"""Reading values out of a string: Sscan, Sscanln, Sscanf.

Models   fmt/scan.go of Go 1.22, for integers, floats, strings and booleans.
Read     gosim.golang.lib.fmt_printer first; readers other than strings are in gofmt.
Leaves out   slices of bytes, hexadecimal floats, the Scanner of a program.

>>> from gosim.golang.types.gotypes import INT, Pointer
>>> from gosim.golang.values import Cell, box
>>> a, b = Cell(0), Cell(0)
>>> Sscanf("7-8", "%d-%d", box(Pointer(INT), a), box(Pointer(INT), b)), a.v, b.v
((2, None), 7, 8)
"""

from __future__ import annotations

import re
from typing import Any

from gosim.golang.lib.floats import parse_float
from gosim.golang.lib.goerrors import New
from gosim.golang.lib.goio import EOF, ErrUnexpectedEOF
from gosim.golang.lib.quoting import quote, unquote
from gosim.golang.types.gotypes import Basic
from gosim.golang.values import decode_rune, dynamic_type, unboxed

_BLANK = " \t\r"
_SPACE = _BLANK + "\n"
_FLOAT = re.compile(
    r"[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eEpP][+-]?\d+)?|[+-]?(?i:inf(?:inity)?)|(?i:nan)"
)
_WORD = re.compile(r"[^ \t\r\n]+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|`[^`]*`')
_BOOL = re.compile(r"true|false|TRUE|FALSE|True|False|[tTfF01]")
_PREFIXED = re.compile(r"[+-]?(?:0[bB][01_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|\d[\d_]*)")
_DIGITS = {"b": "[01_]", "o": "[0-7_]", "x": "[0-9a-fA-F_]", "X": "[0-9a-fA-F_]"}
_BASES = {"b": 2, "o": 8, "x": 16, "X": 16}
_DIRECTIVE = re.compile(r"%(\d*)(.)", re.DOTALL)


class _Bad(Exception):
    """The input is not what was asked for; the argument is the error of Go."""


def _bad(text: str) -> _Bad:
    return _Bad(New(text))


def _store(text: str, at: int, target: Any, verb: str = "v", width: int = 0) -> int:
    """Read a value for the pointer; return where the rest begins."""
    t: Any = dynamic_type(target)
    under = t.elem.underlying
    if not isinstance(under, Basic):
        raise _bad(f"can't scan type: {t}")
    if at >= len(text):
        raise _Bad(EOF)
    part = text[at : at + width] if width else text[at:]
    if verb == "c":
        unboxed(target).v, size = decode_rune(part, 0)
        return at + size
    token, value = _READERS[under.kind](part, under, verb)
    unboxed(target).v = value
    return at + len(token)


def _integer(text: str, t: Basic, verb: str) -> tuple[str, int]:
    digits = _DIGITS.get(verb, r"[0-9_]")
    pattern = _PREFIXED if verb == "v" else re.compile(rf"[+-]?{digits}+")
    found = pattern.match(text)
    if not found or (not t.signed and found[0][0] in "+-"):
        raise _bad("expected integer")
    token = found[0].replace("_", "")
    old = re.fullmatch(r"[+-]?0[0-7]+", token) if verb == "v" else None
    value = int(token, 8 if old else _BASES.get(verb, 0 if verb == "v" else 10))
    kind, least = ("ParseInt", -1 << 63) if t.signed else ("ParseUint", 0)
    if not least <= value < least + (1 << 64):
        raise _bad(f"strconv.{kind}: parsing {quote(token)}: value out of range")
    low = -1 << (t.bits - 1) if t.signed else 0
    if not low <= value < low + (1 << t.bits):
        raise _bad(f"{'' if t.signed else 'unsigned '}integer overflow on token {token}")
    return found[0], value


def _float(text: str, t: Basic, verb: str) -> tuple[str, float]:
    found = _FLOAT.match(text)
    if not found:
        raise _bad('strconv.ParseFloat: parsing "": invalid syntax')
    return found[0], parse_float(found[0], t.bits)[0]


def _string(text: str, t: Basic, verb: str) -> tuple[str, str]:
    found = (_QUOTED if verb == "q" else _WORD).match(text)
    if not found:
        raise _bad("expected quoted string")
    return found[0], unquote(found[0]) or "" if verb == "q" else found[0]


def _boolean(text: str, t: Basic, verb: str) -> tuple[str, bool]:
    found = _BOOL.match(text)
    if not found:
        raise _bad("syntax error scanning boolean")
    return found[0], found[0][0] in "tT1"


_READERS: dict[str, Any] = {
    "int": _integer,
    "float": _float,
    "string": _string,
    "bool": _boolean,
}


def _skip(text: str, at: int, spaces: str) -> int:
    while at < len(text) and text[at] in spaces:
        at += 1
    return at


def _scan(text: str, targets: tuple[Any, ...], spaces: str) -> tuple[int, int, Any]:
    at = 0
    for number, target in enumerate(targets):
        at = _skip(text, at, spaces)
        if at >= len(text):
            return number, at, EOF
        if text[at] == "\n":
            return number, at, New("unexpected newline")
        try:
            at = _store(text, at, target)
        except _Bad as bad:
            return number, at, bad.args[0]
    return len(targets), at, None


def Sscan(text: str, *targets: Any) -> tuple[int, Any]:
    """Read values parted by spaces; newlines are spaces."""
    count, _, error = _scan(text, targets, _SPACE)
    return count, error


def Sscanln(text: str, *targets: Any) -> tuple[int, Any]:
    """Read values parted by spaces from one line."""
    count, at, error = _scan(text, targets, _BLANK)
    rest = text[_skip(text, at, _BLANK) :]
    if error is None and rest and rest[0] != "\n":
        error = New("expected newline")
    return count, error


def Sscanf(text: str, layout: str, *targets: Any) -> tuple[int, Any]:
    """Read values as the format says."""
    at = number = place = 0
    try:
        while place < len(layout):
            found = _DIRECTIVE.match(layout, place)
            if layout[place] in _SPACE:
                after = _skip(layout, place, _SPACE)
                at = _spaces(text, at, layout[place:after])
                place = after
            elif found is None or found[2] == "%":
                at = _literal(text, at, layout[place])
                place += 1 if found is None else 2
            else:
                if number >= len(targets):
                    raise _bad(f"too few operands for format '%{found[2]}'")
                width = int(found[1] or 0)
                start = at if found[2] == "c" else _skip(text, at, _BLANK)
                at = _store(text, start, targets[number], found[2], width)
                place = found.end()
                number += 1
    except _Bad as bad:
        return number, bad.args[0]
    return number, None if number == len(targets) else New("too many operands")


def _literal(text: str, at: int, char: str) -> int:
    if text[at : at + 1] != char:
        raise _Bad(ErrUnexpectedEOF) if at >= len(text) else _bad("input does not match format")
    return at + 1


def _spaces(text: str, at: int, blank: str) -> int:
    """Pass over what white space in the format stands for."""
    after = _skip(text, at, _BLANK)
    for _ in range(blank.count("\n")):
        if text[after : after + 1] not in ("", "\n"):
            raise _bad("newline in format does not match input")
        after = _skip(text, after + 1, _BLANK)
    if "\n" not in blank and after == at < len(text) and text[at] != "\n":
        raise _bad("expected space in input to match format")
    return after
