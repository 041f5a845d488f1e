"""Formats: the text around the verbs, and what Print and Println put between operands.

Models   fmt/print.go: doPrintf, doPrint, doPrintln, argNumber, intFromArg.
Read     gosim.golang.lib.fmt_values first; gofmt next.
Leaves out   nothing that a format can say.

>>> print(sprintf("%-6s|%[1]q|%d%%|%", "hi", 7))
hi    |"hi"|7%|%!(NOVERB)
>>> print(sprintf("%d", "hi"), sprintf("%v"), sprintf("%d", 1, 2.5))
%!d(string=hi) %!v(MISSING) 1%!(EXTRA float64=2.5)
"""

from __future__ import annotations

import re
from typing import Any

from gosim.golang.gotext import decode_rune
from gosim.golang.lib.fmt_values import Writer
from gosim.golang.types.gotypes import kind_of
from gosim.golang.values import dynamic_type, unboxed

_DIGITS = re.compile(r"\d*")
_LIMIT = 1_000_000
"""A width or precision beyond it counts as none.  Go: tooLarge."""

_FLAGS = {"#": "sharp", "0": "zero", "+": "plus", "-": "minus", " ": "space"}


class Directives:
    """One call of Printf: the format, and how far it has been read."""

    __slots__ = (
        "args",
        "at",
        "good",
        "indexed",
        "number",
        "reordered",
        "text",
        "wrapped",
        "writer",
    )

    def __init__(self, text: str, args: tuple[Any, ...], wraps: bool = False) -> None:
        self.text, self.args = text, args
        self.at = self.number = 0
        self.good, self.indexed, self.reordered = True, False, False
        self.wrapped: list[int] = []
        self.writer = Writer()
        self.writer.wraps = wraps

    def run(self) -> str:
        """Return the whole text."""
        text, out = self.text, self.writer.format.out
        end = len(text)
        while self.at < end:
            percent = text.find("%", self.at)
            if percent < 0:
                out.append(text[self.at :])
                break
            out.append(text[self.at : percent])
            self.at = percent + 1
            self._directive()
        if not self.reordered and self.number < len(self.args):
            self._extra()
        return self.writer.format.take()

    def _extra(self) -> None:
        writer = self.writer
        writer.format.clear()
        out = writer.format.out
        out.append("%!(EXTRA ")
        for number, arg in enumerate(self.args[self.number :]):
            if number:
                out.append(", ")
            if arg is None:
                out.append("<nil>")
            else:
                out.append(f"{dynamic_type(arg)}=")
                writer.argument(arg, "v")
        out.append(")")

    def _directive(self) -> None:
        """Read flags, width, precision and verb, and write the operand."""
        text, f = self.text, self.writer.format
        if f.width is not None or f.precision is not None:
            f.clear()
        f.minus = f.plus = f.sharp = f.space = f.zero = f.plus_v = f.sharp_v = False
        self.good, self.indexed = True, False
        while (flag := text[self.at : self.at + 1]) and flag in _FLAGS:
            setattr(f, _FLAGS[flag], True)
            self.at += 1
        if f.minus:
            f.zero = False
        if not ("a" <= flag <= "z"):
            self._index()
            self._width()
            self._precision()
            if not self.indexed:
                self._index()
        if self.at >= len(text):
            f.out.append("%!(NOVERB)")
            return
        _, size = decode_rune(text, self.at)
        verb = text[self.at : self.at + size]
        self.at += size
        self._operand(verb)

    def _operand(self, verb: str) -> None:
        f = self.writer.format
        if verb == "%":
            f.out.append("%")
        elif not self.good:
            f.out.append(f"%!{verb}(BADINDEX)")
        elif self.number >= len(self.args):
            f.out.append(f"%!{verb}(MISSING)")
        else:
            if verb == "w":
                self.wrapped.append(self.number)
            if verb in ("v", "w"):
                f.sharp_v, f.sharp = f.sharp, False
                f.plus_v, f.plus = f.plus, False
            self.writer.argument(self.args[self.number], verb)
            self.number += 1

    def _index(self) -> None:
        """Read [n], which says that operand n is next.  Go: argNumber."""
        text = self.text
        self.indexed = False
        if text[self.at : self.at + 1] != "[":
            return
        self.reordered = True
        close = text.find("]", self.at)
        if close < 0:
            self.good = False
            self.at += 1
            return
        inside = text[self.at + 1 : close]
        self.at = close + 1
        fits = inside.isdecimal() and int(inside) <= _LIMIT
        self.indexed = fits
        if fits and 1 <= int(inside) <= len(self.args):
            self.number = int(inside) - 1
        else:
            self.good = False

    def _width(self) -> None:
        f, text = self.writer.format, self.text
        if text[self.at : self.at + 1] == "*":
            self.at += 1
            f.width = self._int_operand()
            if f.width is None:
                f.out.append("%!(BADWIDTH)")
            elif f.width < 0:
                f.width, f.minus, f.zero = -f.width, True, False
            self.indexed = False
            return
        f.width = self._digits()
        if self.indexed and f.width is not None:
            self.good = False

    def _precision(self) -> None:
        f, text = self.writer.format, self.text
        if text[self.at : self.at + 1] != "." or self.at + 1 > len(text):
            return
        self.at += 1
        if self.indexed:
            self.good = False
        self._index()
        if text[self.at : self.at + 1] != "*":
            f.precision = self._digits() or 0
            return
        self.at += 1
        f.precision = self._int_operand()
        if f.precision is None or f.precision < 0:
            f.precision = None
            f.out.append("%!(BADPREC)")
        self.indexed = False

    def _digits(self) -> int | None:
        found = _DIGITS.match(self.text, self.at)
        assert found
        if not found[0]:
            return None
        if int(found[0][:-1] or 0) > _LIMIT:
            self.at = len(self.text)
            return None
        self.at = found.end()
        return int(found[0])

    def _int_operand(self) -> int | None:
        """Take an operand as width or precision.  Go: intFromArg."""
        if self.number >= len(self.args):
            return None
        arg = self.args[self.number]
        self.number += 1
        if arg is None or kind_of(dynamic_type(arg)) != "int":
            return None
        size = int(unboxed(arg))
        return size if -_LIMIT <= size <= _LIMIT else None


def sprintf(text: str, *args: Any) -> str:
    """Return the operands written as the format says.  Go: Sprintf."""
    return Directives(text, args).run()


def sprint(*args: Any) -> str:
    """Return the operands, with a space between two that are no strings.  Go: Sprint."""
    writer = Writer()
    out = writer.format.out
    before = True
    for number, arg in enumerate(args):
        is_string = arg is not None and kind_of(dynamic_type(arg)) == "string"
        if number and not is_string and not before:
            out.append(" ")
        writer.argument(arg, "v")
        before = is_string
    return writer.format.take()


def sprintln(*args: Any) -> str:
    """Return the operands with spaces between and a newline.  Go: Sprintln."""
    if len(args) == 1 and args[0].__class__ is str:
        return f"{args[0]}\n"
    writer = Writer()
    out = writer.format.out
    for number, arg in enumerate(args):
        if number:
            out.append(" ")
        writer.argument(arg, "v")
    out.append("\n")
    return writer.format.take()
