"""The type checker, calls: functions, methods, conversions; generic functions and inference.

Models   go/types/call.go, conversions.go, infer.go, unify.go.
Read     gosim.golang.check.exprs first, gosim.golang.check.predeclared next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.constants import default_type
from gosim.golang.check.conversions import ConversionChecker
from gosim.golang.errors import Problem
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.inference import core_term, holes_in, params_in, substitute, unify
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Frame, Func, Method, Operand, Scope, TypeName, Var


class CallChecker(ConversionChecker):
    """Check calls."""

    def _call(self, e: n.Call) -> Operand:
        return self.call(e, spawned=False)

    def call(self, e: n.Call, spawned: bool) -> Operand:
        """Check a call; one that is `spawned` does not make its function wait."""
        fun = self.raw(e.fun)
        if not fun.ok:
            for arg in e.args:
                self.raw(arg)
            return self.bad(e)
        if fun.mode == "type":
            return self._conversion(e, fun)
        if fun.mode == "builtin":
            return self.builtin(e, fun.obj.name)
        if fun.mode == "generic":
            args = self._arguments(e, None)
            return self._generic_call(e, fun, args, spawned)
        signature = fun.type.underlying if fun.type is not None else None
        if not isinstance(signature, t.Signature):
            self.fail(e, self._not_callable(fun))
            return self.bad(e)
        args = self._arguments(e, signature)
        self._check_arguments(e, signature, args)
        self._colour(e, fun, signature, spawned)
        return self._result(e, signature)

    def _result(self, e: n.Call, signature: t.Signature) -> Operand:
        if not signature.results:
            return self.note(e, Operand("novalue", t.Tuple(()), e))
        if len(signature.results) == 1:
            return self.value(e, signature.results[0])
        return self.value(e, t.Tuple(signature.results))

    def _colour(self, e: n.Call, fun: Operand, signature: t.Signature, spawned: bool) -> None:
        """Note what is called, to find out later whether it can wait."""
        obj = fun.obj
        if spawned:
            self._make_frame(obj, fun.value or ())
            return
        if isinstance(obj, Func):
            self._colour_func(obj, fun.value or ())
        elif isinstance(obj, Frame):
            self.frame.calls.add(obj)
        elif isinstance(obj, Found) and obj.method is not None:
            method = obj.method
            if isinstance(method, Method):
                if method.decl.decl.body is None:
                    self.frame.waits |= self.native_waits(method.decl)
                else:
                    self.frame.calls.add(self.method_frame(method, obj.base))
            else:
                self.frame.methods.add(e.fun.sel.name)  # type: ignore[attr-defined]
        else:
            self.frame.signatures.add(signature)

    def _make_frame(self, obj: Any, args: Any) -> None:
        """See to it that what is called is translated."""
        if isinstance(obj, Func) and obj.decl.body is not None:
            self.func_frame(obj, args)
        elif isinstance(obj, Found) and isinstance(obj.method, Method):
            if obj.method.decl.decl.body is not None:
                self.method_frame(obj.method, obj.base)

    def _colour_func(self, func: Func, args: Any) -> None:
        if func.decl.body is None:
            self.frame.waits |= self.native_waits(func)
        else:
            self.frame.calls.add(self.func_frame(func, args))

    def native_waits(self, func: Func) -> bool:
        """Return whether a function that is written in Python may wait."""
        raise NotImplementedError

    def func_frame(self, func: Func, args: Any = ()) -> Frame:
        """Return the frame of a function for these type arguments."""
        raise NotImplementedError

    # -- arguments ------------------------------------------------------------------------------

    def _arguments(self, e: n.Call, signature: t.Signature | None) -> list[Operand]:
        """Check the arguments; a single call may give several."""
        if len(e.args) == 1 and not e.spread:
            x = self.raw(e.args[0])
            if x.ok and isinstance(x.type, t.Tuple) and x.mode == "value":
                return [Operand("value", item, e.args[0]) for item in x.type.items]
            return [self._argument(e.args[0], x)]
        return [self._argument(arg, self.raw(arg)) for arg in e.args]

    def _argument(self, arg: Any, x: Operand) -> Operand:
        return x if x.mode == "generic" else self.expr_again(arg, x)

    def expr_again(self, e: Any, x: Operand) -> Operand:
        """Complain about what is no value, given what `raw` found."""
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
        else:
            self.as_value(x)
            return x
        return self.bad(e)

    def _check_arguments(self, e: n.Call, signature: t.Signature, args: list[Operand]) -> bool:
        params = list(signature.params)
        if signature.variadic and not e.spread:
            last = params.pop()
            assert isinstance(last, t.Slice)
            params += [last.elem] * (len(args) - len(params))
        elif e.spread and not signature.variadic:
            self.fail(e.args[-1], f"cannot use ... in call to non-variadic {shown(e.fun)}")
            return False
        few = len(args) < len(params)
        if any(not arg.ok for arg in args):
            return False
        if few or len(args) > len(params):
            have = "(" + ", ".join(self._counted(arg) for arg in args) + ")"
            want = "(" + ", ".join(self.say(param) for param in signature.params) + ")"
            if signature.variadic:
                want = want[: want.rfind("[]")] + "..." + want[want.rfind("[]") + 2 :]
            at = (e.args[-1] if e.args else e) if few else args[len(params)].expr
            self.fail(
                at,
                f"{'not enough' if few else 'too many'} arguments in call to "
                f"{shown(e.fun)}\n\thave {have}\n\twant {want}",
            )
            return False
        name = e.fun.text
        good = [
            self.assign(arg, param, f"argument to {name}")
            for arg, param in zip(args, params, strict=True)
        ]
        return all(good)

    def _counted(self, arg: Operand) -> str:
        if self.is_untyped(arg) and arg.mode == "const" and t.kind_of(arg.type) in ("int", "float"):
            return "number"
        if arg.mode == "nil":
            return "nil"
        return self.say(default_type(arg.type))

    # -- generic functions ----------------------------------------------------------------------

    def explicit_instance(self, e: n.Index, x: Operand) -> Operand:
        """Check ``f[T]``: the whole list, or the beginning of it."""
        func = x.obj
        given = tuple(self.typ(index) for index in e.indices)
        if len(given) > len(func.decl.type_params):
            self.fail(
                e.indices[len(func.decl.type_params)],
                f"got {len(given)} type arguments but "
                f"{func.name} has {len(func.decl.type_params)} type parameters",
            )
            return self.bad(e)
        if len(given) < len(func.decl.type_params):
            return self.note(e, Operand("generic", t.INVALID, e, given, func))
        return self.instance(e, func, given)

    def instance(self, e: Any, func: Func, args: tuple[t.Type, ...]) -> Operand:
        """Return the operand of a generic function with its arguments."""
        scope = self.bound(func.scope, func.decl.type_params, args)
        if not self.satisfy(func.decl.type_params, args, scope, e):
            return self.bad(e)
        signature = self.in_scope(scope, func.package, func.decl.type)
        return self.note(e, Operand("value", signature, e, args, func))

    def _generic_call(self, e: n.Call, fun: Operand, args: list[Operand], spawned: bool) -> Operand:
        if any(not arg.ok for arg in args):
            return self.bad(e)
        bound = self._infer(e, fun, args)
        if bound is None:
            return self.bad(e)
        before = len(self.problems)
        instance = self.instance(e.fun, fun.obj, bound)
        if len(self.problems) > before and not fun.value:
            at = self._opening(e)
            late = self.problems[-1]
            self.problems[-1] = Problem(late.file, at.line, at.col, late.text)
        if not instance.ok:
            return self.bad(e)
        signature = instance.type
        assert isinstance(signature, t.Signature)
        self._check_arguments(e, signature, args)
        self._colour(e, instance, signature, spawned)
        return self._result(e, signature)

    def _infer(self, e: n.Call, fun: Operand, args: list[Operand]) -> tuple[t.Type, ...] | None:
        """Return the type arguments of a call.  Go: infer."""
        func = fun.obj
        holes, scope, signature = self._holes(func)
        bound: dict[t.TypeParam, t.Type] = dict(zip(holes, fun.value or (), strict=False))
        params = self._spread_params(signature, len(args), e.spread)
        if len(args) != len(params) and not (signature.variadic and len(args) >= len(params)):
            self._check_arguments(e, signature, args)
            return None
        untyped = []
        for param, arg in zip(params, args, strict=False):
            if arg.mode == "generic":
                continue
            if self.is_untyped(arg):
                untyped.append((param, arg))
            elif not unify(param, arg.type, bound):
                self.fail(
                    arg.expr,
                    f"type {self.say(arg.type)} of {shown(arg.expr)} does not match "
                    f"{self._shown(param, bound)}",
                )
                return None
        self._defaults(untyped, bound)
        self._from_constraints(holes, scope, func, bound)
        for hole in holes:
            if hole not in bound:
                self.fail(self._opening(e), self._cannot_infer(e, func, hole.name))
                return None
        return tuple(bound[hole] for hole in holes)

    def _opening(self, e: n.Call) -> n.Node:
        """Return the place of the opening parenthesis."""
        made = n.Node().at(e)
        made.col += e.fun.end - e.fun.start
        return made  # type: ignore[no-any-return]

    def _cannot_infer(self, e: n.Call, func: Func, name: str) -> str:
        """Return what is said when an argument cannot be inferred; its words changed in 1.24."""
        place = next(p for p in func.decl.type_params if p.name and p.name.name == name)
        where = f"./{place.file.name}:{place.line}:{place.col}"
        if self.minor < 24:
            return f"in call to {shown(e.fun)}, cannot infer {name}"
        return f"in call to {shown(e.fun)}, cannot infer {name} (declared at {where})"

    def _shown(self, param: t.Type, bound: Any) -> str:
        text = self.say(param)
        if isinstance(param, t.TypeParam) and param in bound:
            return f"inferred type {self.say(bound[param])} for {text}"
        return f"{text} (cannot infer {', '.join(holes_in(param))})"

    def _holes(self, func: Func) -> tuple[list[t.TypeParam], Scope, t.Signature]:
        holes = [t.TypeParam(param.name.name) for param in func.decl.type_params if param.name]
        scope = self.bound(func.scope, func.decl.type_params, tuple(holes))
        self.quiet += 1
        signature = self.in_scope(scope, func.package, func.decl.type)
        self.quiet -= 1
        return holes, scope, signature

    def _spread_params(self, signature: t.Signature, count: int, spread: bool) -> list[t.Type]:
        params = list(signature.params)
        if signature.variadic and not spread:
            last = params.pop()
            assert isinstance(last, t.Slice)
            params += [last.elem] * (count - len(params))
        return params

    def _defaults(self, untyped: list[tuple[Any, Operand]], bound: dict[Any, Any]) -> None:
        """Bind what only untyped constants speak of: the widest default of each."""
        wide: dict[Any, t.Type] = {}
        order = [t.UNTYPED_INT, t.UNTYPED_RUNE, t.UNTYPED_FLOAT]
        for param, arg in untyped:
            if isinstance(param, t.TypeParam) and param not in bound and arg.mode != "nil":
                before = wide.get(param, arg.type)
                if before in order and arg.type in order:
                    wide[param] = max(before, arg.type, key=order.index)
                else:
                    wide[param] = before
        bound.update({param: default_type(type_) for param, type_ in wide.items()})

    def _from_constraints(self, holes: Any, scope: Scope, func: Func, bound: Any) -> None:
        """Let constraints with a core type speak: ``S ~[]E``."""
        for hole, param in zip(holes, func.decl.type_params, strict=True):
            constraint = self.in_scope(scope, func.package, param.type).underlying
            term = core_term(constraint) if isinstance(constraint, t.Interface) else None
            if term is None:
                continue
            if hole in bound:
                unify(term.type, bound[hole].underlying if term.tilde else bound[hole], bound)
            elif all(inner in bound for inner in params_in(term.type)):
                bound[hole] = substitute(term.type, bound)

    def assign_generic(self, x: Operand, type_: t.Type) -> bool:
        """Give a generic function that is used as a value the arguments that its use implies."""
        holes, scope, signature = self._holes(x.obj)
        bound: dict[t.TypeParam, t.Type] = dict(zip(holes, x.value or (), strict=False))
        if not unify(signature, type_.underlying, bound):
            return False
        self._from_constraints(holes, scope, x.obj, bound)
        if any(hole not in bound for hole in holes):
            return False
        made = self.instance(x.expr, x.obj, tuple(bound[hole] for hole in holes))
        x.mode, x.type, x.value = made.mode, made.type, made.value
        self.frame.info[x.expr] = x
        self.as_value(x)
        return made.ok

    def assign(self, x: Operand, type_: Any, context: str) -> bool:
        """Check an assignment, also of a generic function."""
        if x.mode == "generic":
            if isinstance(type_.underlying, t.Signature) and self.assign_generic(x, type_):
                return True
            self.fail(x.expr, f"cannot use generic function {shown(x.expr)} without instantiation")
            return False
        return super().assign(x, type_, context)

    # -- functions as values --------------------------------------------------------------------

    def as_value(self, x: Operand) -> None:
        """Note that a function is used as a value: it may be called from anywhere."""
        obj = x.obj
        if x.mode != "value" or not isinstance(x.type, t.Signature):
            return
        if isinstance(obj, Func) and obj.decl.body is not None:
            self._remember(x.type, self.func_frame(obj, x.value or ()))
        elif isinstance(obj, Func) and self.native_waits(obj):
            self.values.setdefault(x.type, set()).add(WAITING)
        elif isinstance(obj, Frame):
            self._remember(x.type, obj)
        elif isinstance(obj, Found) and obj.method is not None:
            self._method_as_value(x, obj)

    def _method_as_value(self, x: Operand, found: Found) -> None:
        method = found.method
        if not isinstance(method, Method):
            self.values.setdefault(x.type, set()).add(ANY_METHOD)
            ANY_METHOD.methods.add(x.expr.sel.name)
        elif method.decl.decl.body is not None:
            self._remember(x.type, self.method_frame(method, found.base))
        elif self.native_waits(method.decl):
            self.values.setdefault(x.type, set()).add(WAITING)

    def _remember(self, signature: t.Signature, frame: Frame) -> None:
        self.values.setdefault(signature, set()).add(frame)

    def expr(self, e: Any, hint: Any = None) -> Operand:
        """Check a value, and note a function that is used as one."""
        x = super().expr(e, hint)
        self.as_value(x)
        return x


WAITING = Frame(None, None, None)
"""Stands for a function written in Python that waits."""
WAITING.waits = True

ANY_METHOD = Frame(None, None, None)
"""Stands for methods of interfaces that are used as values."""


__all__ = ["CallChecker", "TypeName", "Var"]
