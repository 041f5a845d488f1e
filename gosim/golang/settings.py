"""Other values for the constants and variables of a program: ``--set name=value``.

Models   the linker's -X, for more than strings.
Read     gosim.golang.syntax.nodes first.

A value is written as in Go, or as a duration (``90s``).  A constant keeps its type: the new value
is added to nothing of the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from gosim.errors import UsageError
from gosim.golang.syntax import nodes as n
from gosim.units import HOUR, MICROSECOND, MILLISECOND, MINUTE, SECOND, parse_duration

_INT = re.compile(r"-?\d+\Z")
_FLOAT = re.compile(r"-?\d*\.\d+\Z")


def override(files: Iterable[n.File], settings: Mapping[str, str]) -> None:
    """Give package-level names other values.  Raises UsageError for a name that there is not."""
    found = {
        name.name: (spec, place)
        for file in files
        for spec in file.specs
        if isinstance(spec, n.ValueSpec)
        for place, name in enumerate(spec.names)
    }
    for name, text in settings.items():
        if name not in found:
            names = ", ".join(key for key in found if key != "_") or "none"
            raise UsageError(f"there is no parameter {name!r} here", f"there are: {names}")
        _set(*found[name], text)


def _set(spec: n.ValueSpec, place: int, text: str) -> None:
    name = spec.names[place]
    if len(spec.values) not in (0, len(spec.names)) or (not spec.values and len(spec.names) > 1):
        raise UsageError(f"{name.name} cannot be set", "declare it on a line of its own")
    old = spec.values[place] if spec.values else None
    values = list(spec.values) or [name]
    values[place] = _value(name, old, text)
    spec.values, spec.implicit = values, False


def _value(name: n.Ident, old: Any, text: str) -> Any:
    def put(made: Any) -> Any:
        return made.at(old or name)

    if text in ("true", "false"):
        return put(n.Ident(text))
    if isinstance(old, n.Literal) and old.kind == "string":
        return put(n.Literal("string", text))
    new = put(_number(name.name, text))
    if old is None:
        return new
    return put(n.Binary("+", put(n.Binary("*", old, put(n.Literal("int", 0)))), new))


def _number(name: str, text: str) -> n.Expr:
    if _INT.match(text):
        return n.Literal("int", int(text))
    if _FLOAT.match(text):
        from gosim.golang.syntax.literals import floating  # noqa: PLC0415

        return n.Literal("float", floating(text))
    try:
        return n.Literal("int", parse_duration(text))
    except UsageError as error:
        raise UsageError(f"{name}: {error.what}", error.try_this) from None


_DURATIONS: dict[str, int] = {
    "Nanosecond": 1,
    "Microsecond": MICROSECOND,
    "Millisecond": MILLISECOND,
    "Second": SECOND,
    "Minute": MINUTE,
    "Hour": HOUR,
}


def value_of(e: Any) -> int | None:
    """Return the value of a whole number or of a duration such as ``3 * time.Minute``."""
    if isinstance(e, n.Literal) and e.kind == "int":
        return int(e.value)
    if isinstance(e, n.Selector) and isinstance(e.x, n.Ident) and e.x.name == "time":
        return _DURATIONS.get(e.sel.name)
    if isinstance(e, n.Binary) and e.op == "*":
        left, right = value_of(e.x), value_of(e.y)
        return None if left is None or right is None else left * right
    return None
