"""The type checker, jumps: break, continue, fallthrough, goto, and the labels they name.

Models   go/types/labels.go, stmt.go (fallthrough).
Read     gosim.golang.check.calls and gosim.golang.syntax.gotos first, gosim.golang.check.stmts next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.check.calls import CallChecker
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.gotos import complaints, gotos


class JumpChecker(CallChecker):
    """Check jumps and labels."""

    def stmt(self, s: Any) -> None:
        """Check a statement."""
        raise NotImplementedError

    gotos: frozenset[str] = frozenset()
    """The labels to which the function that is being checked jumps."""

    def check_gotos(self, body: list[Any]) -> None:
        """Check the jumps of a function; what they jump over may happen again, as in a loop."""
        self.gotos = frozenset(s.label.name for s in gotos(body) if s.label is not None)
        if self.gotos:
            self.frame.loops += 1
            self.frame.has_loop = True
        for place, text in complaints(body):
            self.fail(place, text)

    def _branch_stmt(self, s: n.Branch) -> None:
        if s.word == "fallthrough":
            self.fail(s, "fallthrough statement out of place")
            return
        enclosing = self.enclosing.get(self.frame, [])
        if s.word == "goto":
            return
        if s.label is not None:
            found = next((e for e in enclosing if e[0] == s.label.name), None)
            if found is None or (s.word == "continue" and found[1] != "loop"):
                known = found is not None
                self.fail(
                    s.label,
                    f"invalid {s.word} label {s.label.name}"
                    if known
                    else f"{s.word} label not defined: {s.label.name}",
                )
            self.labels_used.add(s.label.name)
        elif s.word == "break" and not enclosing:
            self.fail(s, "break is not in a loop, switch, or select")
        elif s.word == "continue" and not any(kind == "loop" for _, kind in enclosing):
            self.fail(s, "continue is not in a loop")

    def _labeled_stmt(self, s: n.Labeled) -> None:
        self._next_label = s.label.name
        if isinstance(s.stmt, n.Block):
            self.enclosing.setdefault(self.frame, []).insert(0, (s.label.name, "block"))
            self.stmt(s.stmt)
            self.enclosing[self.frame].pop(0)
        else:
            self.stmt(s.stmt)
        if s.label.name not in self.labels_used | self.gotos:
            self.fail(s.label, f"label {s.label.name} defined and not used")

    _next_label = ""
