"""Where `goto` goes: the labels of a function, and the jumps that Go refuses.

Models   cmd/compile/internal/syntax/branches.go: blockBranches.
Read     gosim.golang.syntax.nodes first, gosim.golang.write.loops next.

A list of statements with labels becomes segments, each of which begins at a label; a goto says
at which segment to go on, in the list or from anywhere inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gosim.golang.syntax import nodes as n


def parts(s: Any) -> list[list[Any]]:
    """Return the lists of statements in a statement."""
    if isinstance(s, n.Block):
        return [s.body]
    if isinstance(s, n.If):
        return [s.then.body] + ([[s.otherwise]] if s.otherwise is not None else [])
    if isinstance(s, (n.For, n.Range)):
        return [s.body.body]
    if isinstance(s, (n.Switch, n.TypeSwitch, n.Select)):
        return [case.body for case in s.cases]
    return [[s.stmt]] if isinstance(s, n.Labeled) else []


def inside(stmts: list[Any]) -> Iterator[Any]:
    """Yield all statements of a list and in it, but not those of function literals."""
    for s in stmts:
        yield s
        for part in parts(s):
            yield from inside(part)


def gotos(stmts: list[Any]) -> list[n.Branch]:
    """Return the gotos in a list of statements."""
    return [s for s in inside(stmts) if isinstance(s, n.Branch) and s.word == "goto"]


def labels(stmts: list[Any]) -> dict[str, n.Labeled]:
    """Return the statements of a list that have labels, by the last of their labels."""
    return {s.label.name: s for s in stmts if isinstance(s, n.Labeled)}


def complaints(stmts: list[Any]) -> Iterator[tuple[Any, str]]:
    """Yield the place and the text of what Go says about the jumps of a function."""
    everywhere = {s.label.name: s for s in inside(stmts) if isinstance(s, n.Labeled)}
    for jump in gotos(stmts):
        assert jump.label is not None
        name = jump.label.name
        if name not in everywhere:
            yield jump.label, f"label {name} not defined"
        else:
            yield from _between(stmts, jump, name)


def _between(stmts: list[Any], jump: n.Branch, name: str) -> Iterator[tuple[Any, str]]:
    """Follow a jump to the list that has its label."""
    here = next((i for i, s in enumerate(stmts) if jump in inside([s])), None)
    there = next((i for i, s in enumerate(stmts) if _has(s, name)), None)
    if here is None or there is None:
        return
    aim = stmts[there]
    if not (isinstance(aim, n.Labeled) and aim.label.name == name):
        part = next((p for p in parts(aim) if any(_has(s, name) for s in p)), [])
        if here == there and jump in inside(part):
            yield from _between(part, jump, name)
        else:
            at = _place(_block_of(aim, name, aim))
            yield jump.label, f"goto {name} jumps into block starting at {at}"
        return
    for s in reversed(stmts[here + 1 : there]):
        if declared := _declared(s):
            variable, at = declared
            yield jump.label, f"goto {name} jumps over declaration of {variable} at {at}"
            return


def _has(s: Any, name: str) -> bool:
    return any(isinstance(x, n.Labeled) and x.label.name == name for x in inside([s]))


def _block_of(s: Any, name: str, around: Any) -> Any:
    """Return the innermost block or case in a statement that has the label."""
    if isinstance(s, n.Labeled) and s.label.name == name:
        return around
    blocks = {n.Block: [s], n.If: [getattr(s, "then", s)]}.get(type(s), [])
    blocks += getattr(s, "cases", []) or ([s.body] if isinstance(s, (n.For, n.Range)) else [])
    for block in blocks:
        inner = next((x for x in block.body if _has(x, name)), None)
        if inner is not None:
            return _block_of(inner, name, block)
    following = getattr(s, "otherwise", None) or getattr(s, "stmt", None)
    return around if following is None else _block_of(following, name, around)


def _declared(s: Any) -> tuple[str, str] | None:
    """Return the variable that a statement declares, and where, as Go says it."""
    if isinstance(s, n.Assign) and s.op == ":=":
        operator = s.file.source.index(b":=", s.lhs[-1].end)
        column = operator - s.file.source.rfind(b"\n", 0, operator)
        return s.lhs[0].text, f"./{s.file.name}:{s.line}:{column}"
    specs = s.specs if isinstance(s, n.DeclStmt) else []
    variables = [x for x in specs if isinstance(x, n.ValueSpec) and x.word == "var"]
    return (variables[-1].names[0].name, _place(variables[-1])) if variables else None


def _place(node: Any) -> str:
    return f"./{node.file.name}:{node.line}:{node.col}"
