"""Go's goto in Python: a list of statements with labels, in segments.

Models   goto statements and labels of The Go Programming Language Specification.
Read     gosim.golang.syntax.gotos and gosim.golang.write.loops first, gosim.golang.write.stmts next.

A list to whose labels a goto jumps becomes a loop of one pass over its segments, each of which
is left out if the pass began after it; a goto says where to begin, and continues that loop.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.gotos import gotos, labels
from gosim.golang.write.loops import LoopWriter


class GotoWriter(LoopWriter):
    """Write lists of statements, and the jumps to their labels."""

    segments: dict[str, tuple[str, int]] = {}  # noqa: RUF012  every function assigns its own
    """For each label of the function: the variable, which is the loop's name, and the segment."""

    def statements(self, stmts: list[Any]) -> None:
        """Write a list of statements: in segments, if there are jumps to labels in it."""
        aims = {s.label.name for s in gotos(stmts) if s.label} & set(labels(stmts))
        aims -= set(self.segments)
        if not aims:
            held = set(self.lives.held)
            for stmt in stmts:
                self.stmt(stmt)
            self.lives.held |= held  # What is dropped here may have been held elsewhere.
            return
        begin = self.temporary("_goto")
        saved = self.segments
        segments = _segments(stmts, aims)
        self.segments = saved | {
            segment[0].label.name: (begin, number)
            for number, segment in enumerate(segments)
            if number
        }
        self.line(f"{begin} = 0")
        self.loop("while True:", begin, lambda: self._segments(begin, segments))
        self.segments = saved

    def _segments(self, begin: str, segments: list[list[Any]]) -> None:
        self.targets[-1].named = True
        for number, segment in enumerate(segments):
            self.line(f"if {begin} <= {number}:")
            self.body(segment)
        self.line("break")

    def go_to(self, label: str) -> None:
        """Write a goto."""
        begin, number = self.segments[label]
        self.line(f"{begin} = {number}")
        aim = next(i for i, other in enumerate(self.targets) if other.label == begin)
        if any(other.function for other in self.targets[aim:]):
            self.assigned[-1].add(begin)
        self.jump("continue", begin)


def _segments(stmts: list[Any], aims: set[str]) -> list[list[Any]]:
    """Cut a list of statements at the labels."""
    segments: list[list[Any]] = [[]]
    for s in stmts:
        if isinstance(s, n.Labeled) and s.label.name in aims:
            segments.append([])
        segments[-1].append(s)
    return segments
