"""The type checker, range: what each kind of thing brings.

Models   go/types/stmt.go: rangeKeyVal.
Read     gosim.golang.check.stmts first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Operand

INT_RANGE_SINCE = 22
FUNC_RANGE_SINCE = 23


def element_types(check: Any, s: n.Range, x: Operand) -> tuple[Any, Any]:
    """Return the types of key and value for a range over x."""
    under = x.type.underlying
    if isinstance(under, t.Pointer) and isinstance(under.elem.underlying, t.Array):
        under = under.elem.underlying
    if isinstance(under, (t.Slice, t.Array)):
        return t.INT, under.elem
    if t.kind_of(x.type) == "string":
        check.default(x)
        return t.INT, t.INT32
    if isinstance(under, t.Map):
        return under.key, under.elem
    if isinstance(under, t.Chan):
        return _channel(check, s, x, under)
    if t.kind_of(x.type) == "int":
        return _integer(check, s, x)
    if isinstance(under, t.Signature):
        return _function(check, s, x, under)
    check.fail(s.x, f"cannot range over {check.describe(x)}")
    return t.INVALID, t.INVALID


def _channel(check: Any, s: n.Range, x: Operand, under: t.Chan) -> tuple[Any, Any]:
    check.frame.waits = True
    if under.direction == t.SEND:
        check.fail(s.x, f"cannot range over {check.describe(x)}: receive from send-only channel")
    if s.value is not None:
        check.fail(s.value, f"range over {check.describe(x)} permits only one iteration variable")
    return under.elem, t.INVALID


def _integer(check: Any, s: n.Range, x: Operand) -> tuple[Any, Any]:
    if check.minor < INT_RANGE_SINCE:
        check.fail(
            s.x,
            f"cannot range over {check.describe(x)}"
            + (": requires go1.22 or later" if check.minor >= 21 else ""),
        )
        return t.INVALID, t.INVALID
    if s.value is not None:
        check.fail(s.value, f"range over {check.describe(x)} permits only one iteration variable")
    if s.key is not None and not s.define and check.is_untyped(x):
        target = check.target_type(s.key)
        if target is not None:
            check.settle(x, target)
            return target, t.INVALID
    return check.default(x), t.INVALID


def _function(check: Any, s: n.Range, x: Operand, under: t.Signature) -> tuple[Any, Any]:
    if check.minor < FUNC_RANGE_SINCE:
        check.fail(
            s.x,
            f"cannot range over {check.describe(x)}"
            + (": requires go1.23 or later" if check.minor >= 21 else ""),
        )
        return t.INVALID, t.INVALID
    inner = under.params[0].underlying if len(under.params) == 1 else None
    good = isinstance(inner, t.Signature) and inner.results == (t.BOOL,) and not under.results
    if not good or not isinstance(inner, t.Signature) or len(inner.params) > 2:
        check.fail(s.x, f"cannot range over {check.describe(x)}")
        return t.INVALID, t.INVALID
    check.frame.signatures.add(under)
    kinds: list[Any] = [*inner.params, t.INVALID, t.INVALID]
    return kinds[0], kinds[1]
