"""Go source as tokens, with the semicolons that line ends stand for.

Models   cmd/compile/internal/syntax/scanner.go.
Read     nothing first; gosim.golang.syntax.tokenreader next.
Leaves out   what tree-sitter has read well: this is asked only about a source with errors.

>>> [token.kind for token in scan("x++\\n", lambda *_: None)]
['name', 'incop', ';', 'EOF']
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

KEYWORDS: Final = frozenset(
    [
        "break",
        "case",
        "chan",
        "const",
        "continue",
        "default",
        "defer",
        "else",
        "fallthrough",
        "for",
        "func",
        "go",
        "goto",
        "if",
        "import",
        "interface",
        "map",
        "package",
        "range",
        "return",
        "select",
        "struct",
        "switch",
        "type",
        "var",
    ]
)
PRECEDENCE: Final = {
    **dict.fromkeys(["*", "/", "%", "&", "&^", "<<", ">>"], 5),
    **dict.fromkeys(["+", "-", "|", "^"], 4),
    **dict.fromkeys(["==", "!=", "<", "<=", ">", ">="], 3),
    "&&": 2, "||": 1, "!": 0, "~": 0,
}  # fmt: skip

_ENDS: Final = frozenset(["name", "literal", "incop", ")", "]", "}"])
_ENDING_WORDS: Final = frozenset(["break", "continue", "fallthrough", "return"])
_SPACE: Final = re.compile(r"[ \t\r]+|//[^\n]*|/\*.*?\*/", re.DOTALL)
_NUMBER: Final = re.compile(r"0[xX][\w.]*(?:(?<=[pP])[+-]\w*)?|[\d.][\w.]*(?:(?<=[eE])[+-]\w*)?")
_OPERATOR: Final = re.compile(
    r"<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<|>>|&\^|"
    r"[-+*/%&|^<>=!(){}\[\],;.:~]"
)

Complain = Callable[[int, str], None]
"""Takes the place in the text and what is wrong there."""


class Token(NamedTuple):
    """One token: what it is, its text, and where it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


class Scanner:
    """Read tokens."""

    def __init__(self, source: str, complain: Complain) -> None:
        self.source, self.complain = source, complain
        self.at = 0
        self.ends = False
        """Whether a line may end a statement here."""

    def read(self) -> Token:
        """Return the next token."""
        while True:
            newline = self._skip()
            if newline is not None:
                return newline
            start = self.at
            if start >= len(self.source):
                return self._semicolon("EOF") if self.ends else Token("EOF", "EOF", start, start)
            token = self._token(start)
            if token is not None:
                self.at = token.end
                self.ends = token.kind in _ENDS or token.kind in _ENDING_WORDS
                return token

    def _skip(self) -> Token | None:
        """Pass over space and comments; return the semicolon for which a line's end stands."""
        while self.at < len(self.source):
            found = _SPACE.match(self.source, self.at)
            if found and self.ends and "\n" in found[0]:
                return self._semicolon("newline")
            if found:
                self.at = found.end()
            elif self.source[self.at] != "\n":
                return None
            elif self.ends:
                return self._semicolon("newline")
            else:
                self.at += 1
        return None

    def _semicolon(self, text: str) -> Token:
        self.ends = False
        return Token(";", text, self.at, self.at)

    def _token(self, start: int) -> Token | None:
        char = self.source[start]
        if char == "_" or char.isalpha():
            return self._word(start)
        if char.isdigit() or (char == "." and self.source[start + 1 : start + 2].isdigit()):
            return self._number(start)
        if char in "\"'`":
            return self._quoted(start, char)
        found = _OPERATOR.match(self.source, start)
        if found is None:
            self.complain(start, f"invalid character U+{ord(char):04X}" + self._shown(char))
            self.at += 1
            return None
        return Token(_kind(found[0]), found[0], start, found.end())

    def _shown(self, char: str) -> str:
        return f" '{char}'" if char.isprintable() else ""

    def _word(self, start: int) -> Token:
        end = start
        while end < len(self.source) and (self.source[end] == "_" or self.source[end].isalnum()):
            end += 1
        word = self.source[start:end]
        return Token(word if word in KEYWORDS else "name", word, start, end)

    def _number(self, start: int) -> Token:
        found = _NUMBER.match(self.source, start)
        assert found is not None
        text = found[0]
        if re.fullmatch(r"0[xX].*", text):
            digits = re.match(r"0[xX][0-9a-fA-F_]*i?", text)
            assert digits is not None
            if "." not in text and "p" not in text.lower():
                text = digits[0]
            if not text[2:].strip("_"):
                self.complain(start + 2, "hexadecimal literal has no digits")
        elif re.fullmatch(r"0\d+", text) and (bad := re.search("[89]", text)):
            self.complain(start + bad.start(), f"invalid digit '{bad[0]}' in octal literal")
        if bad := re.search("__|_$", text):
            self.complain(start + bad.end() - 1, "'_' must separate successive digits")
        return Token("literal", text, start, start + len(text))

    def _quoted(self, start: int, quote: str) -> Token:
        end = start + 1
        while end < len(self.source) and self.source[end] != quote:
            if self.source[end] == "\n" and quote != "`":
                what = "string" if quote == '"' else "rune literal"
                self.complain(end, f"newline in {what}")
                return Token("literal", self.source[start:end], start, end)
            if self.source[end] == "\\" and quote != "`":
                self._escape(end, quote)
                end += 1
            end += 1
        if end >= len(self.source):
            what = "string" if quote != "'" else "rune literal"
            self.complain(start, f"{what} not terminated")
        text = self.source[start : end + 1]
        if quote == "'" and len(text) > 3 and text[1] != "\\":
            self.complain(start, "more than one character in rune literal")
        if text == "''":
            self.complain(start, "empty rune literal or unescaped ' in rune literal")
        return Token("literal", text, start, end + 1)

    def _escape(self, at: int, quote: str) -> None:
        if self.source[at + 1 : at + 2] not in set("abfnrtv\\xuU01234567" + quote):
            self.complain(at + 1, "unknown escape")


def _kind(text: str) -> str:
    if text in ("++", "--"):
        return "incop"
    if text in ("*", "<-", "=", ":="):
        return text
    if text in PRECEDENCE:
        return "operator"
    return "assignop" if len(text) > 1 and text.endswith("=") else text


def scan(source: str, complain: Complain) -> list[Token]:
    """Return all tokens."""
    scanner = Scanner(source, complain)
    found: list[Token] = []
    while not found or found[-1].kind != "EOF":
        found.append(scanner.read())
    return found
