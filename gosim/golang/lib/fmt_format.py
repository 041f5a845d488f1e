"""One directive of a format: its flags, and the texts of basic values.

Models   fmt/format.go of Go 1.22 to 1.27: padding, fmtInteger, fmtFloat, fmtS, fmtSx, fmtQ, fmtC.
Read     gosim.golang.lib.floats and quoting first; fmt_printer next.
Leaves out   complex numbers.

>>> f = Format()
>>> f.width, f.zero, f.plus = 6, True, True
>>> f.integer(42, 10, "d")
>>> f.take()
'+00042'
"""

from __future__ import annotations

import math

from gosim.golang.gotext import RUNE_MAX, rune_string, runes
from gosim.golang.lib.floats import format_float
from gosim.golang.lib.quoting import can_backquote, is_print, quote, quote_rune

_DIGITS = {2: "b", 8: "o", 10: "d", 16: "x"}


def rune_count(s: str) -> int:
    """Return how many runes a Go string has."""
    return len(s) if s.isascii() else sum(1 for _ in runes(s))


class Format:
    """Flags, width and precision (None if absent), and the text written so far."""

    __slots__ = (
        *("minus", "out", "plus", "plus_v", "precision"),
        *("sharp", "sharp_v", "space", "width", "zero"),
    )

    def __init__(self) -> None:
        self.out: list[str] = []
        self.clear()

    def clear(self) -> None:
        """Forget the flags."""
        self.width: int | None = None
        self.precision: int | None = None
        self.minus = self.plus = self.sharp = self.space = self.zero = False
        self.plus_v = self.sharp_v = False

    def take(self) -> str:
        """Return what was written, and begin anew."""
        text = "".join(self.out)
        self.out.clear()
        return text

    def pad(self, s: str) -> None:
        """Write `s`, filled up to the width."""
        width = self.width
        if not width:
            self.out.append(s)
            return
        fill = width - rune_count(s)
        if fill <= 0:
            self.out.append(s)
        elif self.minus:
            self.out.append(s + " " * fill)
        else:
            self.out.append(("0" if self.zero else " ") * fill + s)

    def boolean(self, v: bool) -> None:
        """Write true or false."""
        self.pad("true" if v else "false")

    # -- integers -------------------------------------------------------------------------------

    def integer(self, v: int, base: int, verb: str) -> None:
        """Write an integer.  Go: fmtInteger."""
        if base == 10 and not (self.width or self.precision is not None or self.plus or self.space):
            self.out.append(str(v))
            return
        digits = format(abs(v), _DIGITS[base])
        precision = self.precision or 0
        if self.precision == 0 and v == 0:
            self.blank()
            return
        if self.precision is None and self.zero and not self.minus and self.width is not None:
            precision = self.width - (v < 0 or self.plus or self.space)
        digits = digits.rjust(precision, "0")
        if self.sharp and base == 8 and not digits.startswith("0"):
            digits = "0" + digits
        if self.sharp and base in (2, 16):
            digits = ("0b" if base == 2 else "0x") + digits
        if verb == "O":
            digits = "0o" + digits
        elif verb == "X":
            digits = digits.upper()
        sign = "-" if v < 0 else "+" if self.plus else " " if self.space else ""
        self._pad_with_spaces(sign + digits)

    def blank(self) -> None:
        """Write nothing, as wide as asked for."""
        self._pad_with_spaces("")

    def _pad_with_spaces(self, s: str) -> None:
        zero, self.zero = self.zero, False
        self.pad(s)
        self.zero = zero

    def unicode(self, v: int) -> None:
        """Write U+0078, with the flag # also 'x'.  Go: fmtUnicode."""
        v &= 0xFFFF_FFFF_FFFF_FFFF
        text = f"U+{format(v, 'X').rjust(max(self.precision or 4, 4), '0')}"
        if self.sharp and v <= RUNE_MAX and is_print(v):
            text += f" '{rune_string(v)}'"
        self._pad_with_spaces(text)

    def char(self, v: int) -> None:
        """Write the rune.  Go: fmtC."""
        self.pad(rune_string(v))

    def quoted_char(self, v: int) -> None:
        """Write the rune in single quotes.  Go: fmtQc."""
        self.pad(quote_rune(v, ascii_only=self.plus))

    # -- strings --------------------------------------------------------------------------------

    def _cut(self, s: str) -> str:
        """Return at most as many runes as the precision says.  Go: truncateString."""
        count = self.precision
        if count is None or count >= len(s):
            return s
        if s.isascii():
            return s[:count]
        for number, (at, _) in enumerate(runes(s)):
            if number == count:
                return s[:at]
        return s

    def string(self, s: str) -> None:
        """Write a string.  Go: fmtS."""
        self.pad(self._cut(s))

    def quoted(self, s: str) -> None:
        """Write a string in double quotes or backquotes.  Go: fmtQ."""
        s = self._cut(s)
        if self.sharp and can_backquote(s):
            self.pad(f"`{s}`")
        else:
            self.pad(quote(s, ascii_only=self.plus))

    def hexadecimal(self, s: str, upper: bool) -> None:
        """Write the bytes of a string in hexadecimal.  Go: fmtSbx."""
        if self.precision is not None:
            s = s[: self.precision]
        if not s:
            self.pad("")
            return
        lead = "0x" if self.sharp else ""
        pairs = [f"{ord(byte):02x}" for byte in s]
        text = (" " + lead if self.space else "").join(pairs)
        text = lead + text
        self.pad(text.upper() if upper else text)

    # -- floats ---------------------------------------------------------------------------------

    def real(self, v: float, bits: int, verb: str, precision: int) -> None:
        """Write a floating-point number.  Go: fmtFloat."""
        if self.precision is not None:
            precision = self.precision
        if self.sharp and verb == "v":
            verb = "g"
        text = format_float(v, verb if verb != "v" else "g", precision, bits)
        if text[0] not in "+-":
            text = "+" + text
        if self.space and text[0] == "+" and not self.plus:
            text = " " + text[1:]
        if not math.isfinite(v):
            plain = text[1:] == "NaN" and not self.space and not self.plus
            self._pad_with_spaces(text[1:] if plain else text)
            return
        if self.sharp and verb != "b":
            text = self._with_point(text, verb, precision)
        self._signed(text)

    def _signed(self, text: str) -> None:
        """Write the number: its sign stands before the zeros of padding."""
        if not self.plus and text[0] == "+":
            self.pad(text[1:])
            return
        if self.zero and not self.minus and self.width and self.width > len(text):
            text = text[0] + text[1:].rjust(self.width - 1, "0")
        self.pad(text)

    @staticmethod
    def _with_point(text: str, verb: str, precision: int) -> str:
        """Keep the decimal point and, for %g, trailing zeros: the flag #."""
        wanted = 0
        if verb in "gGx":
            wanted = 6 if precision < 0 else precision
        marks = "pP" if verb in "xX" else "eE"
        at = next((i for i, char in enumerate(text) if char in marks), len(text))
        body, tail = text[:at], text[at:]
        wanted -= len(body[1:].lstrip("0.").replace(".", ""))
        if "." not in body:
            wanted -= len(body) == 2 and body[1] == "0"  # A lone 0 counts as a digit.
            body += "."
        return body + "0" * max(wanted, 0) + tail
