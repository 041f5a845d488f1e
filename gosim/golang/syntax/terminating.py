"""Terminating statements: does control ever reach the end of a function?

Models   The Go Programming Language Specification: Terminating statements; go/types/return.go.
Read     gosim.golang.syntax.nodes first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.syntax import nodes as n


def terminates(s: Any, label: str = "") -> bool:
    """Return whether control never passes the statement."""
    if isinstance(s, (n.Return,)):
        return True
    if isinstance(s, n.Branch):
        return s.word in ("goto", "fallthrough")
    if isinstance(s, n.ExprStmt):
        return _is_panic(s.x)
    if isinstance(s, n.Block):
        return _list(s.body)
    if isinstance(s, n.If):
        return s.otherwise is not None and terminates(s.then) and terminates(s.otherwise)
    if isinstance(s, n.For):
        return s.cond is None and not breaks(s.body, label, True)
    if isinstance(s, n.Labeled):
        return terminates(s.stmt, s.label.name)
    if isinstance(s, (n.Switch, n.TypeSwitch)):
        return any(c.values is None for c in s.cases) and _cases(s.cases, label)
    if isinstance(s, n.Select):
        return _cases(s.cases, label)
    return False


def _list(body: list[n.Stmt]) -> bool:
    for stmt in reversed(body):
        if not isinstance(stmt, n.Empty):
            return terminates(stmt)
    return False


def _cases(cases: list[n.Case], label: str) -> bool:
    return all(
        _list(case.body) and not any(breaks(stmt, label, True) for stmt in case.body)
        for case in cases
    )


def _is_panic(e: Any) -> bool:
    while isinstance(e, n.Paren):
        e = e.x
    return isinstance(e, n.Call) and isinstance(e.fun, n.Ident) and e.fun.name == "panic"


def breaks(s: Any, label: str, implicit: bool) -> bool:
    """Return whether there is a break that leaves the statement around s."""
    if isinstance(s, n.Branch):
        if s.word != "break":
            return False
        return implicit if s.label is None else s.label.name == label
    if isinstance(s, n.Block):
        return any(breaks(inner, label, implicit) for inner in s.body)
    if isinstance(s, n.If):
        return breaks(s.then, label, implicit) or breaks(s.otherwise, label, implicit)
    if isinstance(s, n.Labeled):
        return breaks(s.stmt, label, implicit)
    if isinstance(s, (n.For, n.Range)):
        return bool(label) and breaks(s.body, label, False)
    if isinstance(s, (n.Switch, n.TypeSwitch, n.Select)):
        return bool(label) and any(
            breaks(inner, label, False) for case in s.cases for inner in case.body
        )
    return False
