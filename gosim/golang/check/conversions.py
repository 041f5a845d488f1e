"""The type checker: conversions, which look like calls.

Models   go/types/conversions.go.
Read     gosim.golang.check.predeclared first, gosim.golang.check.calls next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.constants import default_type, represent, show
from gosim.golang.check.predeclared import BuiltinChecker
from gosim.golang.gotext import rune_string
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Operand


class ConversionChecker(BuiltinChecker):
    """Check conversions."""

    # -- conversions ----------------------------------------------------------------------------

    def _not_callable(self, fun: Operand) -> str:
        """Return what is said about a call of what is no function; its words changed in 1.25."""
        if self.minor < 25:
            return f"invalid operation: cannot call non-function {self.describe(fun)}"
        why = f"{self.say(fun.type)} is not a function"
        return f"invalid operation: cannot call {self.describe(fun)}: {why}"

    def _conversion(self, e: n.Call, fun: Operand) -> Operand:
        type_ = fun.type
        if fun.obj is not None and type_ is t.INVALID:
            type_ = self.typ(e.fun)
        if len(e.args) != 1:
            few = not e.args
            self.fail(
                self._closing(e) if few else e.args[1],
                f"{'missing argument' if few else 'too many arguments'} in conversion to "
                f"{self.say(type_)}",
            )
            return self.bad(e)
        x = self.expr(e.args[0], type_)
        if not x.ok or type_ is t.INVALID:
            return self.bad(e)
        if x.mode == "const" and isinstance(type_.underlying, t.Basic):
            value = self._convert_constant(x, type_)
            if value is not None:
                if self.is_untyped(x):
                    self._settle_for_conversion(x, type_)
                return self.constant(e, type_, value)
        elif self._convertible(x, type_):
            if x.type is not None and isinstance(type_.underlying, t.Interface):
                self.reach(x.type)
            if self.is_untyped(x):
                if x.mode == "nil" or t.kind_of(type_) == x.type.kind:
                    self.assign(x, type_, "conversion")
                elif t.kind_of(type_) == "float":
                    self.settle(x, type_)
                else:
                    self.default(x)
            return self.value(e, type_)
        if (
            x.mode == "const"
            and t.kind_of(type_) in ("int", "float")
            and t.kind_of(x.type) in ("int", "float")
            and self._numeric_reason(x, type_.underlying) != " (truncated)"
        ):
            self.fail(e.args[0], f"constant {show(x.value)} overflows {self.say(type_)}")
            return self.bad(e)
        self.fail(
            e.args[0],
            f"cannot convert {self.describe(x)} to type {self.say(type_)}"
            + self._lacking_text(x, type_),
        )
        return self.bad(e)

    def _lacking_text(self, x: Operand, type_: t.Type) -> str:
        if not isinstance(type_.underlying, t.Interface) or x.type is None:
            return ""
        lacking = self.lacks(x.type, type_.underlying)
        return (
            f": {self.say(x.type)} does not implement {self.say(type_)} {lacking}"
            if lacking
            else ""
        )

    def _settle_for_conversion(self, x: Operand, type_: t.Type) -> None:
        if represent(x.value, type_) is not None:
            self.settle(x, type_)
        else:
            self.default(x)

    def _convert_constant(self, x: Operand, type_: t.Type) -> Any:
        value = represent(x.value, type_)
        if value is not None:
            return value
        if t.kind_of(type_) == "string" and t.kind_of(x.type) == "int":
            return rune_string(x.value if 0 <= x.value < 1 << 31 else -1)
        return None

    def _convertible(self, x: Operand, type_: t.Type) -> bool:
        """Go: convertibleTo."""
        if x.mode == "nil":
            nilable = (t.Pointer, t.Slice, t.Map, t.Chan, t.Signature, t.Interface)
            return isinstance(type_.underlying, nilable)
        have, want = x.type.underlying, type_.underlying
        if self.is_untyped(x):
            have = default_type(x.type)
        if have is want or self.why_not_assignable(x, type_) is None:
            return True
        numbers = ("int", "float")
        if t.kind_of(have) in numbers and t.kind_of(want) in numbers:
            return True
        if t.kind_of(want) == "string":
            return t.kind_of(have) == "int" or _is_text_slice(have)
        if t.kind_of(have) == "string":
            return _is_text_slice(want)
        if isinstance(have, t.Interface) and isinstance(want, t.Interface):
            return not self.lacks(x.type, want)
        if isinstance(want, t.Interface):
            return not self.lacks(x.type if not self.is_untyped(x) else have, want)
        if isinstance(have, t.Pointer) and isinstance(want, t.Pointer):
            return have.elem.underlying is want.elem.underlying
        if isinstance(have, t.Slice):
            array = want.elem.underlying if isinstance(want, t.Pointer) else want
            return isinstance(array, t.Array) and have.elem is array.elem
        return (
            isinstance(have, t.Struct) and isinstance(want, t.Struct) and _same_fields(have, want)
        )

    def _closing(self, e: n.Call) -> n.Node:
        """Return the place of the closing parenthesis."""
        made = n.Node().at(e)
        upto = e.file.source[: e.end]
        made.line, made.col = upto.count(b"\n") + 1, len(upto) - upto.rfind(b"\n") - 1
        return made  # type: ignore[no-any-return]


def _is_text_slice(type_: Any) -> bool:
    return isinstance(type_, t.Slice) and type_.elem.underlying in (t.UINT8, t.INT32)


def _same_fields(a: t.Struct, b: t.Struct) -> bool:
    return len(a.fields) == len(b.fields) and all(
        x.name == y.name and x.type is y.type for x, y in zip(a.fields, b.fields, strict=True)
    )
