"""Reading values out of a string: Sscan, Sscanln, Sscanf.

Models   fmt/scan.go of Go 1.22, for integers, floats, strings and booleans.
Read     gosim.golang.lib.fmt_printer first.
Leaves out   readers other than strings, runes, widths, base prefixes and underscores of %v.

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
from gosim.golang.lib.goio import EOF
from gosim.golang.types.gotypes import Basic
from gosim.golang.values import dynamic_type, unboxed, wrap

_SPACE = " \t\r\n"
_TOKEN = {
    "int": re.compile(r"[+-]?\d+"),
    "float": re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"),
    "string": re.compile(r"[^ \t\r\n]+"),
    "bool": re.compile(r"true|false|TRUE|FALSE|True|False|[tTfF01]"),
}
_UNEXPECTED = New("unexpected newline")
_EXPECTED_INT = {"int": "expected integer", "bool": "syntax error scanning boolean"}


def _store(text: str, at: int, target: Any) -> tuple[int, Any]:
    """Read a value for the pointer; return (where the rest begins, error)."""
    t: Any = dynamic_type(target)
    under = t.elem.underlying
    if not isinstance(under, Basic):
        return at, New(f"can't scan type: {t}")
    found = _TOKEN[under.kind].match(text, at)
    if not found:
        if at >= len(text):
            return at, EOF
        return at, New(
            _EXPECTED_INT.get(under.kind, 'strconv.ParseFloat: parsing "": invalid syntax')
        )
    unboxed(target).v = _converted(under, found[0])
    return found.end(), None


def _converted(under: Basic, token: str) -> Any:
    if under.kind == "int":
        return wrap(under, int(token))
    if under.kind == "float":
        return parse_float(token, under.bits)[0]
    return token if under.kind == "string" else token[0] in "tT1"


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
            return number, at, _UNEXPECTED
        at, error = _store(text, at, target)
        if error is not None:
            return number, at, error
    return len(targets), at, None


def Sscan(text: str, *targets: Any) -> tuple[int, Any]:
    """Read values parted by spaces; newlines are spaces."""
    count, _, error = _scan(text, targets, _SPACE)
    return count, error


def Sscanln(text: str, *targets: Any) -> tuple[int, Any]:
    """Read values parted by spaces from one line."""
    count, at, error = _scan(text, targets, " \t\r")
    rest = text[_skip(text, at, " \t\r") :]
    if error is None and rest and rest[0] != "\n":
        error = New("expected newline")
    return count, error


def Sscanf(text: str, layout: str, *targets: Any) -> tuple[int, Any]:
    """Read values as the format says."""
    at = number = place = 0
    while place < len(layout):
        char = layout[place]
        place += 1
        if char in _SPACE:
            at = _skip(text, at, _SPACE)
        elif char != "%" or layout[place : place + 1] == "%":
            if text[at : at + 1] != char:
                short = at >= len(text)
                return number, EOF if short else New("input does not match format")
            at += 1
            place += char == "%"
        else:
            place += 1
            if number >= len(targets):
                return number, New(f"too few operands for format '%{layout[place - 1]}'")
            at, error = _store(text, _skip(text, at, " \t"), targets[number])
            if error is not None:
                return number, error
            number += 1
    return number, None if number == len(targets) else New("too many operands")
