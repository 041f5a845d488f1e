"""Go's grammar of expressions.

Models   cmd/compile/internal/syntax/parser.go: binaryExpr, unaryExpr, pexpr, operand, complitexpr.
Read     gosim.golang.syntax.grammartypes first, gosim.golang.syntax.grammar next.
Leaves out   trees: an expression is only a word that says what may follow it, and its place.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from gosim.golang.syntax.grammartypes import TYPES, TypeGrammar
from gosim.golang.syntax.tokens import PRECEDENCE

PREFIXES: Final = frozenset(["*", "+", "-", "!", "^", "~", "&"])
"""What may stand before an operand."""


class Shape(NamedTuple):
    """What an expression is: a name, a selector, an index, a type, a list, a guard, a value."""

    kind: str
    start: int
    end: int


class ExprGrammar(TypeGrammar):
    """Read expressions."""

    def function_body(self) -> None:
        """Read a block in which statements are looked for after errors."""
        raise NotImplementedError

    def expressions(self) -> Shape:
        """Read expressions with commas between."""
        x = self.expression()
        if self.kind != ",":
            return x
        while self.got(","):
            last = self.expression()
        return Shape("list", x.start, last.end)

    def expression(self, above: int = 0) -> Shape:
        """Read operators that bind closer than `above`, and what is between them."""
        x = self.unary()
        while self.kind in ("operator", "*") and PRECEDENCE[self.token.text] > above:
            strength = PRECEDENCE[self.token.text]
            self.next()
            x = Shape("value", x.start, self.expression(strength).end)
        return x

    def unary(self) -> Shape:
        """Read prefix operators and their operand."""
        if self.token.text in PREFIXES or self.kind == "<-":
            start = self.token.start
            self.next()
            return Shape("value", start, self.unary().end)
        return self.primary()

    def primary(self) -> Shape:
        """Read an operand, and the selectors, indices and calls after it."""
        x = self.operand()
        while self.kind in (".", "[", "(", "{"):
            if self.kind == "{" and not self._takes_braces(x):
                return x
            kind = {".": self._selected, "[": self._indexed, "(": self._called, "{": self._braced}[
                self.kind
            ](x)
            x = Shape(kind, x.start, self.tokens[self.number - 1].end)
        return x

    def _takes_braces(self, x: Shape) -> bool:
        kind = x.kind.removeprefix("paren ")
        return kind == "type" or (kind in ("name", "selector", "index") and self.brackets >= 0)

    def operand(self) -> Shape:
        """Read an operand."""
        start, kind = self.token.start, self.kind
        if kind in ("name", "literal"):
            self.next()
            return self._shape("name" if kind == "name" else "value", start)
        if kind == "(":
            self.next()
            inner = self.nested(self.expression)
            self.want(")")
            return self._shape(f"paren {inner.kind}", start)
        if kind == "func":
            self.next()
            self.signature("function type")
            if self.kind == "{":
                self.nested(self.function_body)
            return self._shape("value", start)
        if kind in TYPES:
            self.type()
            return self._shape("type", start)
        self.error("expected expression")
        self.advance(")", "]", "}")
        return self._shape("value", start)

    def _shape(self, kind: str, start: int) -> Shape:
        return Shape(kind, start, max(start, self.tokens[self.number - 1].end))

    def _selected(self, x: Shape) -> str:
        self.next()
        if self.got("name"):
            return "selector"
        if not self.got("("):
            self.error("expected name or (")
            self.advance(";", ")")
            return "value"
        guard = self.got("type")
        if not guard:
            self.type()
        self.want(")")
        return "guard" if guard else "value"

    def _indexed(self, x: Shape) -> str:
        self.next()
        if self.kind == "]":
            self.error("expected operand")
            self.next()
            return "index"
        if self.kind != ":":
            self.nested(self._expressions_or_types)
            if self.got("]"):
                return "index"
        if not self.got(":"):
            self.error("expected comma, : or ]")
            self.advance(",", ":", "]")
        self.nested(self._bounds)
        self.want("]")
        return "value"

    def _expressions_or_types(self) -> None:
        self.expression()
        while self.got(",") and self.kind != "]":
            self.type()

    def _bounds(self) -> None:
        if self.kind not in (":", "]"):
            self.expression()
        if self.got(":"):
            self.expression()

    def _called(self, x: Shape) -> str:
        self.next()

        def read() -> bool:
            self.expression()
            return self.got("...")

        self.nested(lambda: self.items("argument list", ",", ")", read))
        return "value"

    def _braced(self, x: Shape) -> str:
        if x.kind.startswith("paren "):
            self.error("cannot parenthesize type in composite literal")
        self.nested(self._elements)
        return "value"

    def _elements(self) -> None:
        self.want("{")

        def read() -> None:
            self._element()
            if self.got(":"):
                self._element()

        self.items("composite literal", ",", "}", read)

    def _element(self) -> None:
        if self.kind == "{":
            self.nested(self._elements)
        else:
            self.expression()
