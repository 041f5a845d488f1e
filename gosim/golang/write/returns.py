"""Go's return statements in Python: results, named and not, and the calls deferred before them.

Models   return statements of The Go Programming Language Specification.
Read     gosim.golang.write.gotos first, gosim.golang.write.stmts next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Var
from gosim.golang.write.gotos import GotoWriter
from gosim.golang.write.loops import bare


class ReturnWriter(GotoWriter):
    """Write return statements."""

    def _return_stmt(self, s: n.Return) -> None:
        results = self.outer_frame().results
        texts = self._result_texts(s, results)
        if self.frame_is_body():
            self._return_from_body(texts, results)
        elif self.outer_frame().has_defer:
            self._return_deferred(texts, results)
        else:
            self.line(f"return {', '.join(texts)}" if texts else "return")

    def outer_frame(self) -> Frame:
        """Return the frame of the function that a return leaves."""
        frame = self.frame
        while isinstance(frame.node, n.Range):
            assert frame.parent is not None
            frame = frame.parent
        return frame

    def frame_is_body(self) -> bool:
        """Return whether this is the body of a range over a function."""
        return isinstance(self.frame.node, n.Range)

    def _result_texts(self, s: n.Return, results: list[Var]) -> list[str]:
        if not s.results:
            return [self.variable(var) for var in results]
        if len(s.results) == 1 and len(results) > 1:
            return self._results_of_call(s.results[0], results)
        with self.calls_first(*s.results):
            return [self._result(e, var.type) for e, var in zip(s.results, results, strict=True)]

    def _result(self, e: Any, type_: Any) -> str:
        """Return a result; a variable that ends with the function need not be copied."""
        x = self.info(e)
        if t.is_aggregate(type_) and isinstance(e, n.Ident) and isinstance(x.obj, Var):
            var = x.obj
            if var.frame is self.frame and not (var.addressed or var.captured or var.is_param):
                return self.expr(e)
        return bare(self.value(e, type_))

    def _results_of_call(self, call: Any, results: list[Var]) -> list[str]:
        have = self.result_types(call)
        if (
            all(
                self.converted("x", kind, var.type) == "x"
                for kind, var in zip(have, results, strict=True)
            )
            and not self.outer_frame().has_defer
        ):
            return (
                [self.expr(call)]
                if not self.frame_is_body()
                else self._taken_apart(call, have, results)
            )
        return self._taken_apart(call, have, results)

    def _taken_apart(self, call: Any, have: list[Any], results: list[Var]) -> list[str]:
        names = [self.temporary() for _ in have]
        self.line(f"{', '.join(names)} = {self.expr(call)}")
        return [
            self.converted(name, kind, var.type)
            for name, kind, var in zip(names, have, results, strict=True)
        ]

    def _return_deferred(self, texts: list[str], results: list[Var]) -> None:
        """Return from a function with deferred calls: they may still change the results."""
        self._set_results(texts, results)
        self.line(self.run_defers())
        self.return_results(results)

    def _set_results(self, texts: list[str], results: list[Var]) -> None:
        if not texts or texts == [self.variable(var) for var in results]:
            return
        if len(texts) == 1:
            self.set_variable(results[0], texts[0])
            return
        names = [self.temporary() for _ in texts]
        self.line(f"{', '.join(names)} = {', '.join(texts)}")
        for var, name in zip(results, names, strict=True):
            self.set_variable(var, name)

    def run_defers(self) -> str:
        """Return the statement that makes the deferred calls."""
        return "yield from _d.run()" if self.frame.waits else "_d.run_now()"

    def return_results(self, results: list[Var]) -> None:
        """Return the result variables."""
        texts = [self.variable(var) for var in results]
        self.line(f"return {', '.join(texts)}" if texts else "return")

    def _return_from_body(self, texts: list[str], results: list[Var]) -> None:
        self._set_results(texts, results)
        self.line("_returned = True")
        self.assigned[-1].add("_returned")
        self._returned = True
        self.line("return False")

    def return_again(self) -> None:
        """Return from the function what its loop's body wanted to return."""
        results = self.outer_frame().results
        if self.frame_is_body():
            self.line("return False")
            self._returned = True
        elif self.outer_frame().has_defer:
            self.line(self.run_defers())
            self.return_results(results)
        else:
            self.return_results(results)
