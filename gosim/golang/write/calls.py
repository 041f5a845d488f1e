"""Go calls in Python: functions, methods, conversions, predeclared functions.

Models   calls, conversions and builtins of The Go Programming Language Specification.
Read     gosim.golang.write.exprs first, gosim.golang.write.stmts next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.constants import default_type
from gosim.golang.natives import taking_slice, waits
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Frame, Func, Method, Operand
from gosim.golang.values.boxes import equal
from gosim.golang.values.containers import size_of
from gosim.golang.values.structs import VARIADIC, attribute, struct_class
from gosim.golang.values.support import EXACT
from gosim.golang.write.operators import OperatorWriter
from gosim.golang.write.sites import PARTING


class CallWriter(OperatorWriter):
    """Write calls."""

    def _call(self, e: n.Call) -> str:
        fun = self.info(e.fun)
        if fun.mode == "type":
            return self._conversion(e)
        if fun.mode == "builtin":
            return getattr(self, f"_builtin_{fun.obj.name}")(e)  # type: ignore[no-any-return]
        callee, args, colour = self.parts(e, fun)
        text = self.coloured(f"{callee}({', '.join(args)})", colour)
        func = (
            fun.obj.method.decl
            if isinstance(fun.obj, Found) and isinstance(fun.obj.method, Method)
            else fun.obj
        )
        return (
            self.new_value(func, e, text)
            if isinstance(func, Func) and func.decl.body is None
            else text
        )

    def coloured(self, text: str, colour: str) -> str:
        """Return a call that may wait as an expression."""
        if colour == "plain":
            return text
        if colour == "operation":
            return f"(yield {text})"
        return f"(yield from {text})" if colour == "generator" else f"(yield from settle({text}))"

    def parts(self, e: n.Call, fun: Operand) -> tuple[str, list[str], str]:
        """Return (function, arguments, colour) of a call of a function or a method."""
        callee, first, colour, native = self._callee(e, fun)
        signature = fun.type.underlying
        assert isinstance(signature, t.Signature)
        with self.calls_first(*e.args):
            args = self._arguments(e, signature, native)
        return callee, first + args, colour

    def _callee(self, e: n.Call, fun: Operand) -> tuple[str, list[str], str, bool]:
        """Return (function, leading arguments, colour, whether Python wrote it)."""
        obj = fun.obj
        if isinstance(obj, Func):
            return self._function_callee(obj, fun.value or ())
        if isinstance(obj, Frame):
            return self.expr(e.fun), [], "generator" if obj.waits else "plain", False
        if isinstance(obj, Found) and obj.method is not None and fun.value != "method":
            return self._method_callee(e.fun, obj)
        dynamic = self.program.waits_as(fun.type.underlying)
        return self.expr(e.fun), [], "dynamic" if dynamic else "plain", False

    def _function_callee(self, func: Func, args: Any) -> tuple[str, list[str], str, bool]:
        if func.decl.body is None:
            native = self.check.native_of(func)
            name = self.native_name(func, native)
            return name, [self.type_name(arg) for arg in args], _colour_of(native), True
        frame = func.frames[args]
        return self.frame_name(frame), [], "generator" if frame.waits else "plain", False

    def _method_callee(self, selector: Any, found: Found) -> tuple[str, list[str], str, bool]:
        while isinstance(selector, n.Paren):
            selector = selector.x
        method = found.method
        name = selector.sel.name
        if not isinstance(method, Method):
            dynamic = self.program.waits_through(name)
            name = self.dynamic_attribute(name, method)
            text = f"{self.through(selector.x, found)}.{name}"
            return text, [], "dynamic" if dynamic else "plain", False
        receiver = self.receiver(selector.x, found, method)
        if self.spawning and not method.pointer and t.is_aggregate(found.base):
            receiver = self.copy(receiver, found.base)
        if method.decl.decl.body is None:
            native = self.check.native_of(method.decl)
            if isinstance(found.base.underlying, t.Struct):
                return f"{receiver}.{attribute(name)}", [], _colour_of(native), True
            return self.native_name(method.decl, native), [receiver], _colour_of(native), True
        frame = self.method_frame(method)
        return self.frame_name(frame), [receiver], "generator" if frame.waits else "plain", False

    def dynamic_attribute(self, name: str, signature: t.Signature) -> str:
        """Return the attribute of a method that is called through an interface."""
        return attribute(name) + (VARIADIC if signature.variadic else "")

    def method_frame(self, method: Method) -> Frame:
        """Return the frame of a method that is translated."""
        return method.decl.frames["method", method.type_args]

    def native_name(self, func: Func, native: Any) -> str:
        """Return the name of a Python function of the library."""
        package = func.package.name if func.package is not None else ""
        owner = f"{func.receiver.name}_" if func.receiver is not None else ""
        if package in ("strings", "bytes") and not owner and func.name in PARTING:
            native = self.objects.parting(native)
        return self.constant(("native", func), f"{package}_{owner}{func.name}", lambda: native)

    def frame_name(self, frame: Frame) -> str:
        """Return the module's name of a function."""
        if not frame.python:
            frame.python = self.module_name(self._wanted_name(frame))
        return frame.python

    def _wanted_name(self, frame: Frame) -> str:
        func = frame.func
        assert func is not None
        prefix = ""
        if func.package is not None and func.package is not self.program.main:
            prefix = func.package.name + "_"
        if func.receiver is not None:
            named, _ = frame.args
            args = "".join("_" + str(arg) for arg in named.args)
            return f"{prefix}{named.name}{args}_{func.name}".replace("main.", "")
        args = "".join("_" + str(arg) for arg in frame.args)
        return f"{prefix}{func.name}{args}".replace("main.", "")

    def _arguments(self, e: n.Call, signature: t.Signature, native: bool) -> list[str]:
        params = list(signature.params)
        if len(e.args) == 1 and self._is_tuple(e.args[0]):
            return self._tuple_arguments(e.args[0], signature, native)
        if not signature.variadic:
            return [self.passed(arg, param) for arg, param in zip(e.args, params, strict=True)]
        last = params.pop()
        assert isinstance(last, t.Slice)
        fixed = [self.passed(arg, param) for arg, param in zip(e.args, params, strict=False)]
        rest = e.args[len(params) :]
        if e.spread:
            text = self.value(rest[0], last)
            return [*fixed, f"*{text}.items()" if native else text]
        items = [self.value(arg, last.elem) for arg in rest]
        if native:
            return fixed + items
        return [*fixed, f"slice_of([{', '.join(items)}])" if items else "NIL_SLICE"]

    def passed(self, arg: Any, param: Any) -> str:
        """Return an argument; a function copies structs and arrays itself, if it must."""
        x = self.info(arg)
        if not self.spawning and x.mode not in ("const", "nil") and t.is_aggregate(param):
            return self.expr(arg)
        return self.value(arg, param)

    spawning = False

    def _is_tuple(self, arg: Any) -> bool:
        x = self.info(arg)
        return x.mode == "value" and isinstance(x.type, t.Tuple)

    def _tuple_arguments(self, arg: Any, signature: t.Signature, native: bool) -> list[str]:
        """Pass on the several results of a call."""
        have = self.info(arg).type.items
        params = list(signature.params)
        if signature.variadic:
            last = params.pop()
            assert isinstance(last, t.Slice)
            params += [last.elem] * (len(have) - len(params))
        name = self.temporary("_r")
        self.line(f"{name} = {self.expr(arg)}")
        texts = [
            self.converted(f"{name}[{i}]", kind, param)
            for i, (kind, param) in enumerate(zip(have, params, strict=True))
        ]
        if signature.variadic and not native:
            count = len(signature.params) - 1
            return [*texts[:count], f"slice_of([{', '.join(texts[count:])}])"]
        return texts

    # -- functions and methods as values --------------------------------------------------------

    def function_value(self, func: Func, args: Any) -> str:
        """Return a function as a value."""
        name, first, _, native = self._function_callee(func, args)
        if not native:
            return name
        return f"native_value({', '.join([name, repr(self._fixed(func)), *first])})"

    def _fixed(self, func: Func) -> int:
        """Return how many parameters come before the variadic one; -1 if there is none."""
        params = func.decl.type.params
        return len(params) - 1 if params and params[-1].variadic else -1

    def method_value(self, e: n.Selector, x: Operand, found: Found) -> str:
        """Return a method as a value, or a method expression."""
        name = attribute(e.sel.name)
        method = found.method
        if x.value == "method":
            if not isinstance(method, Method):
                name = self.dynamic_attribute(e.sel.name, method)
            static = self.type_name(self.info(e.x).type)
            return (
                f"method_expression({static}, {name!r})"
                if not self._plain_receiver(e, found)
                else (self._method_function(found))
            )
        if not isinstance(method, Method):
            name = self.dynamic_attribute(e.sel.name, method)
            return f"bind_dynamic({self.through(e.x, found)}, {name!r})"
        receiver = self.receiver(e.x, found, method)
        if not method.pointer and t.is_aggregate(found.base):
            receiver = self.copy(receiver, found.base)
        text = f"bind({self._method_function(found)}, {receiver})"
        if method.decl.decl.body is None or not self.is_heap(e):
            return text
        have = t.Pointer(found.base) if method.pointer else found.base
        return f"owned({self.site(e, 'method value', 8 + size_of(have), True)}, {text})"

    def _plain_receiver(self, e: n.Selector, found: Found) -> bool:
        return (
            isinstance(found.method, Method)
            and not found.path
            and not isinstance(self.info(e.x).type, t.Pointer)
        ) or (isinstance(found.method, Method) and not found.path and found.method.pointer)

    def _method_function(self, found: Found) -> str:
        method = found.method
        if method.decl.decl.body is not None:
            return self.frame_name(self.method_frame(method))
        native = self.check.native_of(method.decl)
        if self._fixed(method.decl) < 0:
            return self.native_name(method.decl, native)
        key = ("taking", method.decl)
        return self.constant(key, f"{method.name}_of_slice", lambda: taking_slice(native))

    # -- conversions ----------------------------------------------------------------------------

    def _conversion(self, e: n.Call) -> str:
        target = self.info(e).type
        x = self.info(e.args[0])
        if x.mode == "nil":
            return self.nil(target)
        want = target.underlying
        if x.mode == "const":
            text = self.literal(x.value, default_type(x.type))
            if isinstance(want, t.Interface):
                return self.const_value(x.value, x.type, target)
        else:
            text = self.copied(e.args[0], x)
        have = default_type(x.type).underlying
        if isinstance(want, t.Interface):
            return self.converted(text, x.type, target)
        if isinstance(want, t.Basic) and isinstance(have, t.Basic):
            return self._number(text, have, want)
        if isinstance(want, t.Basic) and want.kind == "string":
            text = f"string_of_{'bytes' if have.elem.underlying is t.UINT8 else 'runes'}({text})"
            return self.text_at(e, text)
        if isinstance(have, t.Basic) and have.kind == "string":
            name = "bytes" if want.elem.underlying is t.UINT8 else "runes"
            room = EXACT if x.mode == "const" else 0 if self.is_heap(e) else 32
            return self.sliced(e, want.elem, f"to_slice_of_{name}({text}, {room})")
        if isinstance(want, t.Struct) and target is not x.type:
            return self._struct_conversion(text, x.type, target, want)
        if isinstance(want, t.Array) and isinstance(have, t.Slice):
            return self.copy(f"array_of_slice({text}, {want.length})", target)
        if isinstance(want, t.Pointer) and isinstance(have, t.Slice):
            length = want.elem.underlying.length  # type: ignore[attr-defined]
            return f"(None if (_t := {text}) is NIL_SLICE else array_of_slice(_t, {length}))"
        return text

    def _number(self, text: str, have: t.Basic, want: t.Basic) -> str:
        if want.kind == "string":
            return text if have.kind == "string" else f"rune_string({text})"
        if want.kind == "float":
            if have.kind == "int":
                return f"to_float({text}, {want.bits})"
            return f"f32({text})" if want.bits == 32 and have.bits != 32 else text
        if want.kind == "int" and have.kind == "float":
            return f"to_int({self.type_name(want)}, {text})"
        if want.kind == "int" and have is not want and not _holds(want, have):
            return self.wrapped(text, want)
        return text

    def _struct_conversion(self, text: str, have: Any, target: Any, want: t.Struct) -> str:
        if struct_class(have) is struct_class(target):
            return text
        name = self.simple(text)
        parts = ", ".join(
            f"{name}.{attribute(field.name, i)}" for i, field in enumerate(want.fields)
        )
        return f"{self.class_name(target)}({parts})"

    # -- predeclared functions ------------------------------------------------------------------

    def _builtin_append(self, e: n.Call) -> str:
        with self.calls_first(*e.args):
            return self._append(e)

    def _append(self, e: n.Call) -> str:
        type_ = self.info(e).type
        elem = type_.underlying.elem
        s, name = self.value(e.args[0], type_), self.type_name(elem)
        at = self.array_of(e, elem, growing=True)
        if e.spread:
            if t.kind_of(default_type(self.info(e.args[1]).type)) == "string":
                return f"extend({s}, {name}, list({self.expr(e.args[1])}.encode('latin-1')), {at})"
            items = f"{self.value(e.args[1], type_)}.items()"
            if t.is_aggregate(elem):
                items = f"copy_list({name}, {items})"
            return f"extend({s}, {name}, {items}, {at})"
        items_ = [self.value(arg, elem) for arg in e.args[1:]]
        if len(items_) == 1:
            return f"append1({s}, {name}, {items_[0]}, {at})"
        return f"extend({s}, {name}, [{', '.join(items_)}], {at})" if items_ else s

    def _builtin_len(self, e: n.Call) -> str:
        x = self.info(e.args[0])
        text = self.expr(e.args[0])
        under = x.type.underlying
        if isinstance(under, t.Slice):
            return f"{text}.n"
        if isinstance(under, t.Pointer):  # The length of an array is that of its type.
            length = under.elem.underlying.length  # type: ignore[attr-defined]
            return f"({text}, {length})[1]" if "(" in text or "yield" in text else str(length)
        return f"length({text})" if isinstance(under, t.Chan) else f"len({text})"

    def _builtin_cap(self, e: n.Call) -> str:
        under = self.info(e.args[0]).type.underlying
        if isinstance(under, t.Slice):
            return f"{self.expr(e.args[0])}.c"
        if isinstance(under, t.Chan):
            return f"chan_cap({self.expr(e.args[0])})"
        return self._builtin_len(e)

    def _builtin_clear(self, e: n.Call) -> str:
        under = self.info(e.args[0]).type.underlying
        text = self.expr(e.args[0])
        if isinstance(under, t.Map):
            return f"{text}.clear()"
        return f"clear_slice({text}, {self.type_name(under.elem)})"

    def _builtin_close(self, e: n.Call) -> str:
        return f"close({self.expr(e.args[0])})"

    def _builtin_copy(self, e: n.Call) -> str:
        under = self.info(e.args[0]).type.underlying
        source = self.expr(e.args[1])
        if t.kind_of(default_type(self.info(e.args[1]).type)) == "string":
            source = f"to_slice_of_bytes({source})"
        return f"copy_items({self.expr(e.args[0])}, {source}, {self.type_name(under.elem)})"

    def _builtin_delete(self, e: n.Call) -> str:
        under = self.info(e.args[0]).type.underlying
        return f"{self.expr(e.args[0])}.pop({self.map_key(e.args[1], under.key)}, None)"

    def _builtin_make(self, e: n.Call) -> str:
        under = self.info(e).type.underlying
        sizes = [self.index_text(arg) for arg in e.args[1:]]
        if isinstance(under, t.Chan):
            return f"make_chan({', '.join([self.element_name(under.elem), *sizes])})"
        if isinstance(under, t.Map):
            return f"new_map({', '.join([self.map_site(e, under), *sizes])})"
        text = f"make_of({', '.join([self.type_name(under.elem), *sizes])})"
        return self.sliced(e, under.elem, text)

    def _extreme(self, e: n.Call) -> str:
        type_ = self.info(e).type
        args = ", ".join(self.operand(arg, type_) for arg in e.args)
        name = e.fun.text
        return f"float_{name}({args})" if t.kind_of(type_) == "float" else f"{name}({args})"

    _builtin_max = _builtin_min = _extreme

    def _builtin_new(self, e: n.Call) -> str:
        type_ = self.info(e).type.elem
        x = self.info(e.args[0])
        text = self.zero(type_) if x.mode == "type" else self.value(e.args[0], type_)
        text = text if t.is_aggregate(type_) else f"Cell({text})"
        return self.object_at(e, type_, text) if self.is_heap(e) else text

    def _builtin_panic(self, e: n.Call) -> str:
        return f"throw(panic_with({self.value(e.args[0], t.ANY)}))"

    def _builtin_print(self, e: n.Call) -> str:
        newline = e.fun.text == "println"
        if len(e.args) == 1 and self._is_tuple(e.args[0]):
            return f"print_values({self.expr(e.args[0])}, {newline})"
        args = "".join(self.value(arg) + ", " for arg in e.args)
        return f"print_values(({args}), {newline})"

    _builtin_println = _builtin_print

    def _builtin_recover(self, e: n.Call) -> str:
        return "_p.recover()"


def _colour_of(native: Any) -> str:
    if getattr(native, "operation_", False):
        return "operation"
    return "generator" if waits(native) else "plain"


def _holds(want: t.Basic, have: t.Basic) -> bool:
    """Return whether every value of `have` is one of `want`."""
    if not have.bits:
        return True
    low, high = have.bounds
    least, most = want.bounds
    return least <= low and high <= most


__all__ = ["CallWriter", "equal"]
