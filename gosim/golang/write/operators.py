"""Go operators in Python: arithmetic that wraps, comparisons, receives.

Models   Operators of The Go Programming Language Specification.
Read     gosim.golang.write.exprs first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import COMPARISONS
from gosim.golang.check.constants import default_type
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Func, Operand
from gosim.golang.write.exprs import ExprWriter

MIN64, MAX64 = -(1 << 63), (1 << 63) - 1


class OperatorWriter(ExprWriter):
    """Write operators."""

    # -- operators ------------------------------------------------------------------------------

    def _unary(self, e: n.Unary) -> str:
        if e.op == "&":
            return self.within(e.x, self.address(e.x))
        if e.op == "<-":
            return self.received(e.x, self.info(e))
        text = self.expr(e.x)
        under = self.info(e).type.underlying
        if e.op == "!":
            return f"(not {text})"
        if e.op == "+":
            return text
        if e.op == "^":
            return f"(~{text})" if under.signed else f"({text} ^ {(1 << under.bits) - 1})"
        return self.wrapped(f"-{text}", under) if under.kind == "int" else f"(-{text})"

    def received(self, channel: Any, x: Operand) -> str:
        """Return ``<-channel``."""
        if x.value == "commaok":
            return f"(yield recv_ok({self.expr(channel)}))"
        text = f"(yield {self.recv_case(channel)})"
        return self.copy(text, x.type) if t.is_aggregate(x.type) else text

    def recv_case(self, channel: Any) -> str:
        """Return the operation of receiving."""
        text = self.expr(channel)
        if text.isidentifier():
            return f"(NIL_RECV if {text} is None else {text})"
        return text if self._never_nil_chan(channel) else f"recv({text})"

    def _never_nil_chan(self, e: Any) -> bool:
        if not isinstance(e, n.Call):
            return False
        obj = self.info(e.fun).obj
        return (
            isinstance(obj, Func)
            and obj.package is not None
            and (obj.package.path == "time" and obj.name == "After")
        )

    def wrapped(self, text: str, under: t.Basic) -> str:
        """Return an integer expression that wraps around at its width."""
        if not under.signed:
            return f"({text} & {(1 << under.bits) - 1})"
        if under.bits == 64:
            return f"(_t if {MIN64} <= (_t := {text}) <= {MAX64} else wrap64(_t))"
        half = 1 << (under.bits - 1)
        return f"((({text}) + {half} & {2 * half - 1}) - {half})"

    def _binary(self, e: n.Binary) -> str:
        if e.op in ("&&", "||"):
            return self._logical(e)
        with self.calls_first(e.x, e.y):
            if e.op in COMPARISONS:
                return self._comparison(e)
            if e.op in ("<<", ">>"):
                return self._shift(e)
            type_ = self.info(e).type
            if t.kind_of(type_) == "string":
                return self.text_at(e, self._concatenation(e, type_))
            return self.arithmetic(e.op, self.operand(e.x, type_), self.operand(e.y, type_), type_)

    def _logical(self, e: n.Binary) -> str:
        """Return ``x && y`` or ``x || y``."""
        word = "and" if e.op == "&&" else "or"
        return f"({self.joined(word, lambda: self.expr(e.x), lambda: self.expr(e.y))})"

    def _concatenation(self, e: Any, type_: Any) -> str:
        """Return ``a + b + c``, which makes one string."""
        while isinstance(e, n.Paren):
            e = e.x
        if not isinstance(e, n.Binary) or self.info(e).mode == "const":
            return self.operand(e, type_)
        a, b = self._concatenation(e.x, type_), self._concatenation(e.y, type_)
        return self.arithmetic("+", a, b, type_)

    def operand(self, e: Any, type_: Any) -> str:
        """Return an operand of an arithmetic operator."""
        x = self.info(e)
        return self.literal(x.value, type_) if x.mode == "const" else self.expr(e)

    def arithmetic(self, op: str, a: str, b: str, type_: Any) -> str:
        """Return ``a op b`` in a type."""
        under = type_.underlying
        if under.kind == "string":
            return f"({a} + {b})" if "'" in a + b or '"' in a + b else f"concat({a}, {b})"
        if under.kind == "float":
            text = f"fdiv({a}, {b})" if op == "/" else f"({a} {op} {b})"
            if op == "/" and _is_number(b) and float(b) != 0:
                text = f"({a} / {b})"
            return f"f32({text})" if under.bits == 32 else text
        if op in ("&", "|", "^"):
            return f"({a} {op} {b})"
        if op == "&^":
            return f"({a} & ~{b})"
        if op in ("/", "%"):
            return self._division(op, a, b, under)
        return self.wrapped(f"{a} {op} {b}", under)

    def _division(self, op: str, a: str, b: str, under: t.Basic) -> str:
        if not under.signed:
            return f"({a} {'//' if op == '/' else '%'} {b})"
        text = f"{'quo' if op == '/' else 'rem'}({a}, {b})"
        return text if op == "%" or _is_number(b) else self.wrapped(text, under)

    def _shift(self, e: n.Binary) -> str:
        type_ = self.info(e).type
        under = type_.underlying
        a, count = self.operand(e.x, type_), self.info(e.y)
        if count.mode == "const":
            if e.op == ">>":
                return f"({a} >> {count.value})"
            return (
                self.wrapped(f"{a} << {count.value}", under)
                if count.value < under.bits
                else f"({a} & 0)"
            )
        b = self.expr(e.y)
        if e.op == ">>":
            return f"shr({a}, {b})"
        return self.wrapped(f"shl({a}, {b}, {under.bits})", under)

    def _comparison(self, e: n.Binary) -> str:
        x, y = self.info(e.x), self.info(e.y)
        negative = e.op == "!="
        for one, other in ((x, y), (y, x)):
            if one.mode == "nil":
                assert other.expr is not None
                return f"({self.expr(other.expr)} {'is not' if negative else 'is'} {self.nil(other.type)})"
        if t.is_interface(x.type) or t.is_interface(y.type):
            text = f"iface_equal({self.value(e.x, t.ANY)}, {self.value(e.y, t.ANY)})"
            return f"(not {text})" if negative else text
        type_ = default_type(y.type if self.check.is_untyped(x) else x.type)
        a, b = self.operand(e.x, type_), self.operand(e.y, type_)
        under = type_.underlying
        if isinstance(under, (t.Basic, t.Opaque)):
            return f"({a} {e.op} {b})"
        if isinstance(under, t.Chan) or (
            isinstance(under, t.Pointer) and t.is_aggregate(under.elem)
        ):
            return f"({a} {'is not' if negative else 'is'} {b})"
        text = f"equal({self.type_name(type_)}, {a}, {b})"
        return f"(not {text})" if negative else text


def _is_number(text: str) -> bool:
    try:
        float(text.strip("()"))
    except ValueError:
        return False
    return True
