"""Go's grammar of types, parameters and signatures.

Models   cmd/compile/internal/syntax/parser.go: typeOrNil, funcType, paramList, structType, …
Read     gosim.golang.syntax.tokenreader first, gosim.golang.syntax.grammarexprs next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.syntax.tokenreader import TokenReader

TYPES: Final = frozenset(["[", "chan", "map", "struct", "interface"])
"""What begins a type that is no name."""


class TypeGrammar(TokenReader):
    """Read types."""

    def expression(self, above: int = 0) -> Any:
        """Read an expression."""
        raise NotImplementedError

    def nested(self, read: Callable[[], Any]) -> Any:
        """Read what stands in brackets."""
        self.brackets += 1
        found = read()
        self.brackets -= 1
        return found

    # -- types ----------------------------------------------------------------------------------

    def name(self) -> None:
        """Read a name."""
        if not self.got("name"):
            self.error("expected name")
            self.advance()

    def names(self) -> None:
        """Read names with commas between."""
        self.name()
        while self.got(","):
            self.name()

    def type(self) -> None:
        """Read a type."""
        if not self.type_or_none():
            self.error("expected type")
            self.advance(",", ":", ";", ")", "]", "}")

    def type_or_none(self) -> bool:
        """Read a type if one begins here; return whether there was one."""
        kind = self.kind
        if kind == "name":
            self._qualified()
            return True
        if kind not in _TYPE_READERS:
            return False
        self.next()
        _TYPE_READERS[kind](self)
        return True

    def _qualified(self) -> None:
        if not self.got("name"):
            self.error("expected name")
            self.advance(".", ";", "}")
        self.rest_of_name()

    def rest_of_name(self) -> None:
        if self.got("."):
            self.name()
        if self.got("["):
            if self.kind == "]":
                self.error("expected type argument list")
            else:
                self.type()
                while self.got(",") and self.kind != "]":
                    self.type()
            self.want("]")

    def _array(self) -> None:
        if self.got("]"):
            self.type()
            return
        if not self.got("..."):
            self.nested(self.expression)
        if self.kind == ",":
            self.error("unexpected comma; expected ]")
            self.next()
        self.want("]")
        self.type()

    def _element_type(self) -> None:
        if not self.type_or_none():
            self.error("missing channel element type")

    def _channel(self) -> None:
        self.got("<-")
        self._element_type()

    def _received(self) -> None:
        self.want("chan")
        self._element_type()

    def _map(self) -> None:
        self.want("[")
        self.type()
        self.want("]")
        self.type()

    def _parenthesized(self) -> None:
        self.type()
        self.want(")")

    def _struct(self) -> None:
        self.want("{")
        self.items("struct type", ";", "}", self._field)

    def _field(self) -> None:
        if self.kind == "name":
            self._named_field()
        elif self.got("*"):
            self._qualified()
        elif self.kind == "(":
            self.error("cannot parenthesize embedded type")
            self.next()
            self.got("*")
            self._qualified()
            self.got(")")
        else:
            self.error("expected field name or embedded type")
            self.advance(";", "}")
        self.got("literal")

    def _named_field(self) -> None:
        self.next()
        if self.kind in (".", "literal", ";", "}"):
            self.rest_of_name()
            return
        if self.kind == "[" and not self.array_follows():
            self.rest_of_name()
            return
        while self.got(","):
            self.name()
        self.type()

    def _interface(self) -> None:
        self.want("{")
        self.items("interface type", ";", "}", self._method)

    def _method(self) -> None:
        if self.kind == "name" and self.tokens[self.number + 1].kind == "(":
            self.next()
            self.signature("interface method")
            return
        if self.token.text != "~" and not self.type_or_none():
            self.error("expected ~ term or type")
            self.advance("operator", ";", ")", "]", "}")
        self._union("]")

    # -- signatures ----------------------------------------------------------------------------------

    def signature(self, context: str) -> None:
        """Read type parameters, parameters and results; with a context the first are wrong."""
        at = self.token.start
        if self.got("["):
            if context:
                self.error(f"{context} must have no type parameters", at)
            if self.kind == "]":
                self.error("empty type parameter list")
                self.next()
            else:
                self.parameters("]")
        self.want("(")
        self.parameters(")")
        if self.got("("):
            self.parameters(")")
        else:
            self.type_or_none()

    def parameters(self, close: str) -> int:
        """Read a list of parameters; return how many there are."""
        shapes: list[tuple[bool, bool, int]] = []

        def read() -> None:
            shape = self._parameter(close)
            if shape is not None:
                shapes.append(shape)

        before = len(self.errors)
        self.items("parameter list" if close == ")" else "type parameter list", ",", close, read)
        named = [shape for shape in shapes if shape[0] and shape[1]]
        if named and len(named) != len(shapes) and len(self.errors) == before:
            self._mixed(shapes, close)
        return len(shapes)

    def _mixed(self, shapes: list[tuple[bool, bool, int]], close: str) -> None:
        """Complain about names without types, or types without names, among others."""
        types = close == "]"
        last_has_type = shapes[-1][1]
        bare_types = [at for name, kind, at in shapes if kind and not name]
        if last_has_type and not bare_types:
            return  # `a, b int`: names that share a type.
        if bare_types:
            text = "missing type parameter name" if types else "missing parameter name"
            self.error(text, bare_types[0])
        else:
            text = "missing type constraint" if types else "missing parameter type"
            self.error(text, self.tokens[self.number - 1].start)

    def _parameter(self, close: str) -> tuple[bool, bool, int] | None:
        """Read one parameter; return (whether it has a name, a type, where it begins)."""
        at, name = self.token.start, False
        if self.got("name"):
            name = True
            if self.kind in (".", "[") and not self.array_follows():
                self.rest_of_name()
                self._union(close)
                return False, True, at
        if self.got("..."):
            if not self.type_or_none():
                self.error("... is missing type")
            return name, True, at
        if close == "]" and self.token.text in ("~", "|"):
            self._union(close)
            return name, True, at
        kind = self.type_or_none()
        if kind:
            self._union(close)
        if name or kind:
            return name, kind, at
        self.error("expected " + self.called(close))
        self.advance(",", close)
        return None

    def array_follows(self) -> bool:
        """Return whether ``name [`` begins a parameter and its array or slice type."""
        if self.kind != "[":
            return False
        depth, number = 0, self.number
        while number < len(self.tokens):
            kind = self.tokens[number].kind
            depth += (kind == "[") - (kind == "]")
            if depth == 0:
                break
            number += 1
        following = self.tokens[min(number + 1, len(self.tokens) - 1)].kind
        return following in (*TYPES, "name", "*", "func", "(", "<-")

    def _union(self, close: str) -> None:
        """Read the terms of a constraint."""
        while close == "]" and self.token.text in ("~", "|"):
            self.next()
            if self.token.text != "~":
                self.type()


_TYPE_READERS: Final[dict[str, Callable[[TypeGrammar], object]]] = {
    "*": TypeGrammar.type,
    "<-": TypeGrammar._received,
    "func": lambda g: g.signature("function type"),
    "[": TypeGrammar._array,
    "chan": TypeGrammar._channel,
    "map": TypeGrammar._map,
    "struct": TypeGrammar._struct,
    "interface": TypeGrammar._interface,
    "(": TypeGrammar._parenthesized,
}
