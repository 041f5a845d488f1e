"""What the runtime prints for a panic.

Models   runtime/panic.go: printpanics; runtime/error.go: printpanicval, printanycustomtype.
Read     gosim.golang.values.unwinding first.
Leaves out   addresses: a struct or a pointer prints as 0x0.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.gotext import to_text
from gosim.golang.types import gotypes as t
from gosim.golang.values.boxes import dynamic_type, unboxed
from gosim.golang.values.faults import RuntimeFault
from gosim.golang.values.outside import call, go_version


def chain_text(panic: Any, indent: bool) -> str:
    """Return the lines of a panic and those before it, without the first ``panic: ``."""
    text = _chain(panic, indent) + _signal(panic)
    return text.removeprefix("panic: ").removesuffix("\n")


def _signal(panic: Any) -> str:
    """Return the line of the signal behind one of the panics, which comes after all of them."""
    while panic is not None:
        if isinstance(panic.value, RuntimeFault) and panic.value.signal:
            return f"{panic.value.signal}\n"
        panic = panic.link
    return ""


def _chain(panic: Any, indent: bool) -> str:
    before = ""
    if panic.link is not None:
        before = _chain(panic.link, indent)
        if panic.link.repanicked:
            return before
        if not panic.link.goexit:
            before += "\t"
    if panic.goexit:
        return before
    text = value_text(panic.value)
    if indent:
        text = text.replace("\n", "\n\t")
    if panic.repanicked:
        text += " [recovered, repanicked]"
    elif panic.recovered:
        text += " [recovered]"
    return f"{before}panic: {text}\n"


def value_text(value: Any) -> str:
    """Return a panic's value as the runtime prints it.  Go: printpanicval."""
    if value is None:
        return "nil"
    kind = dynamic_type(value)
    if isinstance(value, RuntimeFault):
        return value.text
    for method in ("Error", "String"):
        if (
            kind is not t.STRING
            and hasattr(value, method)
            and not isinstance(value, (int, str, float))
        ):
            return to_text(call(getattr(value, method)))
    return _basic(kind, unboxed(value))


def _basic(kind: Any, value: Any) -> str:
    under = kind.underlying
    if not isinstance(under, t.Basic):
        return f"({kind}) 0x0"
    if under.kind == "string":
        text = to_text(value)
        return text if kind is t.STRING else f'{kind}("{text}")'
    text = number_text(value)
    return text if kind is under else f"{kind}({text})"


def number_text(value: Any) -> str:
    """Return a number or a bool as print does; floats became short in 1.26."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _short(value) if go_version().short_float_panics else _long(value)
    return str(value)


def _special(value: float) -> str:
    if value != value:  # noqa: PLR0124  only NaN differs from itself
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "+Inf" if value > 0 else "-Inf"
    return ""


def _long(value: float) -> str:
    special = _special(value)
    if special:
        return special
    mantissa, _, exponent = f"{value:+.6e}".partition("e")
    return f"{mantissa}e{int(exponent):+04d}"


def _short(value: float) -> str:
    special = _special(value)
    if special:
        return special
    text = repr(value)
    mantissa, _, exponent = text.partition("e")
    if exponent:
        return f"{mantissa.removesuffix('.0')}e{int(exponent):+03d}"
    if value != 0 and abs(value) >= 1e21:
        mantissa, _, exponent = f"{value:.17e}".partition("e")
    return text.removesuffix(".0")
