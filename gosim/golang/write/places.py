"""Go assignments in Python: where a value goes.

Models   assignments of The Go Programming Language Specification.
Read     gosim.golang.write.calls first, gosim.golang.write.stmts next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from gosim.golang.check.constants import default_type
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Operand, Var
from gosim.golang.values.structs import attribute
from gosim.golang.write.calls import CallWriter

Place = tuple[str, Callable[[str], None]]
"""How to read it, and what writes a text to it."""


class PlaceWriter(CallWriter):
    """Write assignments."""

    # -- variables ------------------------------------------------------------------------------

    def declare(self, var: Var, text: str) -> None:
        """Give a new variable its first value."""
        name = self.var_name(var)
        if self.is_cell(var):
            text = f"Cell({text})"
        if self.is_moved(var):
            if self.is_cell(var) or t.is_aggregate(var.type):
                text = self.moved(var, text)
            else:
                self.keep_variable(var)
        self.line(f"{name} = {text}")
        self.note_store(var)

    def note_store(self, var: Var) -> None:
        """Note that a variable refers to something; it may be somebody else's."""
        if var in self.lives.asked:
            self.lives.held.add(var)
        if var.frame is None:
            self.globals_used[-1].add(self.var_name(var))
        elif var.frame is not self.frame:
            self.assigned[-1].add(self.var_name(var))

    def set_variable(self, var: Var, text: str) -> None:
        """Assign to a variable."""
        name = self.var_name(var)
        if self.is_cell(var):
            self.line(f"{name}.v = {text}")
        elif self.in_place(var):
            self.line(self._replace(name, var.type, text))
        else:
            self.line(f"{name} = {text}")
            self.note_store(var)

    def _replace(self, name: str, type_: Any, text: str) -> str:
        """Return the statement that gives a struct or an array another value in place."""
        if isinstance(type_.underlying, t.Struct):
            return f"{name}.assign_({text})"
        return f"{name}[:] = {text}"

    # -- places ---------------------------------------------------------------------------------

    def place(self, e: Any) -> Place:
        """Return how to read and write what an expression denotes, evaluated only once."""
        while isinstance(e, n.Paren):
            e = e.x
        if isinstance(e, n.Ident) and e.name == "_":
            return "None", lambda text: self.line(text if "(" in text else f"_ = {text}")
        x = self.info(e)
        if isinstance(x.obj, Var):
            var = x.obj
            return self.variable(var), lambda text: self.set_variable(var, text)
        if isinstance(e, n.Selector):
            return self._field_place(e, x)
        if isinstance(e, n.Star):
            pointer = self.expr(e.x)
            if not pointer.isidentifier() or self._overwritten(pointer):
                pointer = self.kept(pointer)
            if t.is_aggregate(x.type):
                return pointer, lambda text: self.line(self._replace(pointer, x.type, text))
            return f"{pointer}.v", lambda text: self.line(f"{pointer}.v = {text}")
        assert isinstance(e, n.Index)
        return self._index_place(e, x)

    def _field_place(self, e: n.Selector, x: Operand) -> Place:
        found = x.obj
        assert isinstance(found, Found)
        assert found.field is not None
        owner = self.through(e.x, found)
        if "(" in owner or self._overwritten(owner):
            owner = self.kept(owner)
        return self._kept(f"{owner}.{attribute(found.field.name)}", x.type)

    def _kept(self, text: str, type_: Any) -> Place:
        """Return the place of a part of something."""
        if t.is_aggregate(type_):
            return text, lambda value: self.line(self._replace(text, type_, value))
        return text, lambda value: self.line(f"{text} = {value}")

    def _index_place(self, e: n.Index, x: Operand) -> Place:
        under = self.info(e.x).type.underlying
        if isinstance(under, t.Map):
            m = self.steady(self.expr(e.x))
            key = self.steady(self.map_key(e.indices[0], under.key))
            zero = self.zero(under.elem)
            return f"{m}.get({key}, {zero})", lambda text: self._put(m, key, text)
        s, i = self.steady(self.expr(e.x)), self.steady(self.index_text(e.indices[0]))
        if isinstance(under, t.Slice):
            if t.is_aggregate(x.type):
                text = f"at({s}, {i})"
                return text, lambda value: self.line(self._replace(text, x.type, value))
            good = f"{i} if 0 <= {i} < {s}.n else bad_index({i}, {s}.n)"
            text = f"{s}.a[{s}.o + ({good})]"
            return text, lambda value: self.line(f"{text} = {value}")
        return self._kept(f"{s}[{i}]" if i.isdigit() else f"{s}[inside({i}, len({s}))]", x.type)

    def _put(self, m: str, key: str, text: str) -> None:
        """Write ``m[key] = text``, and let the map grow."""
        self.line(f"{m}[{key}] = {text}")
        self.line(f"if len({m}) > {m}.room: {m}.grow_()")

    def steady(self, text: str) -> str:
        """Return the text, or a name for it if it may not be evaluated twice."""
        if "(" in text or "[" in text or " " in text or self._overwritten(text):
            return self.kept(text)
        return text

    def kept(self, text: str) -> str:
        """Return a new name for the value that the text has now."""
        name = self.temporary()
        self.line(f"{name} = {text}")
        return name

    _overwrites: Any = None
    """Finds in an operand what the assignment itself changes."""

    def _overwritten(self, text: str) -> bool:
        """Return whether the assignment that is being written changes an operand of its own."""
        return self._overwrites is not None and self._overwrites.search(text) is not None

    def _writes(self, s: n.Assign) -> list[Any]:
        """Return a variable, or what writes to the place, for each target of an assignment."""
        variables = [self.target_var(target, s.op == ":=") for target in s.lhs]
        return self.places(s.lhs, variables)

    def places(self, targets: list[Any], variables: list[Var | None]) -> list[Any]:
        """Return the new variables, and what writes to the other targets of an assignment.

        The operands of index expressions and pointer indirections on the left are evaluated
        before anything is assigned: ``i, a[i] = 1, 2``.
        """
        self._overwrites = self._changed_by(targets)
        writes = [
            var if var is not None else self.place(target)[1]
            for var, target in zip(variables, targets, strict=True)
        ]
        self._overwrites = None
        return writes

    def _changed_by(self, targets: list[Any]) -> Any:
        """Return a pattern for what an assignment to these targets changes; None for nothing."""
        words = [word for word in map(self._changed_word, targets) if word]
        return re.compile("|".join(words)) if len(targets) > 1 and words else None

    def _changed_word(self, target: Any) -> str:
        while isinstance(target, n.Paren):
            target = target.x
        x = self.frame.info.get(target)
        if x is None or (isinstance(target, n.Ident) and target.name == "_"):
            return ""
        if isinstance(x.obj, Var):
            tail = r"\." if t.is_aggregate(x.type) else r"\b"
            return rf"\b{re.escape(self.var_name(x.obj))}{tail}"
        if isinstance(target, n.Selector) and not t.is_aggregate(x.type):
            return rf"\.{re.escape(attribute(target.sel.name))}\b"
        return r"\." if isinstance(target, n.Star) or t.is_aggregate(x.type) else ""

    def store(self, e: Any, text: str) -> None:
        """Assign a text to what an expression denotes."""
        while isinstance(e, n.Paren):
            e = e.x
        self.place(e)[1](text)

    # -- assignments ----------------------------------------------------------------------------

    def assignment(self, s: n.Assign) -> None:
        """Write ``=`` or ``:=``."""
        if len(s.rhs) == 1 and len(s.lhs) > 1:
            self._from_tuple(s)
            return
        if len(s.lhs) == 1:
            self._single(s.lhs[0], s.rhs[0], s.op == ":=")
            return
        self._parallel(s)

    def target_var(self, e: Any, define: bool) -> Var | None:
        """Return the variable that ``:=`` declares here."""
        if not define or not isinstance(e, n.Ident):
            return None
        x = self.frame.info.get(e)
        var = x.obj if x is not None else None
        return var if isinstance(var, Var) and var.at is e else None

    def target_type(self, e: Any, rhs: Any = None) -> Any:
        """Return the type of an assignment's target; None for the blank."""
        if isinstance(e, n.Ident) and e.name == "_":
            x = self.frame.info.get(e)
            return x.type if x is not None else None
        return self.info(e).type

    def _single(self, target: Any, rhs: Any, define: bool) -> None:
        var = self.target_var(target, define)
        if isinstance(rhs, n.FuncLit) and var is None and isinstance(target, n.Ident):
            self.store(target, self.value(rhs, self.target_type(target)))
            return
        if var is not None:
            text = self.value(rhs, var.type)
            if var.name == "_":
                self.line(text)
            else:
                self.declare(var, text)
            return
        kind = self.target_type(target)
        with self.calls_first(rhs, targets=[target]):
            self.place(target)[1](self.value(rhs, kind))

    def _parallel(self, s: n.Assign) -> None:
        writes = self._writes(s)
        texts: list[str] = []
        with self.calls_first(*s.rhs):
            for target, rhs in zip(s.lhs, s.rhs, strict=True):
                texts.append(self.value(rhs, self.target_type(target)))
            names = [self.temporary() for _ in texts]
            self.line(f"{', '.join(names)} = {', '.join(texts)}")
        for name, rhs in zip(names, s.rhs, strict=True):
            self.hold(name, default_type(self.info(rhs).type))
        self._distribute(writes, names)

    def _distribute(self, writes: list[Any], texts: list[str]) -> None:
        for write, text in zip(writes, texts, strict=True):
            if not isinstance(write, Var):
                write(text)
            elif write.name != "_":
                self.declare(write, text)

    def _from_tuple(self, s: n.Assign) -> None:
        """Write ``a, b = f()`` and ``v, ok = …``."""
        with self.calls_first(s.rhs[0], targets=s.lhs):
            writes = self._writes(s)
            text = self.expr(s.rhs[0])
        self.unpack(text, self.result_types(s.rhs[0]), s.lhs, writes)

    def result_types(self, e: Any) -> list[Any]:
        """Return the types of the values of an expression with several."""
        x = self.info(e)
        if isinstance(x.type, t.Tuple):
            return list(x.type.items)
        return [x.type, t.BOOL]

    def unpack(self, text: str, have: list[Any], targets: list[Any], writes: list[Any]) -> None:
        """Take a tuple apart."""
        names = []
        later: list[tuple[Any, str]] = []
        for kind, target, write in zip(have, targets, writes, strict=True):
            want = self.target_type(target)
            plain = isinstance(write, Var) and not self.is_cell(write)
            if isinstance(target, n.Ident) and target.name == "_":
                names.append("_")
            elif plain and (want is None or self.converted("x", kind, want) == "x"):
                names.append(self.var_name(write))
                self.note_store(write)
            else:
                name = self.temporary()
                names.append(name)
                self.hold(name, kind)
                later.append((write, self.converted(name, kind, want or kind)))
        self.line(f"{', '.join(names)} = {text}")
        for write, value in later:
            self._distribute([write], [value])
