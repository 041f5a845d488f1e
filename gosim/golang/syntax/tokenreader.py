"""A source as a row of tokens, with Go's ways of complaining and of going on after an error.

Models   cmd/compile/internal/syntax/parser.go: got, want, advance, syntaxErrorAt, list.
Read     gosim.golang.syntax.tokens first, gosim.golang.syntax.grammartypes next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gosim.golang.syntax.tokens import KEYWORDS, Token, scan

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

_WITH_TOKEN: Final = ("in ", "at ", "after ", "expected ")


class TokenReader:
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
