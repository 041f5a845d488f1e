"""The type checker, predeclared functions: append, cap, … recover.

Models   go/types/builtins.go.
Read     gosim.golang.check.exprs first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.constants import represent
from gosim.golang.check.exprs import ExprChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Operand

_COUNTS = {
    "append": (1, None), "cap": (1, 1), "clear": (1, 1), "close": (1, 1), "copy": (2, 2),
    "delete": (2, 2), "len": (1, 1), "make": (1, 3), "max": (1, None), "min": (1, None),
    "new": (1, 1), "panic": (1, 1), "print": (0, None), "println": (0, None), "recover": (0, 0),
}  # fmt: skip


class BuiltinChecker(ExprChecker):
    """Check calls of predeclared functions."""

    def builtin(self, e: n.Call, name: str) -> Operand:
        """Check one."""
        low, high = _COUNTS[name]
        if len(e.args) < low or (high is not None and len(e.args) > high):
            few = len(e.args) < low
            shown = ", ".join(arg.text for arg in e.args)
            self.fail(
                e if few else e.args[high or 0],
                f"{'not enough' if few else 'too many'} arguments for {name}({shown}) "
                f"(expected {low if few else high}, found {len(e.args)})",
            )
            return self.bad(e)
        if name in ("min", "max", "clear") and self.minor < 21:
            self.fail(e.fun, f"{name} requires go1.21 or later")
        return getattr(self, f"_builtin_{name}")(e)  # type: ignore[no-any-return]

    def _no_value(self, e: n.Call) -> Operand:
        return self.note(e, Operand("novalue", t.Tuple(()), e))

    def _builtin_append(self, e: n.Call) -> Operand:
        s = self.expr(e.args[0])
        if not s.ok:
            return self.bad(e)
        if s.mode == "nil":
            self.fail(e, "first argument to append must be a typed slice; have untyped nil")
            return self.bad(e)
        under = s.type.underlying
        if not isinstance(under, t.Slice):
            self.fail(e.args[0], f"invalid argument: {self.describe(s)} is not a slice")
            return self.bad(e)
        for arg in e.args[1:]:
            x = self.expr(arg, under.elem)
            if not e.spread:
                self.assign(x, under.elem, "argument to append")
            elif under.elem.underlying is t.UINT8 and t.kind_of(x.type) == "string":
                self.settle(x, t.STRING)
            else:
                self.assign(
                    x, t.Slice(under.elem) if x.mode != "nil" else s.type, "argument to append"
                )
        return self.value(e, s.type)

    def _builtin_cap(self, e: n.Call) -> Operand:
        x = self.expr(e.args[0])
        if not x.ok:
            return self.bad(e)
        under = _array_behind(x.type.underlying)
        if isinstance(under, t.Array) and not _has_call(e.args[0]):
            return self.constant(e, t.INT, under.length)
        if not isinstance(under, (t.Slice, t.Chan, t.Array)):
            self.fail(e.args[0], f"invalid argument: {self.describe(x)} for built-in cap")
            return self.bad(e)
        return self.value(e, t.INT)

    def _builtin_len(self, e: n.Call) -> Operand:
        x = self.expr(e.args[0])
        if not x.ok:
            return self.bad(e)
        if x.mode == "const" and t.kind_of(x.type) == "string":
            self.default(x)
            return self.constant(e, t.INT, len(x.value))
        under = _array_behind(x.type.underlying) if x.mode != "nil" else None
        if isinstance(under, t.Array) and not _has_call(e.args[0]):
            return self.constant(e, t.INT, under.length)
        if t.kind_of(x.type) == "string" or isinstance(under, (t.Slice, t.Chan, t.Map, t.Array)):
            return self.value(e, t.INT)
        self.fail(e.args[0], f"invalid argument: {self.describe(x)} for built-in len")
        return self.bad(e)

    def _builtin_clear(self, e: n.Call) -> Operand:
        x = self.expr(e.args[0])
        if x.ok and not isinstance(x.type.underlying, (t.Map, t.Slice)):
            self.fail(
                e.args[0], f"invalid argument: clear {self.describe(x)} must be a map or slice"
            )
            return self.bad(e)
        return self._no_value(e)

    def _builtin_close(self, e: n.Call) -> Operand:
        x = self.expr(e.args[0])
        if not x.ok:
            return self.bad(e)
        under = x.type.underlying
        if not isinstance(under, t.Chan):
            self.fail(e.args[0], f"invalid operation: cannot close non-channel {self.describe(x)}")
        elif under.direction == t.RECV:
            self.fail(
                e.args[0],
                f"invalid operation: cannot close receive-only channel {self.describe(x)}",
            )
        return self._no_value(e)

    def _builtin_copy(self, e: n.Call) -> Operand:
        self.frame.stores = True
        x, y = self.expr(e.args[0]), self.expr(e.args[1])
        if not x.ok or not y.ok:
            return self.bad(e)
        to = x.type.underlying
        if (
            isinstance(to, t.Slice)
            and to.elem.underlying is t.UINT8
            and t.kind_of(y.type) == "string"
        ):
            self.settle(y, t.STRING)
            return self.value(e, t.INT)
        of = y.type.underlying
        if not isinstance(to, t.Slice) or not isinstance(of, t.Slice):
            self.fail(
                e,
                f"invalid argument: copy expects slice arguments; found {self.describe(x)} "
                f"and {self.describe(y)}",
            )
            return self.bad(e)
        if to.elem is not of.elem:
            self.fail(
                e,
                f"invalid argument: arguments to copy {self.describe(x)} and "
                f"{self.describe(y)} have different element types {self.say(to.elem)} and "
                f"{self.say(of.elem)}",
            )
        return self.value(e, t.INT)

    def _builtin_delete(self, e: n.Call) -> Operand:
        self.frame.stores = True
        m = self.expr(e.args[0])
        if not m.ok:
            return self.bad(e)
        under = m.type.underlying
        if not isinstance(under, t.Map):
            self.fail(e.args[0], f"invalid argument: {self.describe(m)} is not a map")
            return self.bad(e)
        self.assign(self.expr(e.args[1], under.key), under.key, "argument to delete")
        return self._no_value(e)

    def _builtin_make(self, e: n.Call) -> Operand:
        type_ = self.typ(e.args[0])
        under = type_.underlying
        if type_ is t.INVALID:
            return self.bad(e)
        if not isinstance(under, (t.Slice, t.Map, t.Chan)):
            self.fail(
                e.args[0],
                f"invalid argument: cannot make {shown(e.args[0])}; type must be "
                "slice, map, or channel",
            )
            return self.bad(e)
        least = 2 if isinstance(under, t.Slice) else 1
        if len(e.args) < least:
            self.fail(
                e,
                f"invalid operation: {shown(e)} expects {least} or {least + 1} arguments; "
                f"found {len(e.args)}",
            )
            return self.bad(e)
        if len(e.args) > least + 1:
            self.fail(
                e,
                f"invalid operation: {shown(e)} expects {least} or {least + 1} arguments; "
                f"found {len(e.args)}",
            )
            return self.bad(e)
        sizes = [self._size(arg) for arg in e.args[1:]]
        if len(sizes) == 2 and None not in sizes and sizes[0] > sizes[1]:  # type: ignore[operator]
            self.fail(e.args[1], "invalid argument: length and capacity swapped")
        self.note(e.args[0], Operand("type", type_, e.args[0]))
        return self.value(e, type_)

    def _size(self, arg: Any) -> int | None:
        """Check a length or capacity; return it if it is constant."""
        x = self.expr(arg)
        if not x.ok:
            return None
        if x.mode == "const":
            whole = represent(x.value, t.INT)
            if whole is None:
                what = "truncated" if t.kind_of(x.type) == "float" else "must be integer"
                self.fail(
                    arg,
                    f"{shown(arg)} ({x.type} constant) truncated to int"
                    if what == "truncated"
                    else f"cannot convert {self.describe(x)} to type int",
                )
                return None
            if whole < 0:
                self.fail(
                    arg,
                    f"invalid argument: index {shown(arg)} (constant of type int) "
                    "must not be negative",
                )
                return None
            if self.is_untyped(x):
                self.settle(x, t.INT)
            return int(whole)
        if t.kind_of(x.type) != "int":
            self.fail(arg, f"cannot convert {self.describe(x)} to type int")
        elif self.is_untyped(x):
            self.settle(x, t.INT)
        return None

    def _extreme(self, e: n.Call) -> Operand:
        first = self.expr(e.args[0])
        for arg in e.args[1:]:
            if not first.ok:
                self.expr(arg)
                continue
            pair = n.Binary("<", e.args[0], arg).at(e)
            other = self.expr(arg)
            if not other.ok or not self._match(pair, first, other):
                return self.bad(e)
            if first.mode == "const" and other.mode == "const":
                continue
            if first.type is not other.type:
                self.fail(
                    arg,
                    f"invalid argument: mismatched types {self.say(first.type)} "
                    f"(previous argument) and {self.say(other.type)} (type of {shown(arg)})",
                )
                return self.bad(e)
        return self._extreme_of(e)

    def _extreme_of(self, e: n.Call) -> Operand:
        operands = [self.frame.info[arg] for arg in e.args]
        if not all(x.ok for x in operands):
            return self.bad(e)
        pick = max if e.fun.text == "max" else min
        if all(x.mode == "const" for x in operands):
            best = pick(operands, key=lambda x: x.value)
            widest = next((x.type for x in operands if not self.is_untyped(x)), best.type)
            return self.constant(e, widest, best.value)
        typed = next(x for x in operands if not self.is_untyped(x))
        for x in operands:
            self.settle(x, typed.type)
        return self.value(e, typed.type)

    _builtin_max = _builtin_min = _extreme

    def _builtin_new(self, e: n.Call) -> Operand:
        if self.minor >= 26 and self._is_value(e.args[0]):
            x = self.expr(e.args[0])
            return self.value(e, t.Pointer(self.default(x))) if x.ok else self.bad(e)
        type_ = self.typ(e.args[0])
        if type_ is t.INVALID:
            return self.bad(e)
        self.note(e.args[0], Operand("type", type_, e.args[0]))
        return self.value(e, t.Pointer(type_))

    def _is_value(self, arg: Any) -> bool:
        self.quiet += 1
        x = self.raw(arg)
        self.quiet -= 1
        return x.mode != "type"

    def _builtin_panic(self, e: n.Call) -> Operand:
        self.assign(self.expr(e.args[0]), t.ANY, "argument to panic")
        return self._no_value(e)

    def _builtin_print(self, e: n.Call) -> Operand:
        if len(e.args) == 1 and isinstance(self.raw(e.args[0]).type, t.Tuple):
            return self._no_value(e)
        for arg in e.args:
            x = self.expr(arg)
            if x.ok and x.mode == "nil":
                self.fail(arg, "use of untyped nil in argument to built-in print")
            elif x.ok:
                self.default(x)
        return self._no_value(e)

    _builtin_println = _builtin_print

    def _builtin_recover(self, e: n.Call) -> Operand:
        self.frame.has_recover = True
        return self.value(e, t.ANY)


def _array_behind(under: Any) -> Any:
    if isinstance(under, t.Pointer) and isinstance(under.elem.underlying, t.Array):
        return under.elem.underlying
    return under


def _has_call(e: Any) -> bool:
    if isinstance(e, n.Call):
        return True
    if isinstance(e, n.Unary):
        return e.op == "<-" or _has_call(e.x)
    return any(_has_call(getattr(e, part)) for part in ("x",) if getattr(e, part, None) is not None)
