"""Go's loops in Python, and the jumps out of them.

Models   for and range statements; break, continue and labels.
Read     gosim.golang.write.places first, gosim.golang.write.gotos next.

A switch or select that a `break` leaves becomes a loop of one pass.  A jump over several Python
loops sets a flag, which each of them asks when it is left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Operand, Var
from gosim.golang.values.backedges import EVERY
from gosim.golang.values.boxes import keeps_key
from gosim.golang.write.places import PlaceWriter


class Target:
    """Something that break or continue can name."""

    def __init__(self, label: str, is_loop: bool, python_loop: bool, start: int) -> None:
        self.label, self.is_loop, self.python_loop, self.start = label, is_loop, python_loop, start
        self.named = False
        """Whether only a jump that names it is meant for it."""
        self.post: Callable[[], None] | None = None
        self.function = False
        self.flag = ""
        self.exits: list[tuple[Target, str]] = []


class LoopWriter(PlaceWriter):
    """Write loops."""

    def __init__(self, program: Any) -> None:
        super().__init__(program)
        self.targets: list[Target] = []

    def body(self, stmts: list[Any]) -> None:
        """Write statements, one level deeper; `pass` if there are none."""
        raise NotImplementedError

    def stmt(self, s: Any) -> None:
        """Write a statement."""
        raise NotImplementedError

    def let_go(self, needed: Any) -> None:
        """Forget what is not needed any more, before something that may last."""
        raise NotImplementedError

    def statements(self, stmts: list[Any]) -> None:
        """Write a list of statements."""
        raise NotImplementedError

    # -- jumps ----------------------------------------------------------------------------------

    def enter(self, label: str, is_loop: bool, python_loop: bool) -> Target:
        """Begin something that a jump can leave."""
        made = Target(label, is_loop, python_loop, len(self.lines))
        self.targets.append(made)
        return made

    def leave(self) -> None:
        """End it: write the jumps that go further out."""
        left = self.targets.pop()
        if left.flag:
            self.lines.insert(left.start, (self.indent, f"{left.flag} = 0", self.go_line))
        for target, word in left.exits:
            code = 1 if word == "break" else 2
            self.line(f"if {target.flag} == {code}:")
            self.indent += 1
            self._jump_to(target, word)
            self.indent -= 1

    def jump(self, word: str, label: str) -> None:
        """Write break or continue."""
        for target in reversed(self.targets):
            wanted = target.label == label if label or target.named else True
            if not wanted or (word == "continue" and not target.is_loop):
                continue
            self._jump_to(target, word)
            return

    def _jump_to(self, target: Target, word: str) -> None:
        above = self.targets[self.targets.index(target) + 1 :]
        if target.function and not any(other.function for other in above):
            self.line(f"return {word == 'continue'}")
            return
        between = [other for other in above if other.python_loop or other.function]
        if between:
            if not target.flag:
                target.flag = self.temporary("_jump")
            self.line(f"{target.flag} = {1 if word == 'break' else 2}")
            inner = between[-1]
            functions = [other for other in between if other.function]
            if functions:
                inner = functions[-1]
                self.assigned[-1].add(target.flag)
            if (target, word) not in inner.exits:
                inner.exits.append((target, word))
            self.line("return False" if functions else "break")
            return
        if word == "continue" and target.flag:
            self.line(f"{target.flag} = 0")
        if word == "continue" and target.post is not None:
            target.post()
        self.line(word)

    # -- for ------------------------------------------------------------------------------------

    def loop(
        self,
        head: str,
        label: str,
        fill: Callable[[], None],
        post: Callable[[], None] | None = None,
    ) -> None:
        """Write a Python loop."""
        target = self.enter(label, True, True)
        target.post = post
        self.line(head)
        self.indent += 1
        start = len(self.lines)
        fill()
        if post is not None:
            post()
        if len(self.lines) == start:
            self.line("pass")
        self._count_passes(start)
        self.indent -= 1
        self.leave()

    def _count_passes(self, start: int) -> None:
        """Make a loop look up now and then, unless each pass performs an operation."""
        lines = self.lines[start:]
        operates = any(
            indent == self.indent
            and "yield " in text.replace("yield from", "")
            and not text.startswith(("if ", "elif ", "while "))
            for indent, text, _ in lines
        )
        skips = any(text == "continue" for _, text, _ in lines)
        if operates and not skips:
            return
        how = "yield TICK" if self.frame.waits else "tick()"
        self.lines[start:start] = [
            (self.indent, "_n += 1", self.go_line),
            (self.indent, f"if _n >= {EVERY}:", self.go_line),
            (self.indent + 1, f"_n = {how}", self.go_line),
        ]
        self.counting = True

    counting = False

    def for_loop(self, s: n.For, label: str) -> None:
        """Write a for statement with a condition or clauses."""
        counted = self._counted(s)
        if counted is not None:
            var, first, last = counted
            head = f"for {self.var_name(var)} in range({first}, {last}):"
            self.loop(head.replace("range(0, ", "range("), label, lambda: self._fill(s.body))
            return
        if s.init is not None:
            self.stmt(s.init)
        fresh = [var for var in self._loop_vars(s) if self.is_cell(var)]
        post = None
        if s.post is not None or fresh:

            def post() -> None:
                for var in fresh:
                    name = self.var_name(var)
                    self.line(f"{name} = Cell({name}.v)")
                if s.post is not None:
                    self.stmt(s.post)

        if s.cond is None:
            self.loop("while True:", label, lambda: self._fill(s.body), post)
            return
        before = len(self.lines)
        self.indent += 1
        cond = self.condition(s.cond)
        self.indent -= 1
        prelude = self.lines[before:]
        del self.lines[before:]
        if not prelude:
            self.loop(f"while {cond}:", label, lambda: self._fill(s.body), post)
            return

        def fill() -> None:
            self.lines += prelude
            self.line(f"if not {cond}:")
            self.lines.append((self.indent + 1, "break", self.go_line))
            self._fill(s.body)

        self.loop("while True:", label, fill, post)

    def _fill(self, block: n.Block) -> None:
        self.statements(block.body)

    def condition(self, e: Any) -> str:
        """Return a condition without needless parentheses."""
        return bare(self.expr(e))

    def _loop_vars(self, s: n.For) -> list[Var]:
        if not self.check.loopvar or not isinstance(s.init, n.Assign) or s.init.op != ":=":
            return []
        found = [self.target_var(target, True) for target in s.init.lhs]
        return [var for var in found if var is not None]

    def _counted(self, s: n.For) -> tuple[Var, str, str] | None:
        """Return (variable, first, last) if the loop only counts: ``i := a; i < b; i++``."""
        init, cond, post = s.init, s.cond, s.post
        if not (
            isinstance(init, n.Assign)
            and len(init.lhs) == 1
            and isinstance(cond, n.Binary)
            and isinstance(post, n.IncDec)
            and post.op == "++"
            and cond.op in ("<", "<=")
            and isinstance(cond.x, n.Ident)
            and isinstance(post.x, n.Ident)
        ):
            return None
        var = self.target_var(init.lhs[0], init.op == ":=")
        if var is None or self.info(cond.x).obj is not var or self.info(post.x).obj is not var:
            return None
        if var.writes != 1 or var.addressed or (var.captured and not self.check.loopvar):
            return None
        if t.kind_of(var.type) != "int":
            return None
        last = self._steady_bound(cond.y)
        if last is None:
            return None
        var.writes = 0
        first = self.value(init.rhs[0], var.type)
        return var, first, last if cond.op == "<" else f"{last} + 1"

    def _steady_bound(self, e: Any) -> str | None:
        x = self.info(e)
        if x.mode == "const":
            return str(int(x.value))
        if isinstance(x.obj, Var) and isinstance(e, n.Ident):
            if x.obj.writes == 0 and not x.obj.addressed:
                return self.variable(x.obj)
        return None

    # -- range ----------------------------------------------------------------------------------

    def range_loop(self, s: n.Range, label: str) -> None:
        """Write a range statement."""
        x = self.info(s.x)
        under = x.type.underlying
        if isinstance(under, t.Pointer):
            under = under.elem.underlying
        if isinstance(under, t.Signature):
            self._range_function(s, label)
        elif isinstance(under, t.Chan):
            self._range_channel(s, label, under)
        elif isinstance(under, t.Map):
            self._range_map(s, label, under)
        elif t.kind_of(x.type) == "int":
            limit = self.operand(s.x, x.type)
            self._range_over(s, label, f"range({limit})", [(s.key, x.type)])
        elif t.kind_of(x.type) == "string":
            text = f"runes({self.expr(s.x)})"
            self._range_over(s, label, text, [(s.key, t.INT), (s.value, t.INT32)], pairs=True)
        else:
            self._range_items(s, label, under)

    def _wanted(self, e: Any) -> bool:
        return e is not None and not (isinstance(e, n.Ident) and e.name == "_")

    def _range_items(self, s: n.Range, label: str, under: Any) -> None:
        text = self.expr(s.x)
        is_slice = isinstance(under, t.Slice)
        if not self._wanted(s.value):
            count = (
                f"{text}.n" if is_slice else f"len({text})" if "(" in text else str(under.length)
            )
            self._range_over(s, label, f"range({count})", [(s.key, t.INT)])
            return
        items = (
            f"range_items({text})"
            if is_slice
            else (
                text if isinstance(self.info(s.x).type.underlying, t.Pointer) else f"list({text})"
            )
        )
        elem = under.elem
        if self._wanted(s.key):
            parts = [(s.key, t.INT), (s.value, elem)]
            self._range_over(s, label, f"enumerate({items})", parts, pairs=True)
        else:
            self._range_over(s, label, items, [(s.value, elem)])

    def _range_over(
        self,
        s: n.Range,
        label: str,
        iterable: str,
        parts: list[tuple[Any, Any]],
        pairs: bool = False,
    ) -> None:
        """Write a loop over a Python iterable."""
        names, later = [], []
        for target, kind in parts:
            if not self._wanted(target):
                names.append("_")
                continue
            var = self.target_var(target, s.define)
            simple = var is not None and not self.is_cell(var) and not t.is_aggregate(kind)
            if simple and var is not None:
                names.append(self.var_name(var))
            else:
                names.append(self.temporary())
                later.append((var, target, kind, names[-1]))
        head = ", ".join(names) if pairs else names[0]

        def fill() -> None:
            bound = [
                (var, target, self.copy(name, kind) if t.is_aggregate(kind) else name, kind)
                for var, target, kind, name in later
            ]
            self.bind_targets(bound)
            self._fill(s.body)

        self.loop(f"for {head} in {iterable}:", label, fill)

    def bind_targets(self, bound: list[tuple[Var | None, Any, str, Any]]) -> None:
        """Give several targets, each with a text and its type, their values at once."""
        writes = self.places([target for _, target, _, _ in bound], [var for var, *_ in bound])
        for write, (var, target, text, kind) in zip(writes, bound, strict=True):
            if var is not None:
                self.declare(var, text)
            else:
                write(self.converted(text, kind, self.target_type(target)))

    def bind_target(self, var: Var | None, target: Any, text: str, kind: Any) -> None:
        """Give a range's variable its value of this pass."""
        if var is not None:
            self.declare(var, text)
        elif self._wanted(target):
            self.store(target, self.converted(text, kind, self.target_type(target)))

    def _range_channel(self, s: n.Range, label: str, under: t.Chan) -> None:
        channel = self.temporary("_ch")
        self.line(f"{channel} = {self.expr(s.x)}")
        value = self.temporary()

        def fill() -> None:
            if s.body in self.lives.before:
                self.hold(value, under.elem)
                self.let_go(self.lives.before[s.body])
            self.line(f"{value}, _ok = yield recv_ok({channel})")
            self.hold(value, under.elem)
            self.line("if not _ok:")
            self.lines.append((self.indent + 1, "break", self.go_line))
            if self._wanted(s.key):
                text = self.copy(value, under.elem) if t.is_aggregate(under.elem) else value
                self.bind_target(self.target_var(s.key, s.define), s.key, text, under.elem)
            self._fill(s.body)

        self.loop("while True:", label, fill)
        self.hold(channel, under)
        self.hold(value, under.elem)

    def _range_map(self, s: n.Range, label: str, under: t.Map) -> None:
        m, key = self.temporary("_m"), self.temporary("_k")
        self.line(f"{m} = {self.expr(s.x)}")

        def fill() -> None:
            self.line(f"if {key} not in {m}:")
            self.lines.append((self.indent + 1, "continue", self.go_line))
            bound = []
            if self._wanted(s.key):
                text = (
                    key if keeps_key(under.key) else f"from_key({self.type_name(under.key)}, {key})"
                )
                bound.append((self.target_var(s.key, s.define), s.key, text, under.key))
            if self._wanted(s.value):
                text = f"{m}[{key}]"
                text = self.copy(text, under.elem) if t.is_aggregate(under.elem) else text
                bound.append((self.target_var(s.value, s.define), s.value, text, under.elem))
            self.bind_targets(bound)
            self._fill(s.body)

        self.loop(f"for {key} in map_keys({m}):", label, fill)
        self.hold(m, under)
        self.hold(key, under.key)

    def _range_function(self, s: n.Range, label: str) -> None:
        """Write a range over a function: its body becomes a function too."""
        x = self.info(s)
        frame = x.obj
        assert isinstance(frame, Frame)
        sequence = self.simple(self.expr(s.x))
        name = self.temporary("_body")
        target = self.enter(label, True, False)
        target.function = True
        self._body_function(s, frame, name, x)
        dynamic = self.program.waits_as(self.info(s.x).type.underlying)
        loop, step = self.temporary("_loop"), "waiting_step" if frame.waits else "step"
        self.line(f"{loop} = LoopBody({name})")
        call = f"{sequence}({loop}.{step})"
        self.line(self.coloured(call, "dynamic" if dynamic else "plain"))
        self.line(f"{loop}.over()")
        returned = self._returned
        self._returned = False
        self.leave()
        if returned:
            self.line("if _returned:")
            self.indent += 1
            self.return_again()
            self.indent -= 1

    _returned = False

    def return_again(self) -> None:
        """Return from the function what its loop's body wanted to return."""
        raise NotImplementedError

    def _body_function(self, s: n.Range, frame: Frame, name: str, x: Operand) -> None:
        raise NotImplementedError


def bare(text: str, statement: bool = False) -> str:
    """Return an expression without the parentheses around all of it.

    Those of a ``yield`` stay, but for one that is a statement.
    """
    if not text.startswith("("):
        return text
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            inner = text[1:-1]
            whole = place == len(text) - 1 and ":=" not in inner
            return inner if whole and (statement or not inner.startswith("yield")) else text
    return text
