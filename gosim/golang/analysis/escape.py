"""What outlives the function that makes it, and so is an object of the heap.

Models   cmd/compile/internal/escape: where values flow, and which addresses get too far.
Read     gosim.golang.analysis.flows first, gosim.golang.values.allocations next.
Leaves out   what flows leaves out; goroutines and deferred calls keep what they are given.

The nodes of a graph are variables, the places that make something (syntax nodes), and the
addresses of variables; an edge says that a value may flow from one to the other.  What reaches
`HEAP`, a result, or a variable that lives longer, escapes.

>>> from gosim.golang.program import load
>>> from gosim.versions import GoVersion
>>> program = load({"a.go": b'''package main
... type T struct{ n int }
... var kept *T
... func main() {
...     p := &T{1}
...     q := &T{2}
...     kept = q
...     p.n++
... }'''}, GoVersion.resolve("1.22"))
>>> [node.text for node in escaping(program).heap]
['T{2}']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from gosim.golang.analysis.flows import Address, Escapes, Flows, function_of
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Frame, Var


def escaping(program: Any) -> Escapes:
    """Return what escapes in a program."""
    graph = _Graph(program)
    for frame in program.frames:
        if frame.body is not None and not isinstance(frame.node, n.Range):
            graph.function(frame)
    for _, groups in program.order:
        for group in groups:
            graph.enter(group.frame, group.frame.info)
            for value in group.values:
                graph.to_heap(graph.flows(value))
    return graph.solve()


class _Graph(Flows):
    """The whole graph: statements let values flow from one variable to another."""

    def function(self, frame: Frame) -> None:
        """Follow the values of a function's body."""
        self.enter(frame, frame.info)
        assert frame.body is not None
        self.walk(frame.body)

    # -- statements -----------------------------------------------------------------------------

    def walk(self, s: Any) -> None:
        """Follow the values of a statement and of those inside."""
        method = getattr(self, "_" + type(s).__name__.lower() + "_stmt", None)
        if method is not None:
            method(s)
            return
        for part in _parts(s):
            if isinstance(part, n.Expr):
                self.flows(part)
            else:
                self.walk(part)

    def _loop(self, body: Any) -> None:
        self.loops += 1
        self.walk(body)
        self.loops -= 1

    def _for_stmt(self, s: n.For) -> None:
        if isinstance(s.post, n.IncDec | n.Assign):
            target = s.post.x if isinstance(s.post, n.IncDec) else s.post.lhs[0]
            x = self.info.get(target)
            if x is not None and isinstance(x.obj, Var) and x.obj.in_loop:
                self.result.stepped.add(x.obj)
        for part in (s.init, s.cond, s.post):
            if isinstance(part, n.Expr):
                self.flows(part)
            elif part is not None:
                self.walk(part)
        self._loop(s.body)

    def _range_stmt(self, s: n.Range) -> None:
        found = self.flows(s.x)
        self.loops += 1
        for target in (s.key, s.value):
            if target is not None:
                self.assign(target, found, s.define)
        self.walk(s.body)
        self.loops -= 1

    def _assign_stmt(self, s: n.Assign) -> None:
        define = s.op == ":="
        if len(s.rhs) == 1 and len(s.lhs) > 1:
            found = self.flows(s.rhs[0])
            for target in s.lhs:
                self.assign(target, found, define)
            return
        for target, value in zip(s.lhs, s.rhs, strict=True):
            self._note_append(target, value)
            found = self.converted(value, self.type_of(target))
            if s.op == "+=" and t.kind_of(self.type_of(target)) == "string":
                found = self.made(s)
            self.assign(target, found, define)

    def _note_append(self, target: Any, value: Any) -> None:
        """Note an append to a variable that gets the result."""
        var = None if self.info.get(target) is None else self.info[target].obj
        if isinstance(value, n.Call) and isinstance(var, Var) and value.args:
            first = self.info.get(value.args[0])
            if first is not None and first.obj is var:
                self.result.in_place.add(value)

    def assign(self, target: Any, found: set[Any], define: bool) -> None:
        """Let values flow to what an expression denotes."""
        while isinstance(target, n.Paren):
            target = target.x
        if isinstance(target, n.Ident) and target.name == "_":
            return
        x = self.info.get(target)
        obj = None if x is None else x.obj
        if isinstance(obj, Var):
            if define and obj.at is target:
                self.depth.setdefault(obj, self.loops)
            self._into(obj, found)
            return
        root = target
        while isinstance(root, (n.Selector, n.Index, n.Paren)):
            kind = None if isinstance(root, n.Paren) else self.type_of(root.x)
            if not isinstance(root, n.Paren) and (
                kind is None or not isinstance(kind.underlying, (t.Struct, t.Array))
            ):
                break
            root = root.x
        if isinstance(target, n.Index):
            for index in target.indices:
                kind = self.type_of(target.x)
                key = kind.underlying.key if kind and isinstance(kind.underlying, t.Map) else None
                self.to_heap(self.converted(index, key))
        x = self.info.get(root)
        if isinstance(root, n.Ident) and x is not None and isinstance(x.obj, Var):
            self._into(x.obj, found)
        else:
            self.to_heap(found)

    def _into(self, var: Var, found: set[Any]) -> None:
        if var.frame is None:
            self.to_heap(found)
        else:
            self.flow(found, var)

    def _declstmt_stmt(self, s: n.DeclStmt) -> None:
        for spec in s.specs:
            if isinstance(spec, n.ValueSpec) and spec.word == "var":
                found = [
                    self.converted(value, self.type_of(name))
                    for value, name in zip(spec.values, spec.names, strict=False)
                ]
                for number, name in enumerate(spec.names):
                    self.assign(name, found[min(number, len(found) - 1)] if found else set(), True)

    def _return_stmt(self, s: n.Return) -> None:
        outer = function_of(self.frame)
        results = outer.results if outer is not None else []
        for number, value in enumerate(s.results):
            want = results[number] if number < len(results) else None
            found = self.converted(value, None if want is None else want.type)
            for var in results if len(s.results) < len(results) else [want]:
                if var is not None:
                    self.flow(found, var)

    def _send_stmt(self, s: n.Send) -> None:
        self.flows(s.channel)
        kind = self.type_of(s.channel)
        self.to_heap(self.converted(s.value, None if kind is None else kind.underlying.elem))

    def _go_stmt(self, s: n.Go) -> None:
        self._spawn(s.call, True)

    def _defer_stmt(self, s: n.Defer) -> None:
        self._spawn(s.call, self.loops > 0)

    def _spawn(self, call: Any, away: bool) -> None:
        while isinstance(call, n.Paren):
            call = call.x
        fun = self.info.get(call.fun)
        if fun is None or fun.mode in ("builtin", "type"):
            self.to_heap(self.flows(call))
            return
        found = self._passed(call, fun, None)
        if away:
            found.append(self.flows(call.fun) if not isinstance(fun.obj, Found) else set())
            self.to_heap(set().union(*found))
        else:
            self.flows(call)

    def _typeswitch_stmt(self, s: n.TypeSwitch) -> None:
        if s.init is not None:
            self.walk(s.init)
        found = self.flows(s.x)
        for case in s.cases:
            x = self.info.get(case)
            if x is not None and isinstance(x.obj, Var):
                self.depth.setdefault(x.obj, self.loops)
                self.flow(found, x.obj)
            for stmt in case.body:
                self.walk(stmt)

    # -- solving --------------------------------------------------------------------------------

    def solve(self) -> Escapes:
        """Return what gets too far."""
        result = self.result
        for address in self.addresses.values():
            frame = function_of(address.var.frame)
            self.owner[address] = frame
            self.depth[address] = self.depth.get(address.var, 0)
        escaped = set(self.out)
        for node in list(self.owner):
            if node not in escaped and self._gets_out(node):
                escaped.add(node)
        todo = list(escaped)
        back = self._followed_by()
        while todo:  # What flows into an object of the heap is kept there, too.
            for source in back.get(todo.pop(), ()):
                if source not in escaped:
                    escaped.add(source)
                    todo.append(source)
        for node in self.owner:
            if node in escaped:
                if isinstance(node, Address):
                    result.moved.add(node.var)
                else:
                    result.heap.add(node)
        return result

    def _followed_by(self) -> dict[Any, list[Any]]:
        back: dict[Any, list[Any]] = {}
        for source, targets in self.edges.items():
            for target in targets:
                back.setdefault(target, []).append(source)
        return back

    def _gets_out(self, node: Any) -> bool:
        """Return whether an object reaches a result, or a variable that lives longer."""
        owner, depth = self.owner[node], self.depth[node]
        seen, todo = {node}, [node]
        while todo:
            for target in self.edges.get(todo.pop(), ()):
                if target in seen:
                    continue
                seen.add(target)
                todo.append(target)
                if target in self.out:
                    return True
                if isinstance(target, Var) and self._outlives(target, owner, depth):
                    return True
        return False

    def _outlives(self, var: Var, owner: Frame | None, depth: int) -> bool:
        frame = function_of(var.frame)
        if frame is owner:
            return var in frame.results or self.depth.get(var, 0) < depth  # type: ignore[union-attr]
        while owner is not None:
            owner = function_of(owner.parent)
            if owner is frame:
                return True
        return False


def _parts(s: Any) -> Iterator[Any]:
    """Yield the statements and expressions that a node is made of."""
    for field in fields(s):
        value = getattr(s, field.name)
        for part in value if isinstance(value, list) else [value]:
            if is_dataclass(part) and not isinstance(part, n.Ident):
                yield part
