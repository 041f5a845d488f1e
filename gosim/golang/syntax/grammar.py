"""Go's grammar, to say what is wrong with a source, and where: files, declarations, statements.

Models   cmd/compile/internal/syntax/parser.go, function by function.
Read     gosim.golang.syntax.grammarexprs first, gosim.golang.syntax.complaints next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gosim.golang.syntax.grammarexprs import PREFIXES, ExprGrammar, Shape
from gosim.golang.syntax.grammartypes import TYPES
from gosim.golang.syntax.tokens import Token


class Grammar(ExprGrammar):
    """Read whole files."""

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
            or kind in TYPES
            or self.token.text in PREFIXES - {"~"}
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


def syntax_errors(source: str, minor: int) -> list[tuple[int, str]]:
    """Return what Go's parser says about a source: the first syntax error of each line.

    >>> syntax_errors("package p\\nfunc f() {\\n\\tx := 1 2\\n}\\n", 22)
    [(29, 'syntax error: unexpected literal 2 at end of statement')]
    """
    grammar = Grammar(source, minor)
    grammar.file()
    found: dict[tuple[int, bool], tuple[int, str]] = {}
    for at, text in grammar.errors:
        line = source.count("\n", 0, at)
        syntax = text.startswith("syntax error")
        found.setdefault((line, True) if syntax else (at, False), (at, text))
    return sorted(found.values())
