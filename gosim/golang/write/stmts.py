"""Go statements in Python.

Models   statements of The Go Programming Language Specification.
Read     gosim.golang.write.returns first, gosim.golang.translate next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.analysis.liveness import refers
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.directives import DIRECTIVES
from gosim.golang.syntax.gotos import inside
from gosim.golang.syntax.remarks import Count, Directive
from gosim.golang.syntax.terminating import breaks
from gosim.golang.types import gotypes as t
from gosim.golang.write.loops import bare
from gosim.golang.write.returns import ReturnWriter


class StmtWriter(ReturnWriter):
    """Write statements."""

    label = ""

    def stmt(self, s: Any) -> None:
        """Write a statement."""
        self.go_line = s.line
        if self.lives.lasts(s):
            self.let_go(self.lives.before[s])
        getattr(self, "_" + type(s).__name__.lower() + "_stmt")(s)

    def body(self, stmts: list[Any]) -> None:
        """Write statements, one level deeper; `pass` if there are none."""
        self.indent += 1
        start = len(self.lines)
        self.statements(stmts)
        if len(self.lines) == start:
            self.line("pass")
        self.indent -= 1

    def let_go(self, needed: Any) -> None:
        """Forget what is not needed any more, before something that may last."""
        names = [*self.lives.hidden]
        for var in self.lives.forget(needed):
            names += [self.var_name(var), *([own] if (own := self.own_names.get(var)) else [])]
        self.lives.hidden.clear()
        if names:
            self.line(f"{' = '.join(sorted(names))} = None")

    # -- simple statements ----------------------------------------------------------------------

    def _empty_stmt(self, s: n.Empty) -> None:
        pass

    def _directive_stmt(self, s: Directive) -> None:
        duration = "" if s.x is None else bare(self.expr(s.x))
        self.line(f"{DIRECTIVES[s.word]}({duration})")

    def _count_stmt(self, s: Count) -> None:
        read, write = self.place(s.x)
        write(bare(self.arithmetic("+", read, "passes()", self.info(s.x).type)))

    def _exprstmt_stmt(self, s: n.ExprStmt) -> None:
        text = self.expr(s.x)
        if text.startswith("throw(") and text.endswith(")"):
            text = "raise " + text[len("throw(") : -1]
        given = self.lives.given(s, self.fading)
        if given:
            call = self.temporary("_call")
            self.line(f"{call} = {bare(text, statement=True).removeprefix('yield from ')}")
            self.let_go(self.lives.asked - set(given))
            text = f"yield from {call}"
        self.line(bare(text, statement=True))

    def _send_stmt(self, s: n.Send) -> None:
        under = self.info(s.channel).type.underlying
        with self.calls_first(s.channel, s.value):
            self.line(f"yield send({self.expr(s.channel)}, {self.value(s.value, under.elem)})")

    def _incdec_stmt(self, s: n.IncDec) -> None:
        kind = self.info(s.x).type
        read, write = self.place(s.x)
        one = "1" if t.kind_of(kind) == "int" else "1.0"
        write(self._stepped(s.op[0], read, kind) or bare(self.arithmetic(s.op[0], read, one, kind)))

    def _stepped(self, op: str, read: str, kind: Any) -> str:
        """Return ``x + 1`` or ``x - 1`` of a signed integer of 64 bits, or an empty string."""
        under = kind.underlying
        if not (isinstance(under, t.Basic) and under.signed and under.bits == 64):
            return ""
        low, high = under.bounds
        last, first = (high, low) if op == "+" else (low, high)
        return f"{read} {op} 1 if {read} != {last} else {first}"

    def _assign_stmt(self, s: n.Assign) -> None:
        if s.op in ("=", ":="):
            self.assignment(s)
            return
        op, target, rhs = s.op[:-1], s.lhs[0], s.rhs[0]
        kind = self.info(target).type
        with self.calls_first(target, rhs):
            read, write = self.place(target)
            if op in ("<<", ">>"):
                write(self._shifted(op, read, rhs, kind))
            else:
                text = bare(self.arithmetic(op, read, self.operand(rhs, kind), kind))
                write(self.text_at(s, text) if t.kind_of(kind) == "string" else text)

    def _shifted(self, op: str, read: str, rhs: Any, kind: Any) -> str:
        under = kind.underlying
        count = self.index_text(rhs)
        if op == ">>":
            return f"shr({read}, {count})"
        return self.wrapped(f"shl({read}, {count}, {under.bits})", under)

    def _go_stmt(self, s: n.Go) -> None:
        call = s.call
        while isinstance(call, n.Paren):
            call = call.x
        self.passing = call.fun  # type: ignore[attr-defined]
        text = self._deferred(call)
        self.passing = None
        text = ", ".join([text, *self.passed_on.get(call.fun, [])])  # type: ignore[attr-defined]
        self.go_start(call)  # type: ignore[arg-type]
        self.line(f"go({text})")

    def _defer_stmt(self, s: n.Defer) -> None:
        self.line(f"_d.push({self._deferred(s.call)})")

    def _deferred(self, call: Any) -> str:
        """Return a call's function and arguments, evaluated now."""
        while isinstance(call, n.Paren):
            call = call.x
        fun = self.info(call.fun)
        if fun.mode == "builtin":
            text = self.expr(call)
            if fun.obj.name == "recover":
                return "offered"
            name, _, rest = text.partition("(")
            return f"{name}, {rest[:-1]}".removesuffix(", ")
        self.spawning = True
        callee, args, _ = self.parts(call, fun)
        self.spawning = False
        return ", ".join([callee, *args])

    def _branch_stmt(self, s: n.Branch) -> None:
        if s.word == "fallthrough":
            return  # The switch has seen it.
        if s.word == "goto":
            self.go_to(s.label.name)  # type: ignore[union-attr]
            return
        self.jump(s.word, s.label.name if s.label is not None else "")

    def _block_stmt(self, s: n.Block) -> None:
        self.statements(s.body)

    def _labeled_stmt(self, s: n.Labeled) -> None:
        if isinstance(s.stmt, (n.For, n.Range, n.Switch, n.TypeSwitch, n.Select)):
            self.label = s.label.name
        elif isinstance(s.stmt, n.Block):
            self._breakable(s.stmt, s.label.name)
            return
        self.stmt(s.stmt)

    def _breakable(self, block: n.Block, label: str) -> None:
        if not breaks(block, label, False):
            self.stmt(block)
            return
        self.enter(label, False, True)
        self.line("while True:")
        self.body(block.body)
        self._end_once()

    def _end_once(self) -> None:
        self.lines.append((self.indent + 1, "break", self.go_line))
        self.leave()

    def _take_label(self) -> str:
        label, self.label = self.label, ""
        return label

    # -- loops and declarations -----------------------------------------------------------------

    def _again(self, loop: Any) -> None:
        """Note what a pass of a loop may leave to the next."""
        self.lives.held |= self.lives.uses(loop)
        if self.frame.waits:
            for part in inside(loop.body.body):
                self.lives.hidden |= self.kept_by(part)

    def kept_by(self, s: Any) -> set[str]:
        """Return the name of what a select has received, if that refers to anything."""
        comms = [case.comm for case in s.cases] if isinstance(s, n.Select) else []
        channels = [operands(comm)[0] for comm in comms if not isinstance(comm, n.Send | None)]
        kinds = [self.info(channel).type.underlying.elem for channel in channels]
        return {"_value"} if any(map(refers, kinds)) else set()

    def _for_stmt(self, s: n.For) -> None:
        self._again(s)
        self.for_loop(s, self._take_label())

    def _range_stmt(self, s: n.Range) -> None:
        self._again(s)
        self.range_loop(s, self._take_label())

    def _declstmt_stmt(self, s: n.DeclStmt) -> None:
        for spec in s.specs:
            if isinstance(spec, n.ValueSpec) and spec.word == "var":
                self.go_line = spec.line
                self._var_spec(spec)

    def _var_spec(self, spec: n.ValueSpec) -> None:
        variables = [self.info(name).obj for name in spec.names]
        if not spec.values:
            for var in variables:
                if var.name != "_":
                    self.declare(var, self.zero(var.type))
            return
        if len(spec.values) == 1 and len(variables) > 1:
            text = self.expr(spec.values[0])
            self.unpack(text, self.result_types(spec.values[0]), spec.names, variables)
            return
        for var, value in zip(variables, spec.values, strict=True):
            text = bare(self.value(value, var.type))
            if var.name == "_":
                self.line(text)
            else:
                self.declare(var, text)


def operands(comm: Any) -> tuple[Any, ...]:
    """Return what a case of a select evaluates: a channel, and perhaps a value."""
    if isinstance(comm, n.Send):
        return comm.channel, comm.value
    e = comm.rhs[0] if isinstance(comm, n.Assign) else comm.x
    while isinstance(e, n.Paren):
        e = e.x
    return (e.x,)  # type: ignore[union-attr]
