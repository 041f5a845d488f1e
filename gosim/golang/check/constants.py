"""Constants: exact arithmetic, and whether a type can represent a value.

Models   go/constant; representableConst of go/types.
Read     gosim.golang.types.objects first.

>>> binary("/", 7, 2, integer=True), binary("/", 7, 2, integer=False)
(3, Fraction(7, 2))
>>> represent(300, t.UINT8) is None, represent(Fraction(4, 2), t.INT)
(True, 2)
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from gosim.golang.types import gotypes as t
from gosim.golang.values.arithmetic import f32, quo, rem

_ARITHMETIC: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "&^": lambda x, y: x & ~y,
    "&&": lambda x, y: x and y,
    "||": lambda x, y: x or y,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "%": rem,
    "<<": operator.lshift,
    ">>": operator.rshift,
}


def binary(op: str, x: Any, y: Any, integer: bool) -> Any:
    """Return ``x op y``; a division of integers is one when `integer` is True."""
    if op == "/":
        return quo(x, y) if integer else Fraction(x) / Fraction(y)
    return _ARITHMETIC[op](x, y)


def represent(value: Any, type_: t.Type) -> Any:
    """Return the value as a constant of that type, or None if it cannot be one."""
    basic = type_.underlying
    if not isinstance(basic, t.Basic):
        return None
    if basic.kind == "bool":
        return value if isinstance(value, bool) else None
    if basic.kind == "string":
        return value if isinstance(value, str) else None
    if isinstance(value, (bool, str)):
        return None
    if basic.kind == "int":
        return _integer(value, basic)
    return _float(value, basic) if basic.kind == "float" else None


def _integer(value: int | Fraction, basic: t.Basic) -> int | None:
    if isinstance(value, Fraction):
        if value.denominator != 1:
            return None
        value = value.numerator
    if basic.bits:
        low, high = basic.bounds
        if not low <= value <= high:
            return None
    return value


def _float(value: int | Fraction, basic: t.Basic) -> int | Fraction | None:
    if basic.untyped:
        return value
    try:
        rounded = float(value)
    except OverflowError:
        return None
    if basic.bits == 32:
        rounded = f32(rounded)
    return None if math.isinf(rounded) else Fraction(rounded)


def kind_of_value(value: Any) -> t.Basic:
    """Return the untyped type of a value."""
    if isinstance(value, bool):
        return t.UNTYPED_BOOL
    if isinstance(value, str):
        return t.UNTYPED_STRING
    return t.UNTYPED_INT if isinstance(value, int) else t.UNTYPED_FLOAT


def default_type(type_: Any) -> Any:
    """Return the type that an untyped constant has where nothing else is asked."""
    return _DEFAULTS.get(type_, type_)


_DEFAULTS: Final[dict[Any, Any]] = {
    t.UNTYPED_BOOL: t.BOOL,
    t.UNTYPED_INT: t.INT,
    t.UNTYPED_RUNE: t.INT32,
    t.UNTYPED_FLOAT: t.FLOAT64,
    t.UNTYPED_STRING: t.STRING,
}


def show(value: Any) -> str:
    """Return a value as an error message says it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value.encode("latin-1").decode("utf-8", "replace")
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, Fraction):
        try:
            return f"{float(value):.6g}"
        except OverflowError:
            return f"{(Decimal(value.numerator) / value.denominator).normalize():.6g}"
    return str(value)
