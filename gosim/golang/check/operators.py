"""The type checker, operators; and what can be assigned to what.

Models   go/types/expr.go (unary, binary, shift, comparison), operand.go (assignableTo).
Read     gosim.golang.check.typexprs first, gosim.golang.check.exprs next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import COMPARISONS, shown
from gosim.golang.check.constants import binary, default_type, represent, show
from gosim.golang.check.typexprs import TypeChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found, missing_method
from gosim.golang.types.objects import Method, Operand

SHIFT_MAX = 512


class OperatorChecker(TypeChecker):
    """Check operators and assignability."""

    # -- assignability --------------------------------------------------------------------------

    def assign(self, x: Operand, type_: Any, context: str) -> bool:
        """Check that x can be assigned to a variable of that type, and settle it."""
        if not x.ok or type_ is t.INVALID:
            return False
        if x.type is not None and isinstance(type_.underlying, t.Interface):
            self.reach(x.type)
        if self.is_untyped(x):
            return self._assign_untyped(x, type_, context)
        why = self.why_not_assignable(x, type_)
        if why is None:
            return True
        tail = f": {why}" if why else ""
        self.fail(
            x.expr, f"cannot use {self.describe(x)} as {self.say(type_)} value in {context}{tail}"
        )
        return False

    def _assign_untyped(self, x: Operand, type_: t.Type, context: str) -> bool:
        under = type_.underlying
        if x.mode == "nil":
            if isinstance(under, (t.Pointer, t.Slice, t.Map, t.Chan, t.Signature, t.Interface)):
                x.type = type_
                return True
            self.fail(x.expr, f"cannot use nil as {self.say(type_)} value in {context}")
            return False
        if isinstance(under, t.Interface):
            usual = default_type(x.type)
            if x.mode == "const" and represent(x.value, usual) is None:
                return self._assign_untyped(x, usual, context)
            self.default(x)
            lacking = self.lacks(x.type, under)
            if not lacking:
                return True
            self.fail(
                x.expr,
                f"cannot use {self.describe(x)} as {self.say(type_)} value in "
                f"{context}: {self.say(x.type)} does not implement "
                f"{self.say(type_)} {lacking}",
            )
            return False
        if x.mode != "const":
            if isinstance(under, t.Basic) and under.kind == x.type.kind:
                self.settle(x, type_)
                return True
            if (
                x.type is not t.UNTYPED_BOOL
                and isinstance(under, t.Basic)
                and under.kind == "float"
            ):
                self.settle(x, type_)
                return False
        elif represent(x.value, type_) is not None:
            self.settle(x, type_)
            return True
        self.fail(
            x.expr,
            f"cannot use {self.describe(x)} as {self.say(type_)} value in {context}"
            + self._numeric_reason(x, under),
        )
        return False

    def _numeric_reason(self, x: Operand, under: Any) -> str:
        """Return why a number does not fit: truncated, or overflows."""
        if not isinstance(under, t.Basic) or isinstance(x.value, (bool, str)) or x.value is None:
            return ""
        if under.kind == "int":
            return " (truncated)" if getattr(x.value, "denominator", 1) != 1 else " (overflows)"
        return " (overflows)" if under.kind == "float" else ""

    def why_not_assignable(self, x: Operand, type_: t.Type) -> str | None:
        """Return why a typed operand cannot be assigned; None if it can.  Go: assignableTo."""
        have = x.type
        if have is type_:
            return None
        under = type_.underlying
        if isinstance(under, t.Interface):
            lacking = self.lacks(have, under)
            if not lacking:
                return None
            return f"{self.say(have)} does not implement {self.say(type_)} {lacking}"
        if have.underlying is under and not (
            isinstance(have, (t.Named, t.Basic)) and isinstance(type_, (t.Named, t.Basic))
        ):
            return None
        if isinstance(have.underlying, t.Interface) and not self.lacks(type_, have.underlying):
            return "need type assertion"
        both = isinstance(have.underlying, t.Chan) and have.underlying.direction == t.BOTH
        if both and isinstance(under, t.Chan) and have.underlying.elem is under.elem:
            if not (isinstance(have, t.Named) and isinstance(type_, t.Named)):
                return None
        return ""

    def lacks(self, type_: t.Type, interface: t.Interface) -> str:
        """Return which method of an interface a type lacks, as errors say it, or ""."""
        name, why = missing_method(type_, interface, self._found_signature)
        if why == "pointer":
            return f"(method {name} has pointer receiver)"
        if why == "wrong":
            return self._wrong_method(type_, interface, name)
        if why and isinstance(type_, t.Pointer) and t.is_interface(type_.elem):
            return f"(type {self.say(type_)} is pointer to interface, not interface)"
        return f"(missing method {name})" if why else ""

    def _found_signature(self, found: Found) -> t.Signature:
        if isinstance(found.method, Method):
            return self.method_signature(found.method, found.base)
        return found.method  # type: ignore[no-any-return]

    def _wrong_method(self, type_: t.Type, interface: t.Interface, name: str) -> str:
        from gosim.golang.types.lookup import lookup  # noqa: PLC0415  only for this message

        found = lookup(type_, name)
        wanted = interface.method(name)
        assert found is not None
        assert wanted is not None
        have = self._found_signature(found)
        return (
            f"(wrong type for method {name})\n\t\thave {name}{self.say(have)[4:]}"
            f"\n\t\twant {name}{self.say(wanted)[4:]}"
        )

    # -- unary ----------------------------------------------------------------------------------

    def _unary(self, e: n.Unary) -> Operand:
        if e.op == "&":
            return self._address(e)
        x = self.expr(e.x)
        if not x.ok:
            return self.bad(e)
        if e.op == "<-":
            return self._receive(e, x)
        kinds = {"!": ("bool",), "+": ("int", "float"), "-": ("int", "float"), "^": ("int",)}[e.op]
        if t.kind_of(x.type) not in kinds:
            self.fail(e.x, f"invalid operation: operator {e.op} not defined on {self.describe(x)}")
            return self.bad(e)
        if x.mode == "const":
            return self._constant_unary(e, x)
        return self.value(e, x.type)

    def _constant_unary(self, e: n.Unary, x: Operand) -> Operand:
        value = x.value
        if e.op == "!":
            value = not value
        elif e.op == "-":
            value = -value
        elif e.op == "^":
            value = ~value
            under = x.type.underlying
            if under.bits and not under.signed:
                value &= (1 << under.bits) - 1
        return self.folded(e, x.type, value)

    def folded(self, e: Any, type_: t.Type, value: Any) -> Operand:
        """Return a constant that an operator made; a typed one must fit."""
        under: Any = type_.underlying
        fits = represent(value, type_)
        if fits is None:
            if under.untyped:
                fits = value
            else:
                self.fail(
                    e,
                    f"{shown(e)} (constant {show(value)} of type "
                    f"{self.say(type_)}) overflows {self.say(type_)}",
                )
                return self.bad(e)
        if under.untyped and isinstance(fits, int) and fits.bit_length() > SHIFT_MAX:
            self.fail(e, "constant " + _word(e) + " overflow")
            return self.bad(e)
        return self.constant(e, type_, fits)

    def _address(self, e: n.Unary) -> Operand:
        inner = e.x
        while isinstance(inner, n.Paren):
            inner = inner.x
        x = self.expr(e.x)
        if not x.ok:
            return self.bad(e)
        if not isinstance(inner, n.CompositeLit):
            if x.mode != "var":
                self.fail(e.x, f"invalid operation: cannot take address of {self.describe(x)}")
                return self.bad(e)
            self.mark_addressed(e.x)
        return self.value(e, t.Pointer(x.type))

    def mark_addressed(self, e: Any) -> None:
        """Note that there is a pointer to what this expression denotes."""
        raise NotImplementedError

    def _receive(self, e: n.Unary, x: Operand) -> Operand:
        under = x.type.underlying
        if not isinstance(under, t.Chan):
            self.fail(e.x, f"invalid operation: cannot receive from {self.non_channel(x)}")
            return self.bad(e)
        if under.direction == t.SEND:
            self.fail(
                e.x, f"invalid operation: cannot receive from send-only channel {self.describe(x)}"
            )
            return self.bad(e)
        self.frame.waits = True
        return self.note(e, Operand("commaok", under.elem, e))

    # -- binary ---------------------------------------------------------------------------------

    def _binary(self, e: n.Binary) -> Operand:
        x, y = self.expr(e.x), self.expr(e.y)
        if not x.ok or not y.ok:
            return self.bad(e)
        if e.op in ("<<", ">>"):
            return self._shift(e, x, y)
        if not self._match(e, x, y):
            return self.bad(e)
        if e.op in COMPARISONS:
            return self._comparison(e, x, y)
        if x.type is not y.type:
            self.fail(
                e,
                f"invalid operation: {shown(e)} (mismatched types "
                f"{self.say_of(x)} and {self.say_of(y)})",
            )
            return self.bad(e)
        if t.kind_of(x.type) not in _DEFINED[e.op]:
            self.fail(e, f"invalid operation: operator {e.op} not defined on {self.describe(x)}")
            return self.bad(e)
        if e.op in ("/", "%") and y.mode == "const" and y.value == 0:
            if x.mode == "const" or t.kind_of(x.type) == "int":
                self.fail(e.y, "invalid operation: division by zero")
                return self.bad(e)
        if x.mode == "const" and y.mode == "const":
            integer = t.kind_of(x.type) == "int"
            return self.folded(e, x.type, binary(e.op, x.value, y.value, integer))
        return self.value(e, x.type)

    def _match(self, e: n.Binary, x: Operand, y: Operand) -> bool:
        """Give untyped operands the type of the other.  Go: matchTypes."""
        if self.is_untyped(x) and self.is_untyped(y):
            return self._match_untyped(e, x, y)
        for one, other in ((x, y), (y, x)):
            if not self.is_untyped(one):
                continue
            under = other.type.underlying
            if one.mode == "nil" or isinstance(under, t.Interface):
                return self._match_special(e, one, other)
            if one.mode == "const" and represent(one.value, other.type) is None:
                return self._mismatch(e, one, other)
            if one.mode != "const" and t.kind_of(other.type) != one.type.kind:
                return self._mismatch(e, one, other)
            self.settle(one, other.type)
        return True

    def _match_special(self, e: n.Binary, one: Operand, other: Operand) -> bool:
        under = other.type.underlying
        if one.mode == "nil":
            nilable = (t.Pointer, t.Slice, t.Map, t.Chan, t.Signature, t.Interface)
            if isinstance(under, nilable):
                one.type = other.type
                return True
            self.fail(
                one.expr,
                f"invalid operation: {shown(e)} (mismatched types "
                + (
                    f"untyped nil and {self.say(other.type)})"
                    if one.expr is e.x
                    else f"{self.say(other.type)} and untyped nil)"
                ),
            )
            return False
        self.default(one)
        return True

    def _mismatch(self, e: n.Binary, one: Operand, other: Operand) -> bool:
        kinds = {one.type.kind, t.kind_of(other.type)}
        if kinds <= {"int", "float"} and one.mode == "const":
            reason = self._numeric_reason(one, other.type.underlying).strip(" ()")
            if reason == "truncated":
                self.fail(
                    one.expr, f"{self.describe(one)} truncated to {self.say(other.type.underlying)}"
                )
            else:
                self.fail(one.expr, f"{self.describe(one)} overflows {self.say(other.type)}")
            return False
        left, right = (one, other) if one.expr is e.x else (other, one)
        self.fail(
            e,
            f"invalid operation: {shown(e)} (mismatched types "
            f"{self.say(left.type)} and {self.say(right.type)})",
        )
        return False

    def _match_untyped(self, e: n.Binary, x: Operand, y: Operand) -> bool:
        if x.mode == "nil" or y.mode == "nil":
            if x.mode == y.mode and e.op in ("==", "!="):
                self.fail(e, f"invalid operation: {shown(e)} (operator {e.op} not defined on nil)")
                return False
            self.fail(e, f"invalid operation: {shown(e)} (mismatched types {x.type} and {y.type})")
            return False
        ranks = [t.UNTYPED_INT, t.UNTYPED_RUNE, t.UNTYPED_FLOAT]
        if x.type in ranks and y.type in ranks:
            wider = max(x.type, y.type, key=ranks.index)
            for one in (x, y):
                if one.mode == "const":
                    one.type = wider
                else:
                    self.settle(one, wider)
            return True
        if x.type is not y.type:
            self.fail(e, f"invalid operation: {shown(e)} (mismatched types {x.type} and {y.type})")
            return False
        return True

    # -- comparison and shift -------------------------------------------------------------------

    def _comparison(self, e: n.Binary, x: Operand, y: Operand) -> Operand:
        why = self._why_not_comparable(e, x, y)
        if why:
            self.fail(
                e.y if why.startswith("mismatched") else e, f"invalid operation: {shown(e)} ({why})"
            )
            return self.bad(e)
        if x.mode == "const" and y.mode == "const":
            return self.constant(e, t.UNTYPED_BOOL, binary(e.op, x.value, y.value, True))
        for one in (x, y):
            if self.is_untyped(one) and one.mode != "nil":
                self.settle(one, default_type(one.type))
        return self.value(e, t.UNTYPED_BOOL)

    def _why_not_comparable(self, e: n.Binary, x: Operand, y: Operand) -> str:
        if x.mode != "nil" and y.mode != "nil" and x.type is not y.type:
            if (
                self.why_not_assignable(x, y.type) is not None
                and self.why_not_assignable(y, x.type) is not None
            ):
                return f"mismatched types {self.say_of(x)} and {self.say_of(y)}"
        if e.op in ("==", "!="):
            if x.mode == "nil" or y.mode == "nil":
                return ""
            for one in (x, y):
                if not t.is_comparable(one.type):
                    return self._incomparable(one.type)
            return ""
        if t.kind_of(x.type) not in ("int", "float", "string"):
            kind = _kind_name(x.type)
            return f"operator {e.op} not defined on {kind}"
        return ""

    def _incomparable(self, type_: t.Type) -> str:
        under = type_.underlying
        if isinstance(under, (t.Slice, t.Map, t.Signature)):
            return f"{_kind_name(type_)} can only be compared to nil"
        if isinstance(under, t.Struct):
            field = next(f for f in under.fields if not t.is_comparable(f.type))
            return f"struct containing {self.say(field.type)} cannot be compared"
        return f"{self.say(type_)} cannot be compared"

    def _shift(self, e: n.Binary, x: Operand, y: Operand) -> Operand:
        whole = represent(x.value, t.UNTYPED_INT) if x.mode == "const" else None
        if whole is None and t.kind_of(x.type) != "int":
            self.fail(e, f"invalid operation: shifted operand {self.describe(x)} must be integer")
            return self.bad(e)
        if y.mode == "const":
            count = represent(y.value, t.UNTYPED_INT)
            if count is None and t.kind_of(y.type) == "float":
                self.fail(e.y, f"{self.describe(y)} truncated to uint")
                return self.bad(e)
            if count is None or t.kind_of(y.type) not in ("int", "float"):
                self.fail(e.y, f"invalid operation: shift count {self.describe(y)} must be integer")
                return self.bad(e)
            if count < 0:
                self.fail(e.y, f"invalid operation: negative shift count {self.describe(y)}")
                return self.bad(e)
            if x.mode == "const":
                if count > 1023 - 1 + 52:
                    self.fail(e.y, f"invalid shift count {self.describe(y)}")
                    return self.bad(e)
                type_ = (
                    t.UNTYPED_INT if self.is_untyped(x) and x.type is t.UNTYPED_FLOAT else x.type
                )
                value = binary(e.op, whole, count, True)
                return self.folded(e, type_, value)
            self.settle(y, t.UINT)
        elif t.kind_of(y.type) != "int":
            self.fail(e.y, f"invalid operation: shift count {self.describe(y)} must be integer")
            return self.bad(e)
        elif self.is_untyped(y):
            self.settle(y, t.UINT)
        return self.note(e, Operand("value", x.type, e))


_NUMBER = ("int", "float")
_DEFINED = {
    "+": ("int", "float", "string"), "-": _NUMBER, "*": _NUMBER, "/": _NUMBER, "%": ("int",),
    "&": ("int",), "|": ("int",), "^": ("int",), "&^": ("int",), "&&": ("bool",), "||": ("bool",),
}  # fmt: skip


def _kind_name(type_: t.Type) -> str:
    under = type_.underlying
    if isinstance(under, t.Basic):
        return under.kind
    name = type(under).__name__.lower()
    return {"signature": "func"}.get(name, name)


def _word(e: Any) -> str:
    words = {"+": "addition", "-": "subtraction", "*": "multiplication", "<<": "shift"}
    return words.get(getattr(e, "op", ""), "operation")
