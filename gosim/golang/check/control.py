"""The type checker: statements that choose and repeat.

Models   cmd/compile/internal/types2/stmt.go: stmt, rangeStmt, switchStmt, typeSwitchStmt.
Read     gosim.golang.check.stmts first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.assign import AssignChecker
from gosim.golang.check.base import shown
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.places import operator_place, place_of
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Operand, Scope, Var


class ControlChecker(AssignChecker):
    """Check if, for, switch and select."""

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
                    operator_place(s.post),
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
        from gosim.golang.check.ranges import element_types  # noqa: PLC0415  a page of its own

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
            self.fail(extra, f"multiple defaults (first at {place_of(defaults[0])})")

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
                    f"{place_of(seen[x.value])}: previous case",
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
            self.unused_guards.append(s.name)
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
                    f"duplicate case {name} in type switch\n{place_of(seen[kind])}: previous case",
                )
            seen.setdefault(kind, value)

    def _case_type(self, value: Any, x: Operand) -> Any:
        """Return the type of a case; None for nil."""
        operand = self.raw(value)
        if operand.mode == "nil":
            return None
        if operand.mode != "type":
            if operand.ok:
                self.typ(value)
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
