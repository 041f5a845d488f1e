"""The statements that directives become.

Models   nothing in Go.
Read     gosim.golang.nodes first, gosim.golang.directives next.
"""

from __future__ import annotations

from gosim.golang.nodes import Expr, Stmt, node


@node
class Directive(Stmt):
    """``//gosim:word x``: what gosim is told, and Go is not."""

    word: str
    x: Expr | None


@node
class Count(Stmt):
    """``x++`` after ``//gosim:count``: one for each pass that this one stands for."""

    x: Expr
