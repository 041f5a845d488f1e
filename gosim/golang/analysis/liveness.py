"""Which variables of a function are still needed, at each of its statements.

Models   cmd/compile/internal/liveness: plive.go.
Read     gosim.golang.analysis.flows first, gosim.golang.write.stmts next.
Leaves out   parts of a struct: it is needed as a whole; functions with a goto, where everything
             is needed until they return; a call that is not a statement by itself keeps what it
             was given.

Go's collector lets go of what no statement that may follow will look at, though the function has
not returned.  Python keeps what a name refers to: so before a statement that may last, the names
that nothing needs any more are given None.

>>> from gosim.golang.program import load
>>> from gosim.versions import GoVersion
>>> program = load({"a.go": b'''package main
... func main() {
...     data := make([]byte, 10)
...     println(len(data))
...     select {}
... }'''}, GoVersion.resolve("1.22"))
>>> (main,) = (f for f in program.frames if f.func and f.func.name == "main")
>>> lives = Lives(program, main, set(main.variables))
>>> [[var.name for var in lives.before[s]] for s in main.body.body]
[[], ['data'], []]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final, NamedTuple

from gosim.golang.natives import waits
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.gotos import gotos
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Frame, Func, Method, Var
from gosim.golang.values.makechan import has_pointers

Vars = frozenset[Var]
NONE: Final[Vars] = frozenset()


def is_steady(var: Var) -> bool:
    """Return whether a variable keeps its first value, so that a copy is as good."""
    return not (var.writes or var.addressed or (var.mutated and t.is_aggregate(var.type)))


def refers(kind: t.Type) -> bool:
    """Return whether a value of the type may refer to an object that is counted."""
    return has_pointers(kind) and not isinstance(kind.underlying, t.Opaque)


class Exit(NamedTuple):
    """What a jump can leave: what is needed after `break`, and after `continue` in a loop."""

    label: str
    done: Vars
    again: Vars | None = None
    block: bool = False


class Lives:
    """One function: `before` has what is needed before each statement, of the variables asked for.

    `held` and `hidden` are the variables and the names of the translator that may refer to
    something now, while it writes the function.
    """

    def __init__(self, program: Any, frame: Frame, asked: Iterable[Var]) -> None:
        self.program, self.info = program, frame.info
        self.before: dict[Any, Vars] = {}
        self.after: dict[Any, Vars] = {}
        self.held: set[Var] = set()
        self.hidden: set[str] = set()
        self._uses: dict[Any, Vars] = {}
        self._exits: list[Exit] = []
        self._label = ""
        self._falls: Vars = NONE
        self.asked: Vars = frozenset(asked)
        if self.asked and frame.body is not None and not gotos(frame.body.body):
            self._list(frame.body.body, NONE)
        else:
            self.asked = NONE

    def fading(self) -> Vars:
        """Return the variables that are not needed any more where the function may last."""
        return frozenset(
            var
            for var in self.asked
            if any(
                var not in needed and var.at is not None and s.end > var.at.start and self.lasts(s)
                for s, needed in self.before.items()
            )
        )

    def forget(self, needed: Vars) -> list[Var]:
        """Return what is held without need, and hold it no more."""
        gone = [var for var in self.held if var not in needed]
        self.held.difference_update(gone)
        return gone

    def given(self, s: n.ExprStmt, fading: Callable[[Frame], Vars]) -> list[Var]:
        """Return what a call gets for good: nothing else needs it, and the function lets go of it.

        Their places in the caller must not keep them while the call lasts.
        """
        call = _bare(s.x)
        if not self.held or s not in self.after or not isinstance(call, n.Call):
            return []
        fun, args = self.info[call.fun], call.args
        callee = fun.obj if isinstance(fun.obj, Frame) else None
        if isinstance(fun.obj, Func):
            callee = fun.obj.frames.get(fun.value or ())
        elif isinstance(fun.obj, Found) and isinstance(fun.obj.method, Method):
            method = fun.obj.method
            callee = method.decl.frames.get(("method", method.type_args))
            args = [_bare(call.fun).x, *args] if fun.value != "method" else args
        if callee is None or not callee.waits:
            return []
        dropped = fading(callee)
        return [
            var
            for arg, param in zip(args, callee.params, strict=False)
            if param in dropped
            for var in self.uses(arg) & self.held - self.after[s]
            if isinstance(arg, n.Ident)
        ]

    # -- what may last --------------------------------------------------------------------------

    def lasts(self, s: Any) -> bool:
        """Return whether a statement may wait, or run for long; those inside speak for themselves."""
        if s not in self.before:
            return False
        if isinstance(s, (n.For, n.Range)):
            return True
        if isinstance(s, n.Select):
            return all(case.values is not None for case in s.cases)
        if isinstance(s, (n.Send, n.ExprStmt, n.Assign, n.DeclStmt, n.Return)):
            return any(self._waits(part) for part in _inside(s)) or isinstance(s, n.Send)
        return False

    def _waits(self, e: Any) -> bool:
        if isinstance(e, n.Unary):
            return e.op == "<-"
        return isinstance(e, n.Call) and self._call_lasts(e)

    def _call_lasts(self, e: n.Call) -> bool:
        fun = self.info.get(e.fun)
        if fun is None or fun.mode in ("type", "builtin"):
            return False
        obj = fun.obj
        if isinstance(obj, Found) and isinstance(obj.method, Method):
            return self._func_lasts(obj.method.decl, ("method", obj.method.type_args))
        if isinstance(obj, Func):
            return self._func_lasts(obj, fun.value or ())
        if isinstance(obj, Frame):
            return obj in self.program.lasting
        if isinstance(obj, Found):
            return bool(self.program.waits_through(_bare(e.fun).sel.name))
        return bool(self.program.waits_as(fun.type.underlying))

    def _func_lasts(self, func: Func, args: Any) -> bool:
        if func.decl.body is None:
            return self.program.collects(func) or waits(self.program.check.native_of(func))
        return func.frames.get(args) in self.program.lasting

    # -- statements, backwards ------------------------------------------------------------------

    def _list(self, stmts: list[Any], after: Vars) -> Vars:
        for s in reversed(stmts):
            after = self._stmt(s, after)
        return after

    def _stmt(self, s: Any, after: Vars) -> Vars:
        """Return what is needed before a statement, given what is needed after it."""
        if s is None:
            return after
        method = getattr(self, "_" + type(s).__name__.lower(), None)
        needed: Vars = method(s, after) if method is not None else after | self.uses(s)
        self.before[s], self.after[s] = needed, after
        return needed

    def _block(self, s: n.Block, after: Vars) -> Vars:
        label, self._label = self._label, ""
        self._exits.append(Exit(label, after, block=True))
        needed = self._list(s.body, after)
        self._exits.pop()
        return needed

    def _labeled(self, s: n.Labeled, after: Vars) -> Vars:
        self._label = s.label.name
        return self._stmt(s.stmt, after)

    def _return(self, s: n.Return, after: Vars) -> Vars:
        return self.uses(s)

    def _branch(self, s: n.Branch, after: Vars) -> Vars:
        if s.word == "fallthrough":
            return self._falls
        name = s.label.name if s.label is not None else ""
        for left in reversed(self._exits):
            if left.label != name if name else left.block:
                continue
            if s.word == "break":
                return left.done
            if left.again is not None:
                return left.again
        return self.asked

    def _assign(self, s: n.Assign, after: Vars) -> Vars:
        if s.op not in ("=", ":="):
            return after | self.uses(s)
        return self._to(s.lhs, after) | self._all(s.rhs)

    def _to(self, targets: list[Any], after: Vars) -> Vars:
        """Return what is needed before values are assigned to targets."""
        for target in targets:
            var = self._whole(target)
            after = after | self.uses(target) if var is None else after - {var}
        return after

    def _whole(self, target: Any) -> Var | None:
        """Return the variable that an assignment to this target replaces."""
        x = self.info.get(target) if isinstance(target, n.Ident) else None
        var = None if x is None else x.obj
        if not isinstance(var, Var):
            return None
        return var if var.at is target or not (var.addressed or var.captured) else None

    def _declstmt(self, s: n.DeclStmt, after: Vars) -> Vars:
        for spec in reversed(s.specs):
            if isinstance(spec, n.ValueSpec) and spec.word == "var":
                after = self._to(spec.names, after) | self._all(spec.values)
        return after

    def _if(self, s: n.If, after: Vars) -> Vars:
        needed = self._list(s.then.body, after) | self._stmt(s.otherwise, after)
        return self._stmt(s.init, needed | self.uses(s.cond))

    def _for(self, s: n.For, after: Vars) -> Vars:
        label, self._label = self._label, ""
        own = self._to_post(s)
        head = self.uses(s.cond) | (after if s.cond is not None else NONE)
        while True:
            again = self._stmt(s.post, head) | own
            self._exits.append(Exit(label, after, again))
            found = head | self._list(s.body.body, again)
            self._exits.pop()
            if found == head:
                return self._stmt(s.init, head)
            head = found

    def _to_post(self, s: n.For) -> Vars:
        """Return the variables of a loop that each pass hands on to the next."""
        if not isinstance(s.init, n.Assign) or s.init.op != ":=":
            return NONE
        found = (self.info[target].obj for target in s.init.lhs if target in self.info)
        return frozenset(var for var in found if var in self.asked and not is_steady(var))

    def _range(self, s: n.Range, after: Vars) -> Vars:
        label, self._label = self._label, ""
        targets = [target for target in (s.key, s.value) if target is not None]
        head = after | self.uses(s.x)  # The loop itself keeps what it runs over.
        while True:
            self._exits.append(Exit(label, after, head))
            found = head | self._to(targets, self._list(s.body.body, head))
            self._exits.pop()
            if found == head:
                break
            head = found
        self.before[s.body] = head
        return head

    def _cases(self, s: Any, after: Vars) -> Iterator[tuple[n.Case, Vars]]:
        """Yield each case, the last first, with what its body needs."""
        label, self._label = self._label, ""
        self._exits.append(Exit(label, after))
        self._falls = after
        for case in reversed(s.cases):
            needed = self._list(case.body, after)
            yield case, needed
            self._falls = needed
        self._exits.pop()

    def _switch(self, s: n.Switch, after: Vars) -> Vars:
        needed = self.uses(s.tag)
        if all(case.values is not None for case in s.cases):
            needed |= after
        for case, inside in self._cases(s, after):
            needed |= inside | self._all(case.values or [])
        return self._stmt(s.init, needed)

    def _typeswitch(self, s: n.TypeSwitch, after: Vars) -> Vars:
        needed = self.uses(s.x)
        if all(case.values is not None for case in s.cases):
            needed |= after
        for case, inside in self._cases(s, after):
            x = self.info.get(case)
            needed |= inside - {x.obj} if x is not None else inside
        return self._stmt(s.init, needed)

    def _select(self, s: n.Select, after: Vars) -> Vars:
        needed = NONE
        for case, inside in self._cases(s, after):
            if isinstance(case.comm, n.Assign):
                needed |= self._to(case.comm.lhs, inside) | self._all(case.comm.rhs)
            else:
                needed |= inside | self.uses(case.comm)
        return needed

    # -- expressions ----------------------------------------------------------------------------

    def _all(self, exprs: list[Any]) -> Vars:
        return NONE.union(*map(self.uses, exprs))

    def uses(self, node: Any) -> Vars:
        """Return the variables that a node mentions, in function literals, too."""
        if node is None or not self.asked:
            return NONE
        found = self._uses.get(node)
        if found is None:
            found = self._uses[node] = self._mentioned(node)
        return found

    def _mentioned(self, node: Any) -> Vars:
        if isinstance(node, n.Ident):
            x = self.info.get(node)
            var = None if x is None else x.obj
            return frozenset((var,)) if var in self.asked else NONE
        return NONE.union(*map(self.uses, _parts(node)))


def _bare(e: Any) -> Any:
    while isinstance(e, n.Paren):
        e = e.x
    return e


def _parts(node: Any) -> Iterator[Any]:
    """Yield the nodes that a node is made of."""
    for field in fields(node):
        value = getattr(node, field.name)
        for part in value if isinstance(value, (list, tuple)) else (value,):
            if is_dataclass(part):
                yield part
            elif isinstance(part, tuple):
                yield from (inner for inner in part if is_dataclass(inner))


def _inside(s: Any) -> Iterator[Any]:
    """Yield a node and all that it is made of, but for the bodies of function literals."""
    yield s
    if not isinstance(s, n.FuncLit):
        for part in _parts(s):
            yield from _inside(part)
