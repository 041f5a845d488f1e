"""Go branches in Python: if, switch, select.

Models   If, switch and select statements of The Go Programming Language Specification.
Read     gosim.golang.write.stmts first.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.terminating import breaks
from gosim.golang.types import gotypes as t
from gosim.golang.values.support import opener, recogniser
from gosim.golang.write.loops import bare
from gosim.golang.write.stmts import StmtWriter, operands


class BranchWriter(StmtWriter):
    """Write the statements that choose."""

    # -- if, switch -----------------------------------------------------------------------------

    def _if_stmt(self, s: n.If, word: str = "if") -> None:
        if s.init is not None:
            self.stmt(s.init)
        cond = self.condition(s.cond)
        self.line(f"{word} {cond}:")
        self.body(s.then.body)
        if s.otherwise is None:
            return
        if isinstance(s.otherwise, n.If) and s.otherwise.init is None:
            before = len(self.lines)
            text = self.condition(s.otherwise.cond)
            plain = len(self.lines) == before
            del self.lines[before:]
            if plain:
                _ = text
                self.go_line = s.otherwise.line
                self._if_stmt(s.otherwise, "elif")
                return
        self.line("else:")
        self.body([s.otherwise] if isinstance(s.otherwise, n.If) else s.otherwise.body)  # type: ignore[attr-defined]

    def _cases_as_loop(self, cases: list[n.Case], label: str) -> bool:
        """Return whether a break leaves the statement before its end."""
        return any(breaks(stmt, label, True) for case in cases for stmt in case.body)

    def _switch_stmt(self, s: n.Switch) -> None:
        label = self._take_label()
        if s.init is not None:
            self.stmt(s.init)
        tag = None
        if s.tag is not None:
            tag = self.temporary("_tag")
            kind = self.info(s.tag).type
            self.line(f"{tag} = {bare(self.value(s.tag, kind))}")
        self._wrapped(s.cases, label, lambda: self._switch_cases(s, tag))

    def _wrapped(self, cases: list[n.Case], label: str, write: Any) -> None:
        """Write cases, in a loop of one pass if a break leaves them."""
        loop = self._cases_as_loop(cases, label)
        self.enter(label, False, loop)
        if loop:
            self.line("while True:")
            self.indent += 1
        write()
        if loop:
            self.line("break")
            self.indent -= 1
        self.leave()

    def _switch_cases(self, s: n.Switch, tag: str | None) -> None:
        outer = self.indent
        falls = any(_falls(case) for case in s.cases)
        chosen = self.temporary("_case") if falls else ""
        word = "if"
        default = None
        for number, case in enumerate(s.cases):
            if case.values is None:
                default = (number, case)
                continue
            self.go_line = case.line
            word = self._case_head(s, tag, case, word)
            self._case_body(case, number, chosen)
        if default is not None:
            if word == "if":
                self.line("if True:")
            else:
                self.line("else:")
            self._case_body(default[1], default[0], chosen)
        elif chosen and word == "elif":
            self.line("else:")
            self.lines.append((self.indent + 1, f"{chosen} = -1", self.go_line))
        self.indent = outer
        if chosen:
            self._falling_bodies(s, chosen)

    def _case_head(self, s: n.Switch, tag: str | None, case: n.Case, word: str) -> str:
        """Write the condition of a case; what it needs goes into an else of the cases before."""
        before = len(self.lines)
        tests = [partial(self._switch_test, s, tag, value) for value in case.values or ()]
        text = self.joined("or", *tests)
        needed = self.lines[before:]
        if needed and word == "elif":
            del self.lines[before:]
            self.line("else:")
            self.indent += 1
            self.lines += [(indent + 1, line, at) for indent, line, at in needed]
            word = "if"
        self.line(f"{word} {bare(text)}:")
        return "elif"

    def _case_body(self, case: n.Case, number: int, chosen: str) -> None:
        if chosen:
            self.lines.append((self.indent + 1, f"{chosen} = {number}", self.go_line))
        else:
            self.body(case.body)

    def _falling_bodies(self, s: n.Switch, chosen: str) -> None:
        for number, case in enumerate(s.cases):
            self.line(f"if {chosen} == {number}:")
            self.body(case.body)
            if _falls(case):
                self.lines.append((self.indent + 1, f"{chosen} = {number + 1}", self.go_line))

    def _switch_test(self, s: n.Switch, tag: str | None, value: Any) -> str:
        if tag is None:
            if t.is_interface(self.info(value).type):
                return f"iface_equal({self.expr(value)}, True)"
            return self.expr(value)
        x, of = self.info(value), self.info(s.tag)
        if x.mode == "nil":
            return f"({tag} is {self.nil(of.type)})"
        kind = of.type
        if t.is_interface(kind) or t.is_interface(x.type):
            left = self.converted(tag, kind, t.ANY)
            return f"iface_equal({left}, {self.value(value, t.ANY)})"
        if isinstance(kind.underlying, t.Basic):
            return f"({tag} == {self.operand(value, kind)})"
        return f"equal({self.type_name(kind)}, {tag}, {self.expr(value)})"

    def _typeswitch_stmt(self, s: n.TypeSwitch) -> None:
        label = self._take_label()
        if s.init is not None:
            self.stmt(s.init)
        x = self.temporary("_x")
        self.line(f"{x} = {bare(self.expr(s.x))}")
        self._wrapped(s.cases, label, lambda: self._type_cases(s, x))
        self.hold(x, self.info(s.x).type)

    def _type_cases(self, s: n.TypeSwitch, x: str) -> None:
        word = "if"
        default = None
        for case in s.cases:
            if case.values is None:
                default = case
                continue
            self.go_line = case.line
            tests = [self._type_test(value, x) for value in case.values]
            self.line(f"{word} {' or '.join(tests)}:")
            word = "elif"
            self._type_body(s, case, x)
        if default is not None:
            self.line("else:" if word == "elif" else "if True:")
            self._type_body(s, default, x)

    def _type_test(self, value: Any, x: str) -> str:
        operand = self.info(value)
        if operand.mode == "nil":
            return f"{x} is None"
        kind = operand.type
        plain = {t.INT: "int", t.STRING: "str", t.FLOAT64: "float", t.BOOL: "bool"}.get(kind)
        if plain:
            return f"{x}.__class__ is {plain}"
        return f"{self.function_constant('is', kind, recogniser(kind))}({x})"

    def _type_body(self, s: n.TypeSwitch, case: n.Case, x: str) -> None:
        self.indent += 1
        if s.name is not None:
            var = self.info(case).obj
            text = x
            if case.values is not None and len(case.values) == 1:
                kind = self.info(case.values[0])
                if kind.mode != "nil" and not t.is_interface(kind.type) and kind.type not in _PLAIN:
                    text = f"{self.function_constant('open', kind.type, opener(kind.type))}({x})"
            self.declare(var, text)
        self.indent -= 1
        self.body(case.body)

    # -- select ---------------------------------------------------------------------------------

    def _select_stmt(self, s: n.Select) -> None:
        label = self._take_label()
        comms = [case for case in s.cases if case.values is not None]
        default = next((case for case in s.cases if case.values is None), None)
        if not s.cases:
            self.line("yield select()")
            return
        if not comms:
            assert default is not None
            self._wrapped(s.cases, label, lambda: self._plain_bodies(default))
            return
        tail = ", default=True" if default is not None else ""
        with self.in_turn(*(x for case in comms for x in operands(case.comm))):
            texts = [self._comm_text(case.comm) for case in comms]
            if len(comms) > 1:
                self.go_line = s.line  # Of several cases none is said to be the one that waits.
            self.line(f"_case, _value, _ok = yield select({', '.join(texts)}{tail})")
        self.lives.hidden |= self.kept_by(s)
        self._wrapped(s.cases, label, lambda: self._select_cases(comms, default))

    def _plain_bodies(self, case: n.Case) -> None:
        self.statements(case.body)

    def _comm_text(self, comm: Any) -> str:
        self.go_line = comm.line
        if isinstance(comm, n.Send):
            under = self.info(comm.channel).type.underlying
            return f"send({self.expr(comm.channel)}, {self.value(comm.value, under.elem)})"
        return self.recv_case(operands(comm)[0])

    def _select_cases(self, comms: list[n.Case], default: n.Case | None) -> None:
        for number, case in enumerate(comms):
            self.go_line = case.line
            last = number == len(comms) - 1 and default is None and number > 0
            self.line("else:" if last else f"{'if' if number == 0 else 'elif'} _case == {number}:")
            self.indent += 1
            start = len(self.lines)
            if isinstance(case.comm, n.Assign):
                self._received(case.comm)
            self._plain_bodies(case)
            if len(self.lines) == start:
                self.line("pass")
            self.indent -= 1
        if default is not None:
            self.line("else:")
            self.body(default.body)

    def _received(self, comm: n.Assign) -> None:
        """Give the variables of a case what was received."""
        define = comm.op == ":="
        e = comm.rhs[0]
        while isinstance(e, n.Paren):
            e = e.x
        elem = self.info(e.x).type.underlying.elem  # type: ignore[attr-defined]
        bound = []
        for target, text, kind in zip(comm.lhs, ("_value", "_ok"), (elem, t.BOOL), strict=False):
            if isinstance(target, n.Ident) and target.name == "_":
                continue
            value = self.copy(text, kind) if t.is_aggregate(kind) else text
            bound.append((self.target_var(target, define), target, value, kind))
        self.bind_targets(bound)


def _falls(case: n.Case) -> bool:
    last = case.body[-1] if case.body else None
    return isinstance(last, n.Branch) and last.word == "fallthrough"


_PLAIN = frozenset((t.INT, t.STRING, t.FLOAT64, t.BOOL))
