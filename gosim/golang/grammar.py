"""Go's grammar, to say what is wrong with a source, and where.

Models   cmd/compile/internal/syntax/parser.go, function by function.
Read     gosim.golang.tokens first, gosim.golang.complaints next.
Leaves out   trees: an expression is only a word that says what may follow it, and its place.

tree-sitter reads programs; this reads only what tree-sitter could not, for Go's own words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from gosim.golang.tokens import KEYWORDS, PRECEDENCE, Token, scan

STATEMENT_WORDS: Final = frozenset(
    [
        "break",
        "const",
        "continue",
        "defer",
        "fallthrough",
        "for",
        "go",
        "goto",
        "if",
        "return",
        "select",
        "switch",
        "type",
        "var",
    ]
)
"""In a function, what to look for after an error: here something new begins."""

_PREFIXES: Final = frozenset(["*", "+", "-", "!", "^", "~", "&"])
_TYPES: Final = frozenset(["[", "chan", "map", "struct", "interface"])
_WITH_TOKEN: Final = ("in ", "at ", "after ", "expected ")


class Shape(NamedTuple):
    """What an expression is: a name, a selector, an index, a type, a list, a guard, a value."""

    kind: str
    start: int
    end: int


class Grammar:
    """Read a source as Go's parser does; `errors` are (place in the text, what is wrong)."""

    def __init__(self, source: str, minor: int) -> None:
        self.source, self.minor = source, minor
        self.errors: list[tuple[int, str]] = []
        self.tokens = scan(source, self._fault)
        self.number = 0
        self.functions = self.brackets = 0

    def _fault(self, at: int, text: str) -> None:
        self.errors.append((at, text))

    # -- tokens ---------------------------------------------------------------------------------

    @property
    def token(self) -> Token:
        """The token that is looked at."""
        return self.tokens[self.number]

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.tokens[self.number].kind

    def next(self) -> None:
        """Go on."""
        self.number = min(self.number + 1, len(self.tokens) - 1)

    def got(self, kind: str) -> bool:
        """Pass over a token if it is of that kind."""
        found = self.kind == kind
        if found:
            self.next()
        return found

    def want(self, kind: str) -> None:
        """Pass over a token, which must be of that kind."""
        if not self.got(kind):
            self.error("expected " + self.called(kind))
            self.advance()

    def got_assign(self) -> bool:
        """Pass over ``=``; ``:=`` stands for it, with a complaint."""
        if self.kind == ":=":
            self.error("expected =")
        return self.got("=") or self.got(":=")

    def advance(self, *until: str) -> None:
        """Pass over tokens until one of these, or until a statement begins."""
        follow = {"EOF", *until}
        if until and self.functions:
            follow |= STATEMENT_WORDS
        while self.kind not in follow:
            self.next()
            if not until:
                return

    # -- errors ---------------------------------------------------------------------------------

    def error(self, text: str, at: int | None = None) -> None:
        """Note an error here; its text may begin as Go continues "unexpected x"."""
        if self.kind == "EOF" and self.errors:
            return
        if text.startswith(_WITH_TOKEN):
            comma = "," if text.startswith("expected ") else ""
            text = f"unexpected {self._seen()}{comma} {text}"
        if self.minor < 20:
            text = text.replace("expected ", "expecting ").replace("unexpecting ", "unexpected ")
        self.errors.append((self.token.start if at is None else at, "syntax error: " + text))

    def _seen(self) -> str:
        token = self.token
        if token.kind == "name":
            return f"name {token.text}" if self.minor >= 23 else token.text
        if token.kind == "literal":
            return f"literal {token.text}"
        if token.kind == ";":
            return "semicolon" if token.text == ";" else token.text
        return self.called(token.kind) if token.kind in KEYWORDS else self.called(token.text)

    def called(self, kind: str) -> str:
        """Return how messages call a kind of token."""
        if kind in KEYWORDS and self.minor >= 23:
            return f"keyword {kind}"
        return {",": "comma", ";": "semicolon or newline"}.get(kind, kind)

    # -- a file ---------------------------------------------------------------------------------

    def file(self) -> None:
        """Read everything."""
        if not self.got("package"):
            self.error("package statement must be first")
            return
        self.name()
        self.want(";")
        previous, bodiless = "import", False
        while self.kind != "EOF" and not (self.errors and previous == ""):
            kind = self.kind
            if kind == "import" and previous != "import":
                self.error("imports must appear before other declarations")
            previous = kind
            if kind not in _DECLARATIONS:
                no_body = kind == "{" and bodiless
                self.error(
                    "unexpected semicolon or newline before {"
                    if no_body
                    else "non-declaration statement outside function body"
                )
                self.advance("import", "const", "type", "var", "func")
                continue
            self.next()
            bodiless = _DECLARATIONS[kind](self) is False
            if self.kind != "EOF" and not self.got(";"):
                self.error("after top level declaration")
                self.advance("import", "const", "type", "var", "func")

    def items(self, context: str, separator: str, close: str, read: Callable[[], object]) -> None:
        """Read items up to the closing token; `read` returns True after the last that may be."""
        done = False
        while self.kind not in ("EOF", close) and not done:
            done = read() is True
            if not self.got(separator) and self.kind != close:
                parts = f"{self.called(separator)} or {self.called(close)}"
                self.error(f"in {context}; possibly missing {parts}")
                self.advance(")", "]", "}")
                if self.kind != close:
                    return
        self.want(close)

    def group(self, read: Callable[[], object]) -> None:
        """Read one declaration, or several in parentheses."""
        if self.got("("):
            self.items("grouped declaration", ";", ")", read)
        else:
            read()

    def import_spec(self) -> None:
        """Read what follows import."""
        if self.kind in ("name", "."):
            self.next()
        token = self.token
        if not self.got("literal"):
            self.error("missing import path")
            self.advance(";", ")")
        elif token.text[0] not in '"`':
            self.error("import path must be a string", token.start)

    def const_spec(self) -> None:
        """Read names, and their type and values."""
        self.names()
        if self.kind not in ("EOF", ";", ")"):
            self.type_or_none()
            if self.got_assign():
                self.expressions()

    def var_spec(self) -> None:
        """Read names, and their type or values."""
        self.names()
        if self.got_assign():
            self.expressions()
            return
        self.type()
        if self.got_assign():
            self.expressions()

    def type_spec(self) -> None:
        """Read a name, its type parameters, its type."""
        self.name()
        found = self._generic_or_array() if self.kind == "[" else self._aliased()
        if not found:
            self.error("in type declaration")
            self.advance(";", ")")

    def _aliased(self) -> bool:
        self.got("=")
        return self.type_or_none()

    def _generic_or_array(self) -> bool:
        if self._parameters_follow():
            self.next()
            self.parameters("]")
            return self._aliased()
        return self.type_or_none()

    def _parameters_follow(self) -> bool:
        """Return whether a bracket begins type parameters, and not the length of an array."""
        name, after = (self.tokens + self.tokens[-1:] * 2)[self.number + 1 : self.number + 3]
        if name.kind != "name" or after.kind in ("]", "."):
            return False
        if after.kind not in ("operator", "*") or after.text == "~":
            return True
        depth = 0
        for token in self.tokens[self.number :]:
            depth += (token.kind in "([{") - (token.kind in ")]}")
            if depth == 0 or (depth == 1 and token.kind == ","):
                return token.kind == ","
        return False

    def function(self) -> bool:
        """Read what follows func; return whether there was a body."""
        receiver = self.got("(")
        if receiver:
            count = self.parameters(")")
            if count != 1:
                what = "no receiver" if not count else "multiple receivers"
                self.errors.append((self.token.start, f"method has {what}"))
        if self.got("name"):
            self.signature("method" if receiver and self.minor < 27 else "")
        else:
            self.error("expected name" if receiver else "expected name or (")
            self.advance("{", ";")
        body = self.kind == "{"
        if body:
            self.function_body()
        return body

    def function_body(self) -> None:
        """Read a block in which statements are looked for after errors."""
        self.functions += 1
        self.block("")
        self.functions -= 1

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
            if self.kind in (".", "[") and not self._array_follows():
                self._rest_of_name()
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

    def _array_follows(self) -> bool:
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
        return following in (*_TYPES, "name", "*", "func", "(", "<-")

    def _union(self, close: str) -> None:
        """Read the terms of a constraint."""
        while close == "]" and self.token.text in ("~", "|"):
            self.next()
            if self.token.text != "~":
                self.type()

    # -- statements -----------------------------------------------------------------------------

    def block(self, context: str) -> None:
        """Read a block; the context says what it belongs to."""
        if not self.got("{"):
            self.error("expected { after " + context)
            self.advance("name", "}")
            if self.got("}"):
                return
        self.statements()
        self.want("}")

    def statements(self) -> None:
        """Read statements up to the end of a block or of a case."""
        while self.kind not in ("EOF", "}", "case", "default"):
            if not self.statement():
                return
            if not self.got(";") and self.kind != "}":
                self.error("at end of statement")
                self.advance(";", "}", "case", "default")
                self.got(";")

    def statement(self) -> bool:
        """Read a statement; return False if none begins here."""
        kind = self.kind
        if kind == "name":
            x = self.expressions()
            if x.kind == "name" and self.kind == ":":
                return self._labelled()
            self.simple(x)
        elif kind in _STATEMENTS:
            _STATEMENTS[kind](self)
        elif (
            kind in ("literal", "func", "(", "<-")
            or kind in _TYPES
            or self.token.text in _PREFIXES - {"~"}
        ):
            self.simple()
        else:
            return kind == ";"
        return True

    def _labelled(self) -> bool:
        at = self.token.start
        self.want(":")
        if self.kind == "}" or self.statement():
            return True
        self.error("missing statement after label", at)
        return False

    def simple(self, x: Shape | None = None, word: str = "") -> Shape:
        """Read a simple statement; the word is that of the statement whose head it is in."""
        if word == "for" and self.kind == "range":
            return self._range(self.token.start)
        if x is None:
            x = self.expressions()
        kind, at = self.kind, self.token.start
        if x.kind != "list" and kind not in ("=", ":="):
            return self._after_one(x)
        if kind not in ("=", ":="):
            self.error("expected := or = or comma")
            self.advance(";", "}")
            return x
        self.next()
        if word == "for" and self.kind == "range":
            return self._range(x.start)
        y = self.expressions()
        if y.kind == "guard" and word == "switch" and kind == ":=" and x.kind == "name":
            return y
        self._split = x, y, kind
        return Shape("assignment", at if word != "if" else x.start, y.end)

    _split: tuple[Shape, Shape, str] | None = None
    """The two sides of the last assignment, and its operator."""

    def _after_one(self, x: Shape) -> Shape:
        if self.kind == "assignop":
            self.next()
            return Shape("operation", x.start, self.expression().end)
        if self.got("incop"):
            return Shape("operation", x.start, self.tokens[self.number - 1].end)
        if self.got("<-"):
            return Shape("send", x.start, self.expression().end)
        return x

    def _range(self, start: int) -> Shape:
        self.next()
        return Shape("range", start, self.expression().end)

    def declaration(self) -> None:
        """Read const, type or var in a function."""
        kind = self.kind
        self.next()
        _DECLARATIONS[kind](self)

    def branch(self) -> None:
        """Read break, continue, goto or fallthrough."""
        kind = self.kind
        self.next()
        if kind == "goto":
            self.name()
        elif kind != "fallthrough":
            self.got("name")

    def called_later(self) -> None:
        """Read go or defer."""
        word = self.kind
        self.next()
        start = self.token.start
        x = self.primary()
        if self.source[start] == "(" and x.kind.startswith("paren"):
            self.errors.append((start, f"expression in {word} must not be parenthesized"))

    def returned(self) -> None:
        """Read a return statement."""
        self.next()
        if self.kind not in (";", "}"):
            self.expressions()

    def conditional(self) -> None:
        """Read an if statement."""
        self.head("if")
        self.block("if clause")
        if not self.got("else"):
            return
        if self.kind == "if":
            self.conditional()
        elif self.kind == "{":
            self.block("")
        else:
            self.error("else must be followed by if or statement block")
            self.advance("name", "}")

    def loop(self) -> None:
        """Read a for statement."""
        self.head("for")
        self.block("for clause")

    def switch(self) -> None:
        """Read a switch statement."""
        self.head("switch")
        self._clauses("switch", self.expressions)

    def select(self) -> None:
        """Read a select statement."""
        self.next()
        self._clauses("select", self.simple)

    def _clauses(self, word: str, read: Callable[[], object]) -> None:
        if not self.got("{"):
            self.error(f"missing {{ after {word} clause")
            self.advance("case", "default", "}")
        while self.kind not in ("EOF", "}"):
            if self.got("case"):
                read()
            elif not self.got("default"):
                self.error("expected case or default or }")
                self.advance(":", "case", "default", "}")
            self.want(":")
            self.statements()
        self.want("}")

    # -- the heads of statements ----------------------------------------------------------------

    def head(self, word: str) -> None:
        """Read what stands between the word and the block."""
        self.next()
        if self.kind == "{":
            if word == "if":
                self.error("missing condition in if statement")
            return
        outer, self.brackets = self.brackets, -1
        self._head(word)
        self.brackets = outer

    def _head(self, word: str) -> None:
        first: Shape | None = None
        if self.kind != ";":
            if self.got("var"):
                self.error(f"var declaration not allowed in {word} initializer")
            first = self.simple(None, word)
            if first.kind == "range":
                return
        if self.kind == "{":
            self._condition(word, first, None)
            return
        semicolon = self.token if self.kind == ";" else None
        if semicolon is not None:
            self.next()
        else:
            self.want("{")
            if self.kind != "{":
                self.advance("{", "}")
        if word == "for":
            self._for_clauses()
        else:
            second = self.simple(None, word) if self.kind != "{" else None
            self._condition(word, second, semicolon)

    def _for_clauses(self) -> None:
        if self.kind != ";":
            if self.kind == "{":
                self.error("expected for loop condition")
                return
            self._condition("for", self.simple(), None)
        self.want(";")
        if self.kind != "{":
            post = self.simple()
            if post.kind == "assignment" and self._split is not None and self._split[2] == ":=":
                self.error("cannot declare in post statement of for loop", post.start)

    def _condition(self, word: str, x: Shape | None, semicolon: Token | None) -> None:
        """Complain about a statement where a condition is wanted."""
        if x is None:
            if word == "if" and semicolon is not None:
                newline = semicolon.text != ";"
                text = f"unexpected {semicolon.text}, expected {{ after if clause"
                missing = "missing condition in if statement"
                self.error(text if newline else missing, semicolon.start)
            return
        if x.kind not in ("assignment", "operation", "send"):
            return
        text, at = " ".join(self.source[x.start : x.end].split()), x.start
        if x.kind == "assignment" and self._split is not None:
            left, right, operator = self._split
            text = f"{self._part(left)} {operator} {self._part(right)}"
            if operator == "=":
                text = f"assignment {self._emphasized(left)} = {self._emphasized(right)}"
            at = self.source.index(operator, left.end)
        self.error(f"cannot use {text} as value", at)

    def _part(self, x: Shape) -> str:
        return self.source[x.start : x.end].strip()

    def _emphasized(self, x: Shape) -> str:
        text = self._part(x)
        simple = x.kind == "name" or text[:1] in "\"'`" or text.replace(".", "").isalnum()
        return text if simple else f"({text})"

    # -- expressions ----------------------------------------------------------------------------

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
        if self.token.text in _PREFIXES or self.kind == "<-":
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
            inner = self._nested(self.expression)
            self.want(")")
            return self._shape(f"paren {inner.kind}", start)
        if kind == "func":
            self.next()
            self.signature("function type")
            if self.kind == "{":
                self._nested(self.function_body)
            return self._shape("value", start)
        if kind in _TYPES:
            self.type()
            return self._shape("type", start)
        self.error("expected expression")
        self.advance(")", "]", "}")
        return self._shape("value", start)

    def _shape(self, kind: str, start: int) -> Shape:
        return Shape(kind, start, max(start, self.tokens[self.number - 1].end))

    def _nested(self, read: Callable[[], Any]) -> Any:
        self.brackets += 1
        found = read()
        self.brackets -= 1
        return found

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
            self._nested(self._expressions_or_types)
            if self.got("]"):
                return "index"
        if not self.got(":"):
            self.error("expected comma, : or ]")
            self.advance(",", ":", "]")
        self._nested(self._bounds)
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

        self._nested(lambda: self.items("argument list", ",", ")", read))
        return "value"

    def _braced(self, x: Shape) -> str:
        if x.kind.startswith("paren "):
            self.error("cannot parenthesize type in composite literal")
        self._nested(self._elements)
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
            self._nested(self._elements)
        else:
            self.expression()

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
        self._rest_of_name()

    def _rest_of_name(self) -> None:
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
            self._nested(self.expression)
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
            self._rest_of_name()
            return
        if self.kind == "[" and not self._array_follows():
            self._rest_of_name()
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


_DECLARATIONS: Final[dict[str, Callable[[Grammar], object]]] = {
    "import": lambda g: g.group(g.import_spec),
    "const": lambda g: g.group(g.const_spec),
    "type": lambda g: g.group(g.type_spec),
    "var": lambda g: g.group(g.var_spec),
    "func": Grammar.function,
}
_STATEMENTS: Final[dict[str, Callable[[Grammar], object]]] = {
    **dict.fromkeys(("var", "const", "type"), Grammar.declaration),
    **dict.fromkeys(("break", "continue", "goto", "fallthrough"), Grammar.branch),
    **dict.fromkeys(("go", "defer"), Grammar.called_later),
    "{": lambda g: g.block(""),
    "for": Grammar.loop,
    "if": Grammar.conditional,
    "return": Grammar.returned,
    "select": Grammar.select,
    "switch": Grammar.switch,
}
_TYPE_READERS: Final[dict[str, Callable[[Grammar], object]]] = {
    "*": Grammar.type,
    "<-": Grammar._received,
    "func": lambda g: g.signature("function type"),
    "[": Grammar._array,
    "chan": Grammar._channel,
    "map": Grammar._map,
    "struct": Grammar._struct,
    "interface": Grammar._interface,
    "(": Grammar._parenthesized,
}


def syntax_errors(source: str, minor: int) -> list[tuple[int, str]]:
    """Return what Go's parser says about a source: the first syntax error of each line.

    >>> syntax_errors("package p\\nfunc f() {\\n\\tx := 1 2\\n}\\n", 22)
    [(30, 'syntax error: unexpected literal 2 at end of statement')]
    """
    grammar = Grammar(source, minor)
    grammar.file()
    found: dict[tuple[int, bool], tuple[int, str]] = {}
    for at, text in grammar.errors:
        line = source.count("\n", 0, at)
        syntax = text.startswith("syntax error")
        found.setdefault((line, True) if syntax else (at, False), (at, text))
    return sorted(found.values())
