"""Which calls of an expression come before it: those after which a variable may be another.

Models   cmd/compile/internal/walk/order.go, by which calls, receives, lengths and slices of slices
         go to temporaries, in their order; variables, fields and elements are read at the end.
Read     gosim.golang.write.sites first, gosim.golang.write.exprs next.
Leaves out   conversions of structs to interfaces, which the compiler copies in their turn.

Python reads from left to right.  So ``x + f()`` differs where `f` assigns to `x`, and so does
``return x, <-done`` where another goroutine does: there, what may assign is written as lines of
their own before the statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from gosim.golang.natives import waits
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Frame, Func, Method, Operand, Var
from gosim.golang.write.sites import SiteWriter

LOAD: Final = "load"
"""Stands for the reading of something that may change."""

_PURE: Final = frozenset(("make", "new", "min", "max"))


class OrderWriter(SiteWriter):
    """Write the calls of an expression before it, where that makes a difference."""

    def __init__(self, program: Any) -> None:
        super().__init__(program)
        self.early: dict[Any, str] = {}

    def info(self, e: Any) -> Operand:
        """Return what the checker found an expression to be."""
        return self.frame.info[e]  # type: ignore[no-any-return]

    def expr(self, e: Any) -> str:
        """Return an expression."""
        raise NotImplementedError

    @contextmanager
    def calls_first(self, *exprs: Any, targets: Sequence[Any] = ()) -> Iterator[None]:
        """Write the calls that come first; within, each stands for its result.

        `targets` are what the expressions are assigned to: they are found after them.
        """
        early = self._early(exprs, targets)
        for call in early:
            name = self.temporary("_c")
            self.line(f"{name} = {self.expr(call)}")
            self.early[call] = name
        yield
        for call in early:
            del self.early[call]

    @contextmanager
    def in_turn(self, *exprs: Any) -> Iterator[None]:
        """Write the expressions in their order if a call may change what one before it reads.

        A select evaluates its operands so, each as a whole.
        """
        kept = [e for e in exprs if self.info(e).mode not in ("const", "nil")]
        early = kept if self._early(exprs, ()) else []
        for e in early:
            name = self.temporary("_c")
            self.line(f"{name} = {self.expr(e)}")
            self.early[e] = name
        yield
        for e in early:
            del self.early[e]

    def joined(self, word: str, *parts: Callable[[], str]) -> str:
        """Return the parts with `and` or `or` between; what one needs is written where it is reached."""
        text = parts[0]()
        for part in parts[1:]:
            before = len(self.lines)
            right = part()
            needed = self.lines[before:]
            if not needed:
                text = f"{text} {word} {right}"
                continue
            del self.lines[before:]
            name = self.temporary("_b")
            self.line(f"{name} = {text}")
            self.line(f"if {'' if word == 'and' else 'not '}{name}:")
            self.lines += [(indent + 1, line, at) for indent, line, at in needed]
            self.lines.append((self.indent + 1, f"{name} = {right}", self.go_line))
            text = name
        return text

    def _early(self, exprs: Sequence[Any], targets: Sequence[Any]) -> list[Any]:
        """Return the calls up to the last that may change what is read before it."""
        steps = [step for target in targets for step in self._place_steps(target)]
        for e in exprs:
            steps += self._steps(e)
        if LOAD not in steps:
            return []
        seen = steps.index(LOAD)
        last = max(
            (i for i, step in enumerate(steps) if i > seen and self._alters(step)), default=-1
        )
        return [step for step in steps[: last + 1] if step is not LOAD]

    # -- what an expression does, in order ------------------------------------------------------

    def _steps(self, e: Any) -> Iterator[Any]:
        """Yield LOAD, and the calls, in the order of the text."""
        x = self.frame.info.get(e)
        if e is None or e in self.early or (x is not None and x.mode in ("const", "nil", "type")):
            return
        visit = getattr(self, f"_{type(e).__name__.lower()}_steps", None)
        if visit is not None:
            yield from visit(e)

    def _paren_steps(self, e: n.Paren) -> Iterator[Any]:
        yield from self._steps(e.x)

    def _ident_steps(self, e: n.Ident) -> Iterator[Any]:
        var = self.info(e).obj
        if isinstance(var, Var) and _changes(var):
            yield LOAD

    def _selector_steps(self, e: n.Selector) -> Iterator[Any]:
        found = self.info(e).obj
        if isinstance(found, Var):
            yield LOAD
        elif isinstance(found, Found) and found.field is not None:
            yield from self._steps(e.x)
            if found.indirect or isinstance(self.info(e.x).type, t.Pointer):
                yield LOAD

    def _index_steps(self, e: n.Index) -> Iterator[Any]:
        x = self.info(e)
        if isinstance(x.obj, Func):
            return
        yield from self._steps(e.x)
        yield from self._steps(e.indices[0])
        if isinstance(self.info(e.x).type.underlying, (t.Slice, t.Map, t.Pointer)):
            yield LOAD

    def _sliceexpr_steps(self, e: n.SliceExpr) -> Iterator[Any]:
        yield e

    def _star_steps(self, e: n.Star) -> Iterator[Any]:
        yield from self._steps(e.x)
        yield LOAD

    def _typeassert_steps(self, e: n.TypeAssert) -> Iterator[Any]:
        yield from self._steps(e.x)

    def _unary_steps(self, e: n.Unary) -> Iterator[Any]:
        if e.op == "<-":
            yield e
        elif e.op != "&" or isinstance(e.x, n.CompositeLit):
            yield from self._steps(e.x)

    def _binary_steps(self, e: n.Binary) -> Iterator[Any]:
        steps = [*self._steps(e.x), *self._steps(e.y)]
        if e.op in ("&&", "||") and any(step is not LOAD for step in steps):
            yield e
        else:
            yield from steps

    def _compositelit_steps(self, e: n.CompositeLit) -> Iterator[Any]:
        under = self.info(e).type.underlying
        for key, item in e.elements:
            if key is not None and isinstance(under, t.Map):
                yield from self._steps(key)
            yield from self._steps(item)

    def _call_steps(self, e: n.Call) -> Iterator[Any]:
        fun = self.info(e.fun)
        if fun.mode == "type" or (fun.mode == "builtin" and fun.obj.name in _PURE):
            for arg in e.args:
                yield from self._steps(arg)
        else:
            yield e

    def _place_steps(self, e: Any) -> Iterator[Any]:
        """Yield what has to be known before a value is stored."""
        while isinstance(e, n.Paren):
            e = e.x
        if isinstance(e, (n.Selector, n.Star)) and not isinstance(self.info(e).obj, Var):
            yield from self._steps(e.x)
        elif isinstance(e, n.Index):
            yield from self._steps(e.x)
            yield from self._steps(e.indices[0])

    # -- what a call may change -----------------------------------------------------------------

    def _alters(self, step: Any) -> bool:
        """Return whether a step may change variables, fields or elements."""
        if isinstance(step, n.Binary):
            return any(
                self._alters(inner) for side in (step.x, step.y) for inner in self._steps(side)
            )
        if not isinstance(step, n.Call):
            return isinstance(step, n.Unary)
        fun = self.info(step.fun)
        if fun.mode == "builtin":
            return fun.obj.name not in ("append", "len", "cap")
        return self._function_alters(fun) or any(self._calls_back(arg) for arg in step.args)

    def _function_alters(self, fun: Operand) -> bool:
        obj = fun.obj
        if isinstance(obj, Frame):
            return self.program.alters(obj)
        if isinstance(obj, Func):
            return self._declared_alters(obj, fun.value or ())
        if isinstance(obj, Found) and isinstance(obj.method, Method) and fun.value != "method":
            return self._declared_alters(obj.method.decl, ("method", obj.method.type_args))
        return True

    def _declared_alters(self, func: Func, args: Any) -> bool:
        if func.decl.body is None:
            return waits(self.check.native_of(func))
        return self.program.alters(func.frames[args])

    def _calls_back(self, arg: Any) -> bool:
        """Return whether an argument is a function, or contains calls that change something."""
        type_ = self.info(arg).type
        if isinstance(getattr(type_, "underlying", None), t.Signature):
            return True
        return any(step is not LOAD and self._alters(step) for step in self._steps(arg))


def _changes(var: Var) -> bool:
    """Return whether anybody else may assign to a variable."""
    return var.frame is None or var.addressed or (var.captured and (var.writes > 0 or var.mutated))
