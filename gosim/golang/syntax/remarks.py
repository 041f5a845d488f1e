"""The statements that directives become.

Models   nothing in Go.
Read     gosim.golang.syntax.nodes first, gosim.golang.syntax.directives next.
"""

from __future__ import annotations

from gosim.golang.syntax.nodes import Expr, Stmt, node


@node
class Directive(Stmt):
    """``//gosim:word x``: what gosim is told, and Go is not."""

    word: str
    x: Expr | None


@node
class Count(Stmt):
    """``x++`` after ``//gosim:count``: one for each pass that this one stands for."""

    x: Expr
