"""The type checker: assignments and short variable declarations.

Models   go/types/assignments.go: assignVars, shortVarDecl, lhsVar.
Read     gosim.golang.check.stmts first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.constants import default_type
from gosim.golang.check.stmts import StmtChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.places import operator_place
from gosim.golang.syntax.remarks import Count
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Operand, Var


class AssignChecker(StmtChecker):
    """Check assignments."""

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
            self.fail(operator_place(s), "no new variables on left side of :=")
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

    def _incdec_stmt(self, s: n.IncDec) -> None:
        x = self.expr(s.x)
        if x.ok and t.kind_of(x.type) not in ("int", "float"):
            self.fail(
                s, f"invalid operation: {shown(s.x)}{s.op} (non-numeric type {self.say(x.type)})"
            )
        else:
            self.check_target(s.x, x)

    def _count_stmt(self, s: Count) -> None:
        self._incdec_stmt(n.IncDec(s.x, "++").at(s))


def _callee(e: Any) -> str:
    while isinstance(e, n.Paren):
        e = e.x
    return str(e.fun.text)
