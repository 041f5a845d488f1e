"""The type checker: literals, of basic types, composite ones, and functions.

Models   go/types/expr.go: exprInternal; go/types/index.go: indexedElts.
Read     gosim.golang.check.operators first, gosim.golang.check.exprs next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.constants import represent
from gosim.golang.check.operators import OperatorChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import (
    Frame,
    Operand,
)


class LiteralChecker(OperatorChecker):
    """Check literals."""

    # -- literals -------------------------------------------------------------------------------

    def _literal(self, e: n.Literal) -> Operand:
        type_ = {"int": t.UNTYPED_INT, "float": t.UNTYPED_FLOAT, "rune": t.UNTYPED_RUNE,
                 "string": t.UNTYPED_STRING}[e.kind]  # fmt: skip
        return self.constant(e, type_, e.value)

    def _funclit(self, e: n.FuncLit) -> Operand:
        signature = self.signature(e.type)
        frame = Frame(e, self.frame, signature)
        around = self.frame
        while isinstance(around.node, n.Range) and around.parent is not None:
            around = around.parent
        around.literals += 1
        frame.number = around.literals
        frame.body = e.body
        self.check_body(frame, e.type, e.body)
        self.frames.append(frame)
        return self.note(e, Operand("value", signature, e, obj=frame))

    def check_body(
        self, frame: Frame, type_: n.FuncType, body: n.Block, receiver: Any = None
    ) -> None:
        """Check a function's body."""
        raise NotImplementedError

    def _composite(self, e: n.CompositeLit, hint: Any) -> Operand:
        if e.type is None:
            type_ = hint
            if type_ is None:
                self.fail(e, "invalid composite literal type: missing type")
                return self.bad(e)
        elif isinstance(e.type, n.ArrayType) and isinstance(e.type.length, str):
            elem = self.typ(e.type.elem)
            type_ = t.Array(self._count(e, elem), elem)
            return self.value(e, type_)
        else:
            type_ = self.typ(e.type)
        if type_ is t.INVALID:
            for _, value in e.elements:
                if not isinstance(value, n.CompositeLit) or value.type is not None:
                    self.expr(value)
            return self.bad(e)
        base = type_
        if e.type is None and isinstance(type_.underlying, t.Pointer):
            base = type_.underlying.elem
        under = base.underlying
        if isinstance(under, t.Opaque):
            return self.value(e, type_)
        if isinstance(under, t.Struct):
            self._struct_literal(e, base, under)
        elif isinstance(under, t.Map):
            self._map_literal(e, under)
        elif isinstance(under, (t.Slice, t.Array)):
            count = self._count(e, under.elem)
            if isinstance(under, t.Array) and count > under.length:
                late = e.elements[min(under.length, len(e.elements) - 1)][1]
                self.fail(late, f"index {under.length} is out of bounds (>= {under.length})")
        else:
            self.fail(e, f"invalid composite literal type {self.say(base)}")
            return self.bad(e)
        return self.value(e, type_)

    def _count(self, e: n.CompositeLit, elem: t.Type) -> int:
        """Check the elements of an array or slice; return how long it is."""
        at = most = 0
        seen: set[int] = set()
        for key, value in e.elements:
            if key is not None:
                index = self.expr(key)
                number = represent(index.value, t.INT) if index.mode == "const" else None
                if number is None:
                    self.fail(key, f"index {shown(key)} must be integer constant")
                elif number < 0:
                    self.fail(
                        key,
                        f"invalid argument: index {shown(key)} (constant of type int) "
                        "must not be negative",
                    )
                else:
                    self.settle(index, t.INT)
                    at = number
            if at in seen:
                place = value if key is None else key
                self.fail(place, f"duplicate index {at} in array or slice literal")
            seen.add(at)
            self.assign(self.expr(value, elem), elem, "array or slice literal")
            at += 1
            most = max(most, at)
        return most

    def _map_literal(self, e: n.CompositeLit, under: t.Map) -> None:
        seen: set[Any] = set()
        for key, value in e.elements:
            if key is None:
                self.fail(value, "missing key in map literal")
                continue
            x = self.expr(key, under.key)
            self.assign(x, under.key, "map literal")
            if x.mode == "const" and not t.is_interface(under.key):
                if x.value in seen:
                    self.fail(key, f"duplicate key {shown(key)} in map literal")
                seen.add(x.value)
            self.assign(self.expr(value, under.elem), under.elem, "map literal")

    def _struct_literal(self, e: n.CompositeLit, base: t.Type, under: t.Struct) -> None:
        if e.elements and e.elements[0][0] is None:
            self._positional(e, base, under)
            return
        fields = {field.name: field for field in under.fields}
        for key, value in e.elements:
            if key is None:
                self.fail(value, "mixture of field:value and value elements in struct literal")
                continue
            if not isinstance(key, n.Ident) or key.name not in fields:
                text = f"unknown field {shown(key)} in struct literal of type {self.say(base)}"
                other = next((name for name in fields if name.lower() == shown(key).lower()), "")
                meant = f", but does have {other}" if other and self.minor >= 23 else ""
                self.fail(key, text + meant)
                self.expr(value)
                continue
            field = fields[key.name]
            self.assign(self.expr(value, field.type), field.type, "struct literal")

    def _positional(self, e: n.CompositeLit, base: t.Type, under: t.Struct) -> None:
        for number, (key, value) in enumerate(e.elements):
            if key is not None:
                self.fail(value, "mixture of field:value and value elements in struct literal")
            if number >= len(under.fields):
                self.fail(value, f"too many values in struct literal of type {self.say(base)}")
                return
            field = under.fields[number]
            self.assign(self.expr(value, field.type), field.type, "struct literal")
        if len(e.elements) < len(under.fields):
            last = n.Node().at(e)
            end = e.file.source[: e.end]
            last.line = end.count(b"\n") + 1
            last.col = len(end) - end.rfind(b"\n") - 1
            self.fail(last, f"too few values in struct literal of type {self.say(base)}")
