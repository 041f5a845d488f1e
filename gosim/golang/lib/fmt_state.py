"""What a Formatter sees of the printer: its flags, and a place to write.

Models   fmt/print.go: State, Formatter, pp.Width, Precision, Flag, Write; fmt.FormatString.
Read     gosim.golang.lib.fmt_format first; fmt_values next.
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.fmt_format import Format
from gosim.golang.types.gotypes import Type
from gosim.golang.types.lookup import lookup
from gosim.golang.types.objects import Method
from gosim.golang.values import Native, rune_string

_FLAGS: Final = {"-": "minus", " ": "space", "0": "zero"}


class State(Native):
    """``fmt.State`` of the directive that is being written."""

    __slots__ = ("format_",)

    def __init__(self, format_: Format | None = None) -> None:
        self.format_ = Format() if format_ is None else format_

    def write_text_(self, text: str) -> tuple[int, None]:
        """Take a Go string."""
        self.format_.out.append(text)
        return len(text), None

    def Write(self, b: Any) -> tuple[int, None]:
        """Take bytes."""
        return self.write_text_(bytes(b.items()).decode("latin-1"))

    def WriteString(self, s: str) -> tuple[int, None]:
        """Take a string."""
        return self.write_text_(s)

    def Width(self) -> tuple[int, bool]:
        """Return the width, and whether there is one."""
        width = self.format_.width
        return width or 0, width is not None

    def Precision(self) -> tuple[int, bool]:
        """Return the precision, and whether there is one."""
        precision = self.format_.precision
        return precision or 0, precision is not None

    def Flag(self, c: int) -> bool:
        """Say whether a flag is set."""
        f, flag = self.format_, chr(c)
        if flag in "+#":
            return bool(f.plus or f.plus_v if flag == "+" else f.sharp or f.sharp_v)
        return flag in _FLAGS and bool(getattr(f, _FLAGS[flag]))


def formats_itself(t: Type) -> bool:
    """Say whether a type has ``Format(fmt.State, rune)``, and not some other Format."""
    found = lookup(t, "Format")
    if found is None or not isinstance(found.method, Method):
        return False
    kind = found.method.decl.decl.type
    return len(kind.params) == 2 and not kind.results


def FormatString(state: Any, verb: int) -> str:
    """Return the directive that the state stands for."""
    flags = "".join(c for c in " +-#0" if state.Flag(ord(c)))
    width, wide = state.Width()
    precision, precise = state.Precision()
    tail = (str(width) if wide else "") + (f".{precision}" if precise else "")
    return f"%{flags}{tail}{rune_string(verb)}"
