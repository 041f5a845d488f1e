"""Other values for the constants and variables of a program: ``--set name=value``.

Models   the linker's -X, for more than strings.
Read     gosim.golang.syntax.nodes first.

A value is written as in Go, or as a duration (``90s``), and must be of the kind that the name has:
its type, or what its value looks like, tells.  A constant keeps its type: the new value is added to
nothing of the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from gosim.errors import UsageError
from gosim.golang.syntax import nodes as n
from gosim.units import HOUR, MICROSECOND, MILLISECOND, MINUTE, SECOND, parse_duration, shortened

_INT: Final = re.compile(r"-?\d{1,19}\Z")
_FLOAT: Final = re.compile(r"-?\d*\.\d+\Z")

_TYPES: Final = {
    "bool": "bool",
    "string": "string",
    "time.Duration": "duration",
    **dict.fromkeys(("float32", "float64"), "float"),
    **dict.fromkeys(("int", "int8", "int16", "int32", "int64", "rune"), "int"),
    **dict.fromkeys(("uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "byte"), "int"),
}
"""What can be set, by the name of its type."""

_LITERALS: Final = {"int": "int", "rune": "int", "float": "float", "string": "string"}
_COMPARING: Final = ("==", "!=", "<", "<=", ">", ">=", "&&", "||", "!")

_KINDS: Final = {
    "int": ("a whole number", "write one such as 3"),
    "float": ("a number", "write one such as 0.5"),
    "bool": ("true or false", "write one of these"),
}
"""What a value is to be, and what to write."""


def override(files: Iterable[n.File], settings: Mapping[str, str]) -> None:
    """Give package-level names other values.  Raises UsageError for a name that there is not."""
    if not settings:
        return
    package = _Package(files)
    for name, text in settings.items():
        kind = package.kind_of(name)
        if name not in package.values:
            raise UsageError(f"there is no parameter {name!r} here", package.known)
        if not kind:
            raise UsageError(
                f"{name} cannot be set: it is no number, duration, text, true or false that is"
                " known before the program runs",
                package.known,
            )
        _set(*package.values[name], kind, text)


class _Package:
    """The package-level names of a program: those of values, and those of types."""

    def __init__(self, files: Iterable[n.File]) -> None:
        specs = [spec for file in files for spec in file.specs]
        self.values = {
            name.name: (spec, place)
            for spec in specs
            if isinstance(spec, n.ValueSpec)
            for place, name in enumerate(spec.names)
        }
        self._types = {spec.name.name: spec.type for spec in specs if isinstance(spec, n.TypeSpec)}
        self._asked: set[str] = set()

    @property
    def known(self) -> str:
        """Say which names can be set."""
        names = [name for name in self.values if name != "_" and self.kind_of(name)]
        return f"there are: {', '.join(names) or 'none'}"

    def kind_of(self, name: str) -> str:
        """Return int, float, bool, string or duration; an empty string if it cannot be set."""
        if name not in self.values or name in self._asked:
            return ""
        spec, place = self.values[name]
        self._asked.add(name)  # A name that is defined by itself is refused by the compiler.
        try:
            if spec.type is not None:
                return self._of_type(spec.type)
            return self._of(spec.values[place]) if len(spec.values) > place else ""
        finally:
            self._asked.discard(name)

    def _of_type(self, e: Any) -> str:
        name = _name_of(e)
        for _ in self._types:  # A type may be another one's, but not in a circle.
            if name not in self._types:
                break
            name = _name_of(self._types[name])
        return _TYPES.get(name, "")

    def _of(self, e: Any) -> str:
        """Return the kind of a value."""
        match e:
            case n.Literal():
                return _LITERALS.get(e.kind, "")
            case n.Ident(name="true" | "false"):
                return "bool"
            case n.Ident(name="iota"):
                return "int"
            case n.Ident():
                return self.kind_of(e.name)
            case n.Selector(x=n.Ident(name="time")):
                return "duration" if e.sel.name in _DURATIONS else ""
            case n.Paren() | n.Unary():
                return self._of(e.x)
            case n.Binary(op=op) if op in _COMPARING:
                return "bool"
            case n.Binary():
                return self._wider(self._of(e.x), self._of(e.y))
            case n.Call(args=[_]):
                return self._of_type(e.fun)
        return ""

    def _wider(self, one: str, other: str) -> str:
        """Return the kind of a sum or a product."""
        both = {one, other}
        if "" in both:
            return ""
        return next((kind for kind in ("duration", "float") if kind in both), one)


def _name_of(e: Any) -> str:
    """Return the name of a type, if it has one."""
    return e.name if isinstance(e, n.Ident) else e.text if isinstance(e, n.Selector) else ""


def _set(spec: n.ValueSpec, place: int, kind: str, text: str) -> None:
    name = spec.names[place]
    if len(spec.values) not in (0, len(spec.names)) or (not spec.values and len(spec.names) > 1):
        raise UsageError(f"{name.name} cannot be set", "declare it on a line of its own")
    old = spec.values[place] if spec.values else None
    values = list(spec.values) or [name]
    values[place] = _value(name, old, kind, text)
    spec.values, spec.implicit = values, False


def _value(name: n.Ident, old: Any, kind: str, text: str) -> Any:
    """Return a new value, of the type that the old one has."""

    def put(made: Any) -> Any:
        return made.at(old or name)

    if kind == "string":
        return put(n.Literal("string", text))
    new = put(_parsed(name.name, kind, text))
    if old is None or kind == "bool":
        return new
    return put(n.Binary("+", put(n.Binary("*", old, put(n.Literal("int", 0)))), new))


def _parsed(name: str, kind: str, text: str) -> n.Expr:
    """Return what a text stands for.  Raises UsageError unless it is of that kind."""
    if kind == "bool" and text in ("true", "false"):
        return n.Ident(text)
    if kind != "bool" and _INT.match(text):
        return n.Literal("int", int(text))
    if kind == "float" and _FLOAT.match(text):
        from gosim.golang.syntax.literals import floating  # noqa: PLC0415

        return n.Literal("float", floating(text))
    if kind != "duration":
        what, try_this = _KINDS[kind]
        raise UsageError(f"{name}: {shortened(text)!r} is not {what}", try_this)
    try:
        return n.Literal("int", parse_duration(text))
    except UsageError as error:
        raise UsageError(f"{name}: {error.what}", error.try_this) from None


_DURATIONS: Final[dict[str, int]] = {
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
