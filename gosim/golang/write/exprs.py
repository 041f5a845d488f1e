"""Go expressions in Python: names, literals, operators, selectors, indices.

Models   the evaluation rules of The Go Programming Language Specification.
Read     gosim.golang.write.writer first, gosim.golang.write.calls next.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Any

from gosim.golang.check.constants import default_type
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Func, Method, Operand, Var
from gosim.golang.values.boxes import copier_of, is_boxed, keeps_key, zero_of
from gosim.golang.values.makechan import element
from gosim.golang.values.structs import attribute
from gosim.golang.values.support import asserter, ok_asserter
from gosim.golang.write.ordering import OrderWriter

_NAMES = re.compile(r"[\w.]+")


class ExprWriter(OrderWriter):
    """Write expressions.  Each method returns Python text."""

    # -- values for a target --------------------------------------------------------------------

    def value(self, e: Any, target: Any = None) -> str:
        """Return an expression converted to the target's type, copied if need be."""
        x = self.info(e)
        if target is None:
            target = default_type(x.type)
        if x.mode == "nil":
            return self.nil(target)
        if x.mode == "const":
            return self.const_value(x.value, x.type, target)
        text = self.converted(self.copied(e, x), x.type, target, self._never_nil(e))
        return self.boxed(e, x.type, text) if target is not x.type else text

    def const_value(self, value: Any, type_: Any, target: Any) -> str:
        """Return a constant as a value of the target's type."""
        if isinstance(target.underlying, t.Interface):
            kind = default_type(type_)
            return self.converted(self.literal(value, kind), kind, target)
        return self.literal(value, target)

    def literal(self, value: Any, type_: Any) -> str:
        """Return the Python literal of a constant."""
        kind = t.kind_of(type_)
        if kind == "float":
            number = float(value)
            return repr(number) if math.isfinite(number) else f"float('{number}')"
        if kind == "int" and isinstance(value, Fraction):
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and value < 0:
            return f"({value})"
        return repr(value)

    def converted(self, text: str, have: Any, want: Any, never_nil: bool = False) -> str:
        """Return the text of a value of type `have` as one of type `want`."""
        if have is None or not isinstance(want.underlying, t.Interface):
            return text
        if isinstance(have.underlying, t.Interface):
            return text
        have = default_type(have)
        if is_boxed(have):
            return f"{self.box_name(have)}({text})"
        if isinstance(have, t.Pointer) and not never_nil:
            return f"pointer_box({text}, {self.box_name(have)})"
        return text

    def _never_nil(self, e: Any) -> bool:
        while isinstance(e, n.Paren):
            e = e.x
        return isinstance(e, n.Unary) and e.op == "&"

    def copied(self, e: Any, x: Operand) -> str:
        """Return an expression; a struct or an array that somebody else holds is copied."""
        text = self.expr(e)
        if not t.is_aggregate(x.type) or self.is_fresh(e):
            return text
        return self.copy(text, x.type)

    def copy(self, text: str, type_: Any) -> str:
        """Return a copy of a struct or an array."""
        if isinstance(type_.underlying, t.Struct):
            return f"({text}).copy_()" if text.startswith(("yield", "(")) else f"{text}.copy_()"
        if not t.is_aggregate(type_.underlying.elem):
            return f"list({text})"
        return f"{self.function_constant('copy', type_, copier_of(type_))}({text})"

    def is_fresh(self, e: Any) -> bool:
        """Return whether nobody else holds the value of the expression."""
        while isinstance(e, n.Paren):
            e = e.x
        if isinstance(e, n.Call):
            return self.info(e.fun).mode != "type" or self.is_fresh(e.args[0])
        return isinstance(e, (n.CompositeLit, n.TypeAssert))

    def nil(self, type_: Any) -> str:
        """Return the nil of a type."""
        under = type_.underlying
        if isinstance(under, t.Slice):
            return "NIL_SLICE"
        return "NIL_MAP" if isinstance(under, t.Map) else "None"

    def zero(self, type_: Any) -> str:
        """Return the zero value of a type."""
        under = type_.underlying
        if isinstance(under, t.Basic):
            return {"int": "0", "float": "0.0", "string": "''", "bool": "False"}.get(
                under.kind, "None"
            )
        if isinstance(under, t.Struct):
            return f"{self.class_name(type_)}()"
        if isinstance(under, t.Array):
            if not t.is_aggregate(under.elem):
                return f"[{self.zero(under.elem)}] * {under.length}"
            return f"zero_of({self.type_name(type_)})"
        if isinstance(under, t.Opaque):
            return self.constant(("zero", type_), f"{self.type_name(type_)[:-2]}_zero", under.zero)
        return self.nil(type_)

    # -- dispatch -------------------------------------------------------------------------------

    def expr(self, e: Any) -> str:
        """Return an expression."""
        if e in self.early:
            return self.early[e]
        x = self.frame.info.get(e)
        if x is not None and x.mode == "const":
            return self.literal(x.value, default_type(x.type))
        if x is not None and x.mode == "nil":
            return self.nil(x.type) if x.type is not t.UNTYPED_NIL else "None"
        return getattr(self, "_" + type(e).__name__.lower())(e)  # type: ignore[no-any-return]

    def _paren(self, e: n.Paren) -> str:
        return self.expr(e.x)

    def _ident(self, e: n.Ident) -> str:
        obj = self.info(e).obj
        if isinstance(obj, Var):
            return self.variable(obj)
        assert isinstance(obj, Func)
        return self.function_value(obj, self.info(e).value or ())

    def variable(self, var: Var) -> str:
        """Return the value of a variable."""
        name = self.var_name(var)
        return f"{name}.v" if self.is_cell(var) else name

    def function_value(self, func: Func, args: Any) -> str:
        """Return a function as a value."""
        raise NotImplementedError

    def _funclit(self, e: n.FuncLit) -> str:
        return self.closure(e)

    def closure(self, e: n.FuncLit) -> str:
        """Write a function literal before the statement; return its name."""
        raise NotImplementedError

    # -- literals -------------------------------------------------------------------------------

    def _compositelit(self, e: n.CompositeLit) -> str:
        with self.calls_first(e):
            return self._composite(e)

    def _composite(self, e: n.CompositeLit) -> str:
        type_ = self.info(e).type
        if e.type is None and isinstance(type_.underlying, t.Pointer):
            type_ = type_.underlying.elem
            text = self._literal_of(e, type_)
            return self.object_at(e, type_, text) if self.is_heap(e) else text
        return self._literal_of(e, type_)

    def _literal_of(self, e: n.CompositeLit, type_: Any) -> str:
        under = type_.underlying
        if isinstance(under, t.Opaque):
            return self.zero(type_)
        if isinstance(under, t.Struct):
            return self._struct_literal(e, type_, under)
        if isinstance(under, t.Map):
            pairs = ", ".join(
                f"{self.map_key(key, under.key)}: {self.value(item, under.elem)}"
                for key, item in e.elements
            )
            site = self.map_site(e, under)
            return f"filled_map({site}, {{{pairs}}})" if pairs else f"new_map({site})"
        items = self._items(e, under)
        if isinstance(under, t.Array):
            return items
        return self.sliced(e, under.elem, f"slice_of({items})")

    def _items(self, e: n.CompositeLit, under: Any) -> str:
        """Return the Python list of the elements of an array or a slice."""
        placed: dict[int, str] = {}
        at = 0
        for key, item in e.elements:
            if key is not None:
                at = int(self.info(key).value)
            placed[at] = self.value(item, under.elem)
            at += 1
        length = under.length if isinstance(under, t.Array) else max(placed, default=-1) + 1
        if len(placed) == length:
            return f"[{', '.join(placed[i] for i in range(length))}]"
        if not placed:
            return self.zero(under) if isinstance(under, t.Array) else "[]"
        zero = self.zero(under.elem)
        return f"[{', '.join(placed.get(i, zero) for i in range(length))}]"

    def _struct_literal(self, e: n.CompositeLit, type_: Any, under: t.Struct) -> str:
        parts = []
        if e.elements and e.elements[0][0] is None:
            for field, (_, item) in zip(under.fields, e.elements, strict=True):
                parts.append(self.value(item, field.type))
        else:
            fields = {field.name: field for field in under.fields}
            for key, item in e.elements:
                assert isinstance(key, n.Ident)
                text = self.value(item, fields[key.name].type)
                parts.append(f"{attribute(key.name)}={text}")
        return f"{self.class_name(type_)}({', '.join(parts)})"

    # -- selectors ------------------------------------------------------------------------------

    def _selector(self, e: n.Selector) -> str:
        x = self.info(e)
        if isinstance(x.obj, Var):
            return self.variable(x.obj)
        if isinstance(x.obj, Func):
            return self.function_value(x.obj, x.value or ())
        found = x.obj
        assert isinstance(found, Found)
        if found.field is not None:
            return f"{self.through(e.x, found)}.{attribute(found.field.name)}"
        return self.method_value(e, x, found)

    def through(self, e: Any, found: Found) -> str:
        """Return what is reached through embedded fields."""
        text = self.expr(e)
        base = self.info(e).type
        if isinstance(base, t.Pointer) and isinstance(base.elem.underlying, t.Pointer):
            text += ".v"
        for field in found.path:
            text += f".{attribute(field.name)}"
        return text

    def method_value(self, e: n.Selector, x: Operand, found: Found) -> str:
        """Return a method as a value."""
        raise NotImplementedError

    def receiver(self, e: Any, found: Found, method: Method) -> str:
        """Return the receiver of a method as its function wants it."""
        if not found.path:
            have = self.info(e).type
            if method.pointer:
                return self.expr(e) if isinstance(have, t.Pointer) else self.address(e)
            text = self.expr(e)
            if isinstance(have, t.Pointer) and not t.is_aggregate(have.elem):
                return f"{text}.v"
            return text
        last = found.path[-1].type
        text = self.through(e, found)
        base = last.elem if isinstance(last, t.Pointer) else last
        if t.is_aggregate(base):
            return text
        if method.pointer and not isinstance(last, t.Pointer):
            owner, _, name = text.rpartition(".")
            return f"FieldRef({owner}, {name!r})"
        return f"{text}.v" if isinstance(last, t.Pointer) and not method.pointer else text

    # -- pointers -------------------------------------------------------------------------------

    def _star(self, e: n.Star) -> str:
        type_ = self.info(e).type
        text = self.expr(e.x)
        return text if t.is_aggregate(type_) else f"{text}.v"

    def address(self, e: Any) -> str:
        """Return ``&e``."""
        while isinstance(e, n.Paren):
            e = e.x
        type_ = self.info(e).type
        if isinstance(e, n.Star):
            return self.expr(e.x)
        if t.is_aggregate(type_):
            made = isinstance(e, n.CompositeLit) and self.is_heap(e)
            return self.object_at(e, type_, self.expr(e)) if made else self.expr(e)
        if isinstance(e, n.CompositeLit):
            return f"Cell({self.expr(e)})"
        x = self.info(e)
        if isinstance(x.obj, Var):
            name = self.var_name(x.obj)
            return name if x.obj.frame is not None else f"GlobalRef(globals(), {name!r})"
        if isinstance(e, n.Selector):
            owner, _, name = self.expr(e).rpartition(".")
            return f"FieldRef({owner}, {name!r})"
        assert isinstance(e, n.Index)
        index = self.index_text(e.indices[0])
        name = "elem_ref" if isinstance(self.info(e.x).type.underlying, t.Slice) else "item_ref"
        return f"{name}({self.expr(e.x)}, {index})"

    def within(self, e: Any, text: str) -> str:
        """Return a pointer to a part of something; it keeps all of it."""
        keeper = self._keeper(e)
        _, _, direct = text.partition("Ref(" if text.startswith("FieldRef(") else "item_ref(")
        if not _NAMES.fullmatch(keeper) or direct.startswith(f"{keeper}, "):
            return text
        return f"within({keeper}, {text})"

    def _keeper(self, e: Any) -> str:
        """Return what holds the memory that an expression lies in, or an empty string."""
        while isinstance(e, n.Paren):
            e = e.x
        if isinstance(e, n.Index) or (
            isinstance(e, n.Selector) and isinstance(self.info(e).obj, Found)
        ):
            kind = self.info(e.x).type.underlying
            if isinstance(kind, (t.Slice, t.Pointer)):
                return self.expr(e.x)
            return self._keeper(e.x)
        var = self.info(e).obj if isinstance(e, n.Ident) else None
        return self.var_name(var) if isinstance(var, Var) and self.is_moved(var) else ""

    def simple(self, text: str) -> str:
        """Return a name for the value, so that it can be written twice."""
        if text.isidentifier() or text.lstrip("-").isdigit():
            return text
        name = self.temporary()
        self.line(f"{name} = {text}")
        return name

    # -- indices --------------------------------------------------------------------------------

    def _index(self, e: n.Index) -> str:
        x = self.info(e)
        if isinstance(x.obj, Func):
            return self.function_value(x.obj, x.value or ())
        of = self.info(e.x)
        under = of.type.underlying
        if isinstance(under, t.Map):
            return self.map_read(e, x, under)
        s, i = self.expr(e.x), self.index_text(e.indices[0])
        if t.kind_of(of.type) == "string":
            return f"byte_at({s}, {i})"
        if isinstance(under, t.Slice):
            if s.isidentifier() and (i.isidentifier() or i.isdigit()):
                return f"({s}.a[{s}.o + {i}] if 0 <= {i} < {s}.n else bad_index({i}, {s}.n))"
            return f"at({s}, {i})"
        length = under.length if isinstance(under, t.Array) else under.elem.underlying.length
        if i.isdigit():
            return f"{s}[{i}]"
        if i.isidentifier():
            return f"({s}[{i}] if 0 <= {i} < {length} else bad_index({i}, {length}))"
        return f"item({s}, {i})"

    def index_text(self, e: Any) -> str:
        """Return an index as an integer."""
        x = self.info(e)
        return str(int(x.value)) if x.mode == "const" else self.expr(e)

    def map_key(self, e: Any, type_: Any) -> str:
        """Return a key as the map stores it."""
        text = self.value(e, type_)
        return text if keeps_key(type_) else f"to_key({self.type_name(type_)}, {text})"

    def map_read(self, e: n.Index, x: Operand, under: t.Map) -> str:
        """Return ``m[k]``, or the pair of it and whether it is there."""
        m, key = self.expr(e.x), self.map_key(e.indices[0], under.key)
        zero = self.zero(under.elem)
        if x.value == "commaok":
            return f"map_ok({m}, {key}, {zero})"
        return f"{m}.get({key})" if zero == "None" else f"{m}.get({key}, {zero})"

    def _sliceexpr(self, e: n.SliceExpr) -> str:
        of = self.info(e.x)
        low, high, most = (
            "None" if bound is None else self.index_text(bound) for bound in (e.low, e.high, e.max)
        )
        text = self.expr(e.x)
        if t.kind_of(of.type) == "string":
            return f"substring({text}, {low}, {high})"
        under = of.type.underlying
        if isinstance(under, t.Slice):
            return f"slice_slice({text}, {low}, {high}, {most}, {self.type_name(under.elem)})"
        if isinstance(under, t.Pointer):
            under = under.elem.underlying
        whole = f"slice_array({text}, {low}, {high}, {most}, {self.type_name(under.elem)})"
        return whole if isinstance(e.x, n.Ident) else self.within(e.x, whole)

    def _typeassert(self, e: n.TypeAssert) -> str:
        x, static = self.info(e), self.info(e.x).type
        text = self.expr(e.x)
        if x.value == "commaok":
            return f"{self.function_constant('ok_as', x.type, ok_asserter(x.type))}({text})"
        return f"{self.function_constant('as', x.type, asserter(x.type, static), static)}({text})"

    def element_name(self, elem: Any) -> str:
        """Return the name of what make_chan needs to know of a type."""
        return self.constant(("elem", elem), f"{self.type_name(elem)[:-2]}_elem", element(elem))

    def zero_value(self, type_: Any) -> Any:
        """Return the zero value itself."""
        return zero_of(type_)
