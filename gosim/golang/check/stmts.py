"""The type checker, statements.

Models   go/types/stmt.go, assignments.go, labels.go, return.go.
Read     gosim.golang.check.jumps first, gosim.golang.check.locals next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.base import shown
from gosim.golang.check.jumps import JumpChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.remarks import Directive
from gosim.golang.syntax.terminating import terminates
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Func, Operand, Scope, Var


class StmtChecker(JumpChecker):
    """Check statements."""

    def __init__(self, minor: int, loader: Any) -> None:
        super().__init__(minor, loader)
        self.idle: list[n.Ident] = []
        self.unused_guards: list[n.Ident] = []
        """The variables of type switches that nobody uses."""
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
            self.fail(name, self.unused(name))
        self.scope, self.frame, self.gotos, self.idle = saved

    def _param(self, into: list[Var], param: n.Param, kind: t.Type) -> None:
        name = param.name.name if param.name is not None else "_"
        var = Var(name, kind, param, self.frame)
        var.used = var.is_param = True
        self.insert(self.scope, param, name, var)
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

    def unused(self, name: n.Ident) -> str:
        """Return what is said about a variable that nobody uses; that of a switch is said of old."""
        if self.minor >= 23 and name not in self.unused_guards:
            return f"declared and not used: {name.name}"
        return f"{name.name} declared {'and' if self.minor >= 20 else 'but'} not used"

    def declare(self, name: n.Ident, type_: Any) -> Var:
        """Declare a local variable."""
        var = Var(name.name, type_, name, self.frame)
        self.frame.variables.append(var)
        self.frame.info[name] = Operand("var", type_, name, obj=var)
        self.insert(self.scope, name, name.name, var)
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
            self.fail(s, f"invalid operation: cannot send to {self.non_channel(channel)}")
        elif under.direction == t.RECV:
            self.fail(
                s,
                f"invalid operation: cannot send to receive-only channel {self.describe(channel)}",
            )
        else:
            self.assign(value, under.elem, "send")

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


_ENCLOSING = {
    n.For: "loop", n.Range: "loop", n.Switch: "switch", n.TypeSwitch: "switch", n.Select: "select",
}  # fmt: skip
