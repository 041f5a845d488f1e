"""The type checker, expressions: names, literals, selectors, operators.

Models   go/types/expr.go, index.go, literals.go.
Read     gosim.golang.check.typexprs first, gosim.golang.check.calls next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import COMPARISONS, shown
from gosim.golang.check.constants import represent
from gosim.golang.check.literals import LiteralChecker
from gosim.golang.check.typexprs import constant_value
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found, lookup
from gosim.golang.types.objects import (
    Builtin,
    Const,
    Frame,
    Func,
    Method,
    Nil,
    Operand,
    PkgName,
    TypeName,
    Var,
)


class ExprChecker(LiteralChecker):
    """Check expressions."""

    def expr(self, e: Any, hint: Any = None) -> Operand:
        """Check an expression that must be one value."""
        x = self.raw(e, hint)
        if x.mode == "type":
            self.fail(e, f"{shown(e)} (type) is not an expression")
        elif x.mode == "builtin":
            self.fail(e, f"{shown(e)} (built-in) must be called")
        elif x.mode == "novalue":
            self.fail(e, f"{shown(e)} (no value) used as value")
        elif isinstance(x.type, t.Tuple):
            self.fail(
                e,
                f"multiple-value {shown(e)} (value of type {self.say_of(x)}) "
                "in single-value context",
            )
        elif x.mode == "generic":
            self.fail(e, f"cannot use generic function {shown(e)} without instantiation")
        else:
            return x
        return self.bad(e)

    def raw(self, e: Any, hint: Any = None) -> Operand:
        """Check any expression."""
        name = type(e).__name__
        if name in _TYPES:
            return self.note(e, Operand("type", self.typ(e), e))
        if name in ("CompositeLit",):
            return self._composite(e, hint)
        return getattr(self, "_" + name.lower())(e)  # type: ignore[no-any-return]

    # -- names ----------------------------------------------------------------------------------

    def _ident(self, e: n.Ident) -> Operand:
        if e.name == "_":
            self.fail(e, "cannot use _ as value")
            return self.bad(e)
        found = self.scope.lookup(e.name)
        if found is None:
            self.undefined(e, e.name)
            return self.bad(e)
        if isinstance(found, PkgName):
            found.used = True
            self.fail(e, f"use of package {e.name} without selector")
            return self.bad(e)
        return self.object_operand(e, found)

    def object_operand(self, e: Any, found: Any) -> Operand:
        """Return the operand of what a name means."""
        if isinstance(found, Var):
            return self._variable(e, found)
        if isinstance(found, Const):
            if found.name == "iota" and found.at is None:
                if self.iota is None:
                    self.fail(e, "cannot use iota outside constant declaration")
                    return self.bad(e)
                return self.constant(e, t.UNTYPED_INT, self.iota)
            found.used = True
            value = constant_value(found)
            if value is None:
                return self.bad(e)
            return self.note(e, Operand("const", found.type, e, value, found))
        if isinstance(found, TypeName):
            if found.params:
                return self.note(e, Operand("type", t.INVALID, e, obj=found))
            return self.note(e, Operand("type", self.typ(e), e))
        if isinstance(found, Func):
            return self.function(e, found)
        if isinstance(found, Builtin):
            return self.note(e, Operand("builtin", t.INVALID, e, obj=found))
        assert isinstance(found, Nil)
        return self.note(e, Operand("nil", t.UNTYPED_NIL, e))

    def _variable(self, e: Any, var: Var) -> Operand:
        if var.lazy is not None:
            lazy, var.lazy = var.lazy, None
            lazy()
        var.used = True
        self.touch(var)
        if var.type is t.INVALID or var.type is None:  # None: its own value needs it.
            return self.bad(e)
        return self.note(e, Operand("var", var.type, e, obj=var))

    def touch(self, var: Var) -> None:
        """Note that the function, and those between it and the variable's, use it."""
        if var.frame is None:
            self.frame.touched.add(var)
        frame: Frame | None = self.frame
        while var.frame is not None and frame is not None and frame is not var.frame:
            frame.touched.add(var)
            var.captured = True
            frame = frame.parent

    def function(self, e: Any, func: Func) -> Operand:
        """Return the operand of a function's name."""
        self.frame.touched.add(func)
        if func.decl.type_params:
            return self.note(e, Operand("generic", t.INVALID, e, obj=func))
        signature = self.func_signature(func)
        return self.note(e, Operand("value", signature, e, obj=func))

    def func_signature(self, func: Func) -> t.Signature:
        """Return the type of a function that is not generic."""
        if func.signature is None:
            func.signature = self.in_scope(func.scope, func.package, func.decl.type)
        return func.signature

    # -- selectors ------------------------------------------------------------------------------

    def _selector(self, e: n.Selector) -> Operand:
        if isinstance(e.x, n.Ident):
            package = self.scope.lookup(e.x.name)
            if isinstance(package, PkgName):
                return self._member(e, package)
        x = self.raw(e.x)
        if not x.ok:
            return self.bad(e)
        if x.mode == "type":
            return self._method_expression(e, x)
        if x.mode in ("novalue", "builtin", "nil", "generic") or isinstance(x.type, t.Tuple):
            x = self.expr(e.x)
            if x.mode == "nil":
                self.fail(e.x, "invalid use of nil in selector expression")
            return self.bad(e)
        found = lookup(x.type, e.sel.name)
        if found is None:
            return self._no_member(e, x)
        if found.field is not None:
            mode = "var" if x.mode == "var" or found.indirect else "value"
            return self.note(e, Operand(mode, found.field.type, e, obj=found))
        return self._method_value(e, x, found)

    def _member(self, e: n.Selector, package: PkgName) -> Operand:
        package.used = True
        found = self.member(package.imported, e.sel.name)
        if found is None:
            name = e.sel.name
            if not name[:1].isupper() and name in package.imported.scope.names:
                self.fail(e.sel, f"name {name} not exported by package {package.imported.name}")
            else:
                self.lacking[package.imported.path] = package.imported
                other = name[:1].upper() + name[1:]
                known = self.minor >= 26 and other != name and other in package.imported.scope.names
                self.undefined(e.sel, shown(e) + (f" (but have {other})" if known else ""))
            return self.bad(e)
        return self.object_operand(e, found)

    def _no_member(self, e: n.Selector, x: Operand) -> Operand:
        name = e.sel.name
        why = f"type {self.say(x.type)} has no field or method {name}"
        other = name[:1].swapcase() + name[1:]
        base = x.type.elem if isinstance(x.type, t.Pointer) else x.type
        if isinstance(x.type, t.Pointer) and t.is_interface(base):
            why = f"type {self.say(x.type)} is pointer to interface, not interface"
        else:
            again = lookup(x.type, other)
            if again is not None:
                what = "field" if again.field is not None else "method"
                what = f"{what} " if self.minor >= 24 else ""
                why += f", but does have {what}{other}"
        self.fail(e.sel, f"{shown(e)} undefined ({why})")
        return self.bad(e)

    def _method_value(self, e: n.Selector, x: Operand, found: Found) -> Operand:
        method = found.method
        if isinstance(method, Method):
            pointer = isinstance(x.type, t.Pointer) or found.indirect
            if method.pointer and not pointer:
                if x.mode != "var":
                    text = f"cannot call pointer method {e.sel.name} on {self.say(x.type)}"
                    self.fail(e.sel, text)
                    return self.bad(e)
                self.mark_addressed(e.x)
            signature = self.method_signature(method, found.base)
            self.frame.touched.add(method.decl)
        else:
            signature = method
        return self.note(e, Operand("value", signature, e, obj=found))

    def _method_expression(self, e: n.Selector, x: Operand) -> Operand:
        found = lookup(x.type, e.sel.name)
        if found is None or found.method is None:
            self.fail(
                e.sel,
                f"{shown(e)} undefined (type {self.say(x.type)} has no field or method {e.sel.name})",
            )
            return self.bad(e)
        inner = found.method
        if isinstance(inner, Method):
            inner = self.method_signature(inner, found.base)
        signature = t.Signature((x.type, *inner.params), inner.results, inner.variadic)
        self.method_values.add(e.sel.name)
        self.reach(found.base)
        return self.note(e, Operand("value", signature, e, value="method", obj=found))

    def mark_addressed(self, e: Any) -> None:
        """Note that there is a pointer to what this expression denotes."""
        while isinstance(e, (n.Paren, n.Selector, n.Index)):
            if isinstance(e, (n.Selector, n.Index)):
                x = self.frame.info.get(e.x)
                under = None if x is None or x.type is None else x.type.underlying
                if not isinstance(under, (t.Struct, t.Array)):
                    return
            e = e.x
        x = self.frame.info.get(e)
        if x is not None and isinstance(x.obj, Var):
            x.obj.addressed = True

    # -- the rest -------------------------------------------------------------------------------

    def _paren(self, e: n.Paren) -> Operand:
        x = self.raw(e.x)
        return self.note(e, Operand(x.mode, x.type, e, x.value, x.obj))

    def _star(self, e: n.Star) -> Operand:
        x = self.raw(e.x)
        if not x.ok:
            return self.bad(e)
        if x.mode == "type":
            return self.note(e, Operand("type", t.Pointer(x.type), e))
        if x.mode == "nil":
            self.fail(e, "invalid operation: cannot indirect nil")
            return self.bad(e)
        under = x.type.underlying
        if not isinstance(under, t.Pointer):
            self.fail(e.x, f"invalid operation: cannot indirect {self.describe(x)}")
            return self.bad(e)
        return self.note(e, Operand("var", under.elem, e))

    def _index(self, e: n.Index) -> Operand:
        x = self.raw(e.x)
        if not x.ok:
            for index in e.indices:
                self.raw(index)
            return self.bad(e)
        if x.mode == "type":
            return self.note(e, Operand("type", self.typ(e), e))
        if x.mode == "generic":
            return self.explicit_instance(e, x)
        x = self.expr(e.x)
        if not x.ok:
            return self.bad(e)
        under = x.type.underlying
        if isinstance(under, t.Map):
            self.assign(self.expr(e.indices[0], under.key), under.key, "map index")
            return self.note(e, Operand("mapindex", under.elem, e))
        if isinstance(under, t.Pointer) and isinstance(under.elem.underlying, t.Array):
            under = under.elem.underlying
            mode = "var"
        else:
            mode = "var" if isinstance(under, t.Slice) or x.mode == "var" else "value"
        length = under.length if isinstance(under, t.Array) else None
        if t.kind_of(x.type) == "string":
            return self._string_index(e, x)
        if not isinstance(under, (t.Slice, t.Array)):
            at = n.Node().at(e)
            at.col += e.x.end - e.x.start
            self.fail(at, f"invalid operation: cannot index {self.describe(x)}")
            return self.bad(e)
        self.index_value(e.indices[0], length)
        return self.note(e, Operand(mode, under.elem, e))

    def _string_index(self, e: n.Index, x: Operand) -> Operand:
        length = len(x.value) if x.mode == "const" else None
        self.index_value(e.indices[0], length)
        if x.mode == "const":
            self.default(x)
        return self.value(e, t.UINT8)

    def explicit_instance(self, e: n.Index, x: Operand) -> Operand:
        """Check ``f[T]``."""
        raise NotImplementedError

    def index_value(self, e: Any, length: int | None) -> Operand | None:
        """Check an index or a slice bound."""
        i = self.expr(e)
        if not i.ok:
            return None
        if i.mode == "const" and t.kind_of(i.type) == "string" and i.type.untyped:
            self.fail(e, f"cannot convert {self.describe(i)} to type int")
            return None
        if i.mode == "const":
            if represent(i.value, t.INT) is None:
                what = "truncated to int" if t.kind_of(i.type) == "float" else "must be integer"
                self.fail(
                    e,
                    f"{shown(e)} ({i.type} constant) {what}"
                    if what[0] == "t"
                    else f"invalid argument: index {self.describe(i)} must be integer",
                )
                return None
            if i.value < 0:
                self.fail(
                    e,
                    f"invalid argument: index {shown(e)} (constant of type int) must not be negative",
                )
                return None
            if length is not None and i.value >= length:
                self.fail(e, f"invalid argument: index {i.value} out of bounds [0:{length}]")
                return None
            if self.is_untyped(i):
                self.settle(i, t.INT)
        elif t.kind_of(i.type) != "int":
            self.fail(e, f"invalid argument: index {self.describe(i)} must be integer")
            return None
        elif self.is_untyped(i):
            self.settle(i, t.INT)
        return i

    def _sliceexpr(self, e: n.SliceExpr) -> Operand:
        x = self.expr(e.x)
        for bound in (e.low, e.high, e.max):
            if bound is not None:
                self.index_value(bound, None)
        if not x.ok:
            return self.bad(e)
        under = x.type.underlying
        if t.kind_of(x.type) == "string":
            return self.value(e, self.default(x) if self.is_untyped(x) else x.type)
        if isinstance(under, t.Slice):
            return self.value(e, x.type)
        if isinstance(under, t.Pointer) and isinstance(under.elem.underlying, t.Array):
            return self.value(e, t.Slice(under.elem.underlying.elem))
        if isinstance(under, t.Array):
            if x.mode != "var":
                self.fail(
                    e, f"invalid operation: {self.describe(x)} (slice of unaddressable value)"
                )
                return self.bad(e)
            self.mark_addressed(e.x)
            return self.value(e, t.Slice(under.elem))
        self.fail(e, f"cannot slice {self.describe(x)}")
        return self.bad(e)

    def _typeassert(self, e: n.TypeAssert) -> Operand:
        x = self.expr(e.x)
        type_ = self.typ(e.type)
        if not x.ok:
            return self.bad(e)
        if not t.is_interface(x.type):
            self.fail(
                e.x,
                f"invalid operation: {shown(e.x)} ({self.describe(x)[len(e.x.text) + 2 :]}"
                " is not an interface",
            )
            return self.bad(e)
        self.check_possible(e, x, type_)
        return self.note(e, Operand("commaok", type_, e))

    def check_possible(self, e: Any, x: Operand, type_: t.Type) -> bool:
        """Check that a value of the interface type of x can be of that type."""
        if t.is_interface(type_) or type_ is t.INVALID or self.in_instance:
            return True
        lacking = self.lacks(type_, x.type.underlying)
        if lacking:
            self.fail(
                e,
                f"impossible type {'assertion' if isinstance(e, n.TypeAssert) else 'switch case'}"
                f": {e.text if isinstance(e, n.TypeAssert) else self.describe(x) + ' cannot have dynamic type ' + self.say(type_)}"
                + (
                    f"\n\t{self.say(type_)} does not implement {self.say(x.type)} {lacking}"
                    if isinstance(e, n.TypeAssert)
                    else f" {lacking}"
                ),
            )
            return False
        return True


_TYPES = frozenset(("ArrayType", "MapType", "ChanType", "FuncType", "StructType", "InterfaceType"))
__all__ = ["COMPARISONS", "ExprChecker"]
