"""The type checker, statements.

Models   go/types/stmt.go, assignments.go, labels.go, return.go.
Read     gosim.golang.checkjumps first, gosim.golang.checklocals next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang import gotypes as t
from gosim.golang import nodes as n
from gosim.golang.checkbase import shown
from gosim.golang.checkjumps import JumpChecker
from gosim.golang.constants import default_type
from gosim.golang.objects import Frame, Func, Operand, Scope, Var
from gosim.golang.remarks import Count, Directive
from gosim.golang.terminating import terminates


class StmtChecker(JumpChecker):
    """Check statements."""

    def __init__(self, minor: int, loader: Any) -> None:
        super().__init__(minor, loader)
        self.idle: list[n.Ident] = []
        """The variables of the function that nobody uses."""

    # -- bodies and scopes ----------------------------------------------------------------------

    def check_body(
        self, frame: Frame, type_: n.FuncType, body: n.Block, receiver: Any = None
    ) -> None:
        """Check a function's body; `receiver` is (parameter, type)."""
        saved = self.scope, self.frame, self.gotos, self.idle
        self.scope, self.frame, self.idle = Scope(self.scope), frame, []
        self.check_gotos(body.body)
        if receiver is not None:
            self._param(frame.params, receiver[0], receiver[1])
        signature = frame.signature
        for param, kind in zip(type_.params, signature.params, strict=True):
            self._param(frame.params, param, kind)
        for result, kind in zip(type_.results, signature.results, strict=True):
            self._param(frame.results, result, kind)
            frame.named_results |= result.name is not None
        self._body(body.body)
        if signature.results and not terminates(body):
            self.fail(body.close, "missing return")
        self.close_scope()
        for name in sorted(self.idle, key=lambda name: name.start):
            self.fail(name, self.unused(name.name))
        self.scope, self.frame, self.gotos, self.idle = saved

    def _param(self, into: list[Var], param: n.Param, kind: t.Type) -> None:
        name = param.name.name if param.name is not None else "_"
        var = Var(name, kind, param, self.frame)
        var.used = var.is_param = True
        if name != "_":
            if name in self.scope.names:
                self.fail(
                    param,
                    f"{name} redeclared in this block\n"
                    f"{_place(self.scope.names[name])}: other declaration of {name}",
                )
            self.scope.names[name] = var
        into.append(var)
        self.frame.variables.append(var)

    def _body(self, stmts: list[n.Stmt]) -> None:
        for stmt in stmts:
            self.stmt(stmt)

    def block(self, stmts: list[n.Stmt]) -> None:
        """Check statements in a scope of their own."""
        self.scope = Scope(self.scope)
        self._body(stmts)
        self.close_scope()

    def close_scope(self) -> None:
        """Leave a scope; complain about variables that nobody used."""
        for obj in self.scope.names.values():
            if isinstance(obj, Var) and not obj.used and not obj.is_param:
                self.idle.append(obj.at)  # type: ignore[arg-type]
        assert self.scope.parent is not None
        self.scope = self.scope.parent

    def unused(self, name: str) -> str:
        """Return what is said about a variable that nobody uses."""
        if self.minor >= 23:
            return f"declared and not used: {name}"
        return f"{name} declared {'and' if self.minor >= 20 else 'but'} not used"

    def declare(self, name: n.Ident, type_: Any) -> Var:
        """Declare a local variable."""
        var = Var(name.name, type_, name, self.frame)
        self.frame.variables.append(var)
        self.frame.info[name] = Operand("var", type_, name, obj=var)
        if name.name == "_":
            return var
        before = self.scope.names.get(name.name)
        if before is not None:
            self.fail(
                name,
                f"{name.name} redeclared in this block\n"
                f"{_place(before)}: other declaration of {name.name}",
            )
        self.scope.names[name.name] = var
        return var

    def stmt(self, s: Any) -> None:
        """Check a statement."""
        kind = _ENCLOSING.get(type(s))
        if kind is None:
            getattr(self, "_" + type(s).__name__.lower() + "_stmt")(s)
            return
        label, self._next_label = self._next_label, ""
        stack = self.enclosing.setdefault(self.frame, [])
        stack.insert(0, (label, kind))
        getattr(self, "_" + type(s).__name__.lower() + "_stmt")(s)
        stack.pop(0)

    # -- simple statements ----------------------------------------------------------------------

    def _empty_stmt(self, s: n.Empty) -> None:
        pass

    def _directive_stmt(self, s: Directive) -> None:
        if s.x is not None:
            self.raw(s.x)

    def _count_stmt(self, s: Count) -> None:
        self._incdec_stmt(n.IncDec(s.x, "++").at(s))

    def _exprstmt_stmt(self, s: n.ExprStmt) -> None:
        x = self.raw(s.x)
        inner = s.x
        while isinstance(inner, n.Paren):
            inner = inner.x
        if not x.ok:
            return
        if isinstance(inner, n.Call) and self.frame.info[inner.fun].mode == "builtin":
            name = self.frame.info[inner.fun].obj.name
            if name in ("append", "cap", "len", "make", "new", "min", "max"):
                self.fail(
                    s,
                    f"{shown(s.x)} (value of type {self.say(x.type)}) is not used"
                    if x.mode != "const"
                    else f"{shown(s.x)} (constant {x.value} of type {self.say(x.type)}) is not used",
                )
            return
        if isinstance(inner, n.Call) and self.frame.info[inner.fun].mode != "type":
            return
        if isinstance(inner, n.Unary) and inner.op == "<-":
            return
        text = self.describe(x) if x.mode not in ("nil",) else "nil"
        self.fail(s, f"{text} is not an expression" if x.mode == "type" else f"{text} is not used")

    def _send_stmt(self, s: n.Send) -> None:
        channel, value = self.expr(s.channel), self.expr(s.value)
        self.frame.waits = True
        if not channel.ok:
            return
        under = channel.type.underlying
        if not isinstance(under, t.Chan):
            self.fail(s, f"invalid operation: cannot send to non-channel {self.describe(channel)}")
        elif under.direction == t.RECV:
            self.fail(
                s,
                f"invalid operation: cannot send to receive-only channel {self.describe(channel)}",
            )
        else:
            self.assign(value, under.elem, "send")

    def _incdec_stmt(self, s: n.IncDec) -> None:
        x = self.expr(s.x)
        if x.ok and t.kind_of(x.type) not in ("int", "float"):
            self.fail(
                s, f"invalid operation: {shown(s.x)}{s.op} (non-numeric type {self.say(x.type)})"
            )
        else:
            self.check_target(s.x, x)

    def _assign_stmt(self, s: n.Assign) -> None:
        if s.op == ":=":
            self._define(s)
        elif s.op == "=":
            self._plain_assign(s)
        else:
            pair = n.Binary(s.op[:-1], s.lhs[0], s.rhs[0]).at(s)
            x = self.raw(pair)
            if x.ok:
                target = self.frame.info[s.lhs[0]]
                self.assign(x, target.type, "assignment")
                self.check_target(s.lhs[0], target)

    def _values(self, rhs: list[n.Expr], count: int, hints: list[Any], at: Any, what: str) -> Any:
        """Check the right side for so many targets; None after a mismatch."""
        if len(rhs) == 1 and count > 1:
            x = self.raw(rhs[0])
            if not x.ok:
                return None
            if isinstance(x.type, t.Tuple) and x.mode == "value":
                if len(x.type.items) == count:
                    return [Operand("value", item, rhs[0]) for item in x.type.items]
            elif count == 2 and x.mode in ("mapindex", "commaok"):
                self.frame.info[rhs[0]].value = "commaok"
                return [x, Operand("value", t.UNTYPED_BOOL, None)]
            self._mismatch_count(at, count, rhs, x, what)
            return None
        if len(rhs) != count:
            xs = [self.raw(e) for e in rhs]
            if len(rhs) == 1 and xs[0].mode == "novalue":
                self.fail(rhs[0], f"{shown(rhs[0])} (no value) used as value")
            elif all(x.ok for x in xs):
                self._mismatch_count(at, count, rhs, xs[0], what)
            return None
        return [self._one(e, hint) for e, hint in zip(rhs, hints, strict=True)]

    def _one(self, e: Any, hint: Any) -> Operand:
        x = self.raw(e, hint)
        if x.mode == "generic":
            return x
        if isinstance(x.type, t.Tuple) and x.mode == "value":
            count = len(x.type.items)
            self.fail_at_target(e, count)
            return self.bad(e)
        return self.expr_again(e, x) if x.ok else x

    def fail_at_target(self, e: Any, count: int) -> None:
        """Complain that a call has several values where one is wanted."""
        at = e
        self.fail(at, f"assignment mismatch: 1 variable but {_callee(e)} returns {count} values")

    _target: Any = None

    def _mismatch_count(
        self, at: Any, count: int, rhs: list[n.Expr], x: Operand, what: str
    ) -> None:
        names = f"{count} variable{'s' if count > 1 else ''}"
        at = rhs[0]
        if (len(rhs) == 1 and isinstance(rhs[0], n.Call) and isinstance(x.type, t.Tuple)) or (
            len(rhs) == 1 and isinstance(rhs[0], n.Call) and x.mode == "value"
        ):
            have = len(x.type.items) if isinstance(x.type, t.Tuple) else 1
            self.fail(
                at,
                f"assignment mismatch: {names} but {_callee(rhs[0])} returns {have} "
                f"value{'s' if have != 1 else ''}",
            )
            return
        values = f"{len(rhs)} value{'s' if len(rhs) > 1 else ''}"
        self.fail(at, f"assignment mismatch: {names} but {values}")

    def _define(self, s: n.Assign) -> None:
        known: list[Any] = []
        fresh = False
        for target in s.lhs:
            if not isinstance(target, n.Ident):
                self.fail(target, f"non-name {shown(target)} on left side of :=")
                known.append(None)
                continue
            before = self.scope.names.get(target.name) if target.name != "_" else None
            known.append(before if isinstance(before, Var) else None)
            fresh |= before is None and target.name != "_"
        hints = [var.type if var is not None else None for var in known]
        self._target = s.lhs[0]
        xs = self._values(s.rhs, len(s.lhs), hints, s.lhs[0], "")
        self._target = None
        if not fresh:
            self.fail(_operator_place(s), "no new variables on left side of :=")
        for number, (target, var) in enumerate(zip(s.lhs, known, strict=True)):
            x = xs[number] if xs is not None else None
            if not isinstance(target, n.Ident):
                continue
            if var is not None:
                self.frame.info[target] = Operand("var", var.type, target, obj=var)
                self._written(var)
                if x is not None:
                    self.assign(x, var.type, "assignment")
                continue
            self.declare(target, self._variable_type(x, target, "assignment"))
            if xs is None:
                made = self.scope.names.get(target.name)
                if isinstance(made, Var):
                    made.used = True

    def _variable_type(self, x: Operand | None, target: n.Expr, context: str) -> Any:
        """Return the type of a variable that is declared with this value."""
        if x is None or not x.ok:
            return t.INVALID
        if x.mode == "nil":
            self.fail(x.expr, f"use of untyped nil in {context}")
            return t.INVALID
        if x.mode == "generic":
            self.fail(x.expr, f"cannot use generic function {shown(x.expr)} without instantiation")
            return t.INVALID
        if self.is_untyped(x):
            self.assign(x, default_type(x.type), context)
            return default_type(x.type)
        return x.type

    def _written(self, var: Var) -> None:
        var.writes += 1
        self.touch(var)

    def _plain_assign(self, s: n.Assign) -> None:
        targets: list[Any] = []
        for target in s.lhs:
            if isinstance(target, n.Ident) and target.name == "_":
                targets.append(None)
                continue
            targets.append(self._target_operand(target))
        hints = [None if x is None else x.type for x in targets]
        self._target = s.lhs[0]
        wrong = len(s.rhs) not in (1, len(s.lhs)) and any(x and not x.ok for x in targets)
        self.quiet += wrong  # Both sides are wrong: only the left one is told.
        xs = self._values(s.rhs, len(s.lhs), hints, s.lhs[0], "")
        self.quiet -= wrong
        self._target = None
        for number, (target, x) in enumerate(zip(s.lhs, targets, strict=True)):
            value = xs[number] if xs is not None else None
            if x is None:
                if value is not None and value.ok:
                    self._variable_type(value, target, "assignment")
                continue
            self.check_target(target, x)
            if value is not None and x.ok and x.mode in ("var", "mapindex"):
                self.assign(value, x.type, "assignment")

    def _target_operand(self, target: Any) -> Operand:
        """Check the left side of an assignment; being assigned is not being used."""
        inner = target
        while isinstance(inner, n.Paren):
            inner = inner.x
        if isinstance(inner, n.Ident):
            var = self.scope.lookup(inner.name)
            if isinstance(var, Var) and var.frame is not None:
                used = var.used
                x = self.raw(target)
                var.used = used
                self.frame.info[inner] = x
                return x
        return self.expr(target)

    def target_type(self, target: Any) -> Any:
        """Return the type of what is assigned to; None for the blank, and for what is wrong."""
        if isinstance(target, n.Ident) and target.name == "_":
            return None
        x = self._target_operand(target)
        return x.type if x.ok else None

    def check_target(self, target: Any, x: Operand) -> None:
        """Check that something can be assigned to, and note the variable that is written."""
        if not x.ok:
            return
        if isinstance(x.obj, Var):
            self._written(x.obj)
            self.frame.stores |= x.obj.frame is not self.frame
            return
        self.frame.stores = True
        if x.mode == "mapindex" or x.mode == "var":
            self._mutated(target)
            return
        inner = target
        while isinstance(inner, n.Paren):
            inner = inner.x
        if isinstance(inner, n.Selector):
            of = self.frame.info.get(inner.x)
            if of is not None and of.mode == "mapindex":
                self.fail(target, f"cannot assign to struct field {shown(target)} in map")
                return
        self.fail(target, f"cannot assign to {self._unassignable(x)}")

    def _mutated(self, e: Any) -> None:
        """Note the struct or array variable of which a part is assigned."""
        while isinstance(e, (n.Paren, n.Selector, n.Index)):
            e = e.x
        x = self.frame.info.get(e)
        if x is not None and isinstance(x.obj, Var):
            x.obj.mutated = True

    def _unassignable(self, x: Operand) -> str:
        text = self.describe(x)
        if x.mode in ("const", "value", "commaok", "nil", "novalue"):
            if (
                isinstance(x.expr, n.Index)
                and t.kind_of(self.frame.info[x.expr.x].type) == "string"
            ):
                return f"{text.split(' (')[0]} (neither addressable nor a map index expression)"
            return f"{text.split(' (')[0]} (neither addressable nor a map index expression)"
        return text

    def _go_stmt(self, s: n.Go) -> None:
        self._call_statement(s.call, "go", spawned=True)

    def _defer_stmt(self, s: n.Defer) -> None:
        self.frame.has_defer = True
        self._call_statement(s.call, "defer", spawned=False)

    def _call_statement(self, call: Any, word: str, spawned: bool) -> None:
        while isinstance(call, n.Paren):
            call = call.x
        if not isinstance(call, n.Call):
            self.raw(call)
            self.fail(call, f"expression in {word} must be function call")
            return
        x = self.call(call, spawned)
        fun = self.frame.info.get(call.fun)
        if fun is None or not x.ok:
            return
        if fun.mode == "type":
            self.fail(call, f"{word} requires function call, not conversion")
        elif (
            fun.mode == "builtin"
            and x.mode != "novalue"
            and fun.obj.name not in ("copy", "recover")
        ):
            self.fail(call, f"{word} discards result of {shown(call)}")
        if spawned and isinstance(fun.obj, Frame):
            fun.obj.waits |= fun.obj.has_loop
        elif spawned and isinstance(fun.obj, Func) and fun.obj.decl.body is not None:
            self.spawned.add(self.func_frame(fun.obj, fun.value or ()))

    def _return_stmt(self, s: n.Return) -> None:
        wanted = self.frame.signature.results
        if not s.results:
            if wanted and not self.frame.named_results:
                self._wrong_count(s, s, [], wanted, "not enough")
            return
        if len(s.results) == 1 and len(wanted) != 1:
            x = self.raw(s.results[0])
            if not x.ok:
                return
            if isinstance(x.type, t.Tuple) and x.mode == "value":
                xs = [Operand("value", item, s.results[0]) for item in x.type.items]
            else:
                xs = [self.expr_again(s.results[0], x)]
        else:
            hints: list[Any] = [*wanted, *([None] * len(s.results))]
            xs = [self._one_result(e, hint) for e, hint in zip(s.results, hints, strict=False)]
        if any(not x.ok for x in xs):
            return
        if len(xs) != len(wanted):
            few = len(xs) < len(wanted)
            if not wanted:
                self.fail(
                    s.results[0],
                    "too many return values\n\thave ("
                    + ", ".join(self._counted(x) for x in xs)
                    + ")\n\twant ()",
                )
                return
            at = s.results[0] if few or len(s.results) == 1 else s.results[len(wanted)]
            self._wrong_count(at, s, xs, wanted, "not enough" if few else "too many")
            return
        for x, type_ in zip(xs, wanted, strict=True):
            self.assign(x, type_, "return statement")

    def _one_result(self, e: Any, hint: Any) -> Operand:
        x = self.raw(e, hint)
        return x if x.mode == "generic" or not x.ok else self.expr_again(e, x)

    def _wrong_count(self, at: Any, s: Any, xs: list[Operand], wanted: Any, word: str) -> None:
        have = ", ".join(self._counted(x) for x in xs)
        want = ", ".join(self.say(type_) for type_ in wanted)
        self.fail(at, f"{word} return values\n\thave ({have})\n\twant ({want})")

    def _block_stmt(self, s: n.Block) -> None:
        self.block(s.body)

    # -- control --------------------------------------------------------------------------------

    def _condition(self, e: Any, where: str) -> None:
        x = self.expr(e)
        if x.ok and t.kind_of(x.type) != "bool":
            self.fail(e, f"non-boolean condition in {where} statement")
        elif x.ok:
            self.default(x)

    def _if_stmt(self, s: n.If) -> None:
        self.scope = Scope(self.scope)
        if s.init is not None:
            self.stmt(s.init)
        self._condition(s.cond, "if")
        self.block(s.then.body)
        if s.otherwise is not None:
            self.stmt(s.otherwise)
        self.close_scope()

    def _for_stmt(self, s: n.For) -> None:
        self.frame.has_loop = True
        self.scope = Scope(self.scope)
        if not self.loopvar:
            self._init(s)
        self.frame.loops += 1
        if self.loopvar:
            self._init(s)
        if s.cond is not None:
            self._condition(s.cond, "for")
        if s.post is not None:
            if isinstance(s.post, n.Assign) and s.post.op == ":=":
                self.fail(
                    _operator_place(s.post),
                    "syntax error: cannot declare in post statement of for loop",
                )
            self.stmt(s.post)
        self.block(s.body.body)
        self.frame.loops -= 1
        self.close_scope()

    def _init(self, s: n.For) -> None:
        if s.init is not None:
            self.stmt(s.init)

    def _range_stmt(self, s: n.Range) -> None:
        from gosim.golang.checkrange import element_types  # noqa: PLC0415  a page of its own

        x = self.expr(s.x)
        self.scope = Scope(self.scope)
        kinds = element_types(self, s, x) if x.ok else (t.INVALID, t.INVALID)
        if not self.loopvar:
            self._range_targets(s, kinds)
        self.frame.loops += 1
        if self.loopvar:
            self._range_targets(s, kinds)
        if x.ok and isinstance(x.type.underlying, t.Signature):
            self._range_body(s, x.type.underlying)
        else:
            self.block(s.body.body)
        self.frame.loops -= 1
        self.close_scope()

    def _range_body(self, s: n.Range, sequence: t.Signature) -> None:
        """Check the body of a range over a function: a function too."""
        outer = self.frame
        inner = Frame(s, outer, outer.signature)
        inner.results, inner.named_results = outer.results, outer.named_results
        self.frame = inner
        self.enclosing[inner] = self.enclosing.get(outer, [])
        self.block(s.body.body)
        self.frame = outer
        outer.has_defer |= inner.has_defer
        outer.has_recover |= inner.has_recover
        self.frames.append(inner)
        self.frame.info[s] = Operand("value", sequence, None, obj=inner)
        self.values.setdefault(sequence.params[0].underlying, set()).add(inner)

    def _range_targets(self, s: n.Range, kinds: Any) -> None:
        for target, kind in ((s.key, kinds[0]), (s.value, kinds[1])):
            if target is None:
                continue
            if s.define and isinstance(target, n.Ident):
                var = self.declare(target, kind)
                var.used |= kind is t.INVALID
            elif not (isinstance(target, n.Ident) and target.name == "_"):
                x = self._target_operand(target)
                self.check_target(target, x)
                if x.ok and kind is not t.INVALID:
                    self.assign(Operand("value", kind, target), x.type, "assignment")

    def _switch_stmt(self, s: n.Switch) -> None:
        self.scope = Scope(self.scope)
        if s.init is not None:
            self.stmt(s.init)
        tag: Any = None
        if s.tag is not None:
            tag = self.expr(s.tag)
            if tag.ok and tag.mode != "nil":
                self.default(tag)
        self._defaults_once(s.cases)
        seen: dict[Any, Any] = {}
        for case in s.cases:
            for value in case.values or []:
                self._switch_value(s, tag, value, seen)
            self.block(self._without_fallthrough(s, case))
        self.close_scope()

    def _without_fallthrough(self, s: n.Switch | n.TypeSwitch, case: n.Case) -> list[Any]:
        """Return the body of a case, without the fallthrough that may stand at its end."""
        last = case.body[-1] if case.body else None
        if not (isinstance(last, n.Branch) and last.word == "fallthrough"):
            return case.body
        if isinstance(s, n.TypeSwitch):
            self.fail(last, "cannot fallthrough in type switch")
        elif case is s.cases[-1]:
            self.fail(last, "cannot fallthrough final case in switch")
        return case.body[:-1]

    def _defaults_once(self, cases: list[n.Case]) -> None:
        defaults = [case for case in cases if case.values is None]
        for extra in defaults[1:]:
            self.fail(extra, f"multiple defaults (first at {_place_of(defaults[0])})")

    def _switch_value(self, s: n.Switch, tag: Any, value: Any, seen: dict[Any, Any]) -> None:
        x = self.expr(value)
        if not x.ok or (tag is not None and not tag.ok):
            return
        if tag is None:
            if t.kind_of(x.type) != "bool" and not t.is_interface(x.type):
                self.fail(
                    value,
                    f"invalid case {shown(value)} in switch (mismatched types "
                    f"{self.say(x.type)} and bool)",
                )
            elif not t.is_interface(x.type):
                self.default(x)
            return
        assert s.tag is not None
        pair = n.Binary("==", value, s.tag).at(value)
        copy = Operand(tag.mode, tag.type, s.tag, tag.value, tag.obj)
        before = len(self.problems)
        if not self._match(pair, x, copy) or not self._comparison(pair, x, copy).ok:
            if len(self.problems) > before:
                self.problems[before:] = []
                self.fail(
                    value,
                    f"invalid case {shown(value)} in switch on {shown(s.tag)} "
                    f"(mismatched types {self.say(x.type)} and {self.say(tag.type)})",
                )
            return
        if x.mode == "const" and not t.is_interface(tag.type):
            if x.value in seen:
                self.fail(
                    value,
                    f"duplicate case {self._case_text(x)} in expression switch\n"
                    f"{_place_of(seen[x.value])}: previous case",
                )
            seen.setdefault(x.value, value)

    def _case_text(self, x: Operand) -> str:
        return self.describe(x)

    def _typeswitch_stmt(self, s: n.TypeSwitch) -> None:
        self.scope = Scope(self.scope)
        if s.init is not None:
            self.stmt(s.init)
        x = self.expr(s.x)
        if x.ok and not t.is_interface(x.type):
            self.fail(s.x, f"{self.describe(x)} is not an interface")
            x = self.bad(s.x)
        self._defaults_once(s.cases)
        variables: list[Var] = []
        seen: dict[Any, Any] = {}
        for case in s.cases:
            kinds = [self._case_type(value, x) for value in case.values or []]
            self._types_once(case, kinds, seen)
            self.scope = Scope(self.scope)
            if s.name is not None:
                kind = kinds[0] if len(kinds) == 1 and kinds[0] is not None else x.type
                name = n.Ident(s.name.name).at(s.name)
                var = self.declare(name, kind if x.ok else t.INVALID)
                self.frame.info[case] = Operand("var", kind, None, obj=var)
                variables.append(var)
            self._body(self._without_fallthrough(s, case))
            used = [v.used for v in variables]
            if s.name is not None:
                variables[-1].used = True
            self.close_scope()
            for var, flag in zip(variables, used, strict=True):
                var.used = flag
        if s.name is not None and not any(v.used for v in variables) and s.name.name != "_":
            self.idle.append(s.name)
        self.close_scope()

    def _types_once(self, case: n.Case, kinds: list[Any], seen: dict[Any, Any]) -> None:
        """Complain about a type that an earlier case has."""
        for value, kind in zip(case.values or [], kinds, strict=True):
            if kind is t.INVALID:
                continue
            if kind in seen:
                name = "nil" if kind is None else self.say(kind)
                self.fail(
                    value,
                    f"duplicate case {name} in type switch\n{_place_of(seen[kind])}: previous case",
                )
            seen.setdefault(kind, value)

    def _case_type(self, value: Any, x: Operand) -> Any:
        """Return the type of a case; None for nil."""
        operand = self.raw(value)
        if operand.mode == "nil":
            return None
        if operand.mode != "type":
            if operand.ok:
                self.fail(value, f"{shown(value)} is not a type")
            return t.INVALID
        if x.ok and operand.type is not t.INVALID:
            self.check_possible(value, x, operand.type)
        return operand.type

    def _select_stmt(self, s: n.Select) -> None:
        self._defaults_once(s.cases)
        if any(case.values is None for case in s.cases) is False or len(s.cases) > 1:
            self.frame.waits = True
        for case in s.cases:
            self.scope = Scope(self.scope)
            if case.comm is not None:
                self._comm(case.comm)
            self._body(case.body)
            self.close_scope()

    def _comm(self, comm: n.Stmt) -> None:
        """Check the send or receive of a case."""
        received = comm.x if isinstance(comm, n.ExprStmt) else None
        if isinstance(comm, n.Assign) and len(comm.rhs) == 1:
            received = comm.rhs[0]
        while isinstance(received, n.Paren):
            received = received.x
        if isinstance(comm, n.Send) or (isinstance(received, n.Unary) and received.op == "<-"):
            self.stmt(comm)
        else:
            text = "select case must be send or receive (possibly with assignment)"
            self.fail(comm, text)


_ENCLOSING = {
    n.For: "loop", n.Range: "loop", n.Switch: "switch", n.TypeSwitch: "switch", n.Select: "select",
}  # fmt: skip


def _callee(e: Any) -> str:
    while isinstance(e, n.Paren):
        e = e.x
    return str(e.fun.text)


def _operator_place(s: n.Assign) -> n.Node:
    made = n.Node().at(s)
    start = s.lhs[-1].end
    offset = s.file.source.index(b":=", start)
    upto = s.file.source[:offset]
    made.line, made.col = upto.count(b"\n") + 1, offset - upto.rfind(b"\n")
    return made  # type: ignore[no-any-return]


def _place(obj: Any) -> str:
    return _place_of(obj.at) if obj.at is not None else "universe"


def _place_of(node: Any) -> str:
    name = node.file.name if "/" in node.file.name else f"./{node.file.name}"
    return f"{name}:{node.line}:{node.col}"
