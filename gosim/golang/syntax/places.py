"""Places in the source, as the compiler's messages name them.

Models   cmd/compile/internal/syntax/pos.go: file:line:col.
Read     gosim.golang.syntax.nodes first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.syntax import nodes as n


def place_of(node: Any) -> str:
    """Return the place of a node."""
    name = node.file.name if "/" in node.file.name else f"./{node.file.name}"
    return f"{name}:{node.line}:{node.col}"


def declared_at(obj: Any) -> str:
    """Return the place at which an object is declared."""
    return place_of(obj.at) if obj.at is not None else "universe"


def operator_place(s: n.Assign) -> n.Node:
    """Return a node at the ``:=`` of a declaration."""
    made = n.Node().at(s)
    start = s.lhs[-1].end
    offset = s.file.source.index(b":=", start)
    upto = s.file.source[:offset]
    made.line, made.col = upto.count(b"\n") + 1, offset - upto.rfind(b"\n")
    return made  # type: ignore[no-any-return]
