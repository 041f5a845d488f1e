"""Making channels for Go types.

Models   the predeclared function make, for channels.
Read     gosim.golib.builtins first.
"""

from __future__ import annotations

from typing import Any

from gosim.channels import Channel
from gosim.golang.types import gotypes as t
from gosim.golang.values.containers import LIBRARY_STRUCTS, size_of
from gosim.golang.values.faults import plain_error
from gosim.kernel import running

CAP_MAX = 1 << 31


def element(elem: t.Type) -> tuple[str, int, bool, Any]:
    """Return (name, bytes, whether it has pointers, zero value) of a channel's elements."""
    from gosim.golang.values.boxes import zero_of  # noqa: PLC0415  boxes is made first

    return str(elem), size_of(elem), has_pointers(elem), zero_of(elem)


def has_pointers(type_: t.Type) -> bool:
    """Return whether the collector must look into values of the type."""
    under = type_.underlying
    if isinstance(type_, t.Named) and str(type_) in LIBRARY_STRUCTS:
        return LIBRARY_STRUCTS[str(type_)][1]
    if isinstance(under, t.Basic):
        return under.kind == "string"
    if isinstance(under, t.Array):
        return has_pointers(under.elem)
    if isinstance(under, t.Struct):
        return any(has_pointers(field.type) for field in under.fields)
    return True


def make_chan(elem: tuple[str, int, bool, Any], cap: int = 0) -> Channel:
    """Return ``make(chan elem, cap)``."""
    if not 0 <= cap < CAP_MAX:
        raise plain_error("makechan: size out of range")
    p = running.p
    made: Channel = p.kernel.runtime.make_chan(p, cap, elem)
    return made
