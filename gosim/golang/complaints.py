"""Syntax errors, in the words of Go's parser as far as tree-sitter's error nodes tell.

Models   cmd/compile/internal/syntax (parser.go): syntaxErrorAt.
Read     gosim.golang.errors first.
Leaves out   the names of the constructs that Go's parser was in, where they cannot be known.
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.errors import Problem
from gosim.golang.nodes import SourceFile

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


def syntax_problems(root: Any, file: SourceFile) -> list[Problem]:
    """Return the first syntax error of each line."""
    found: list[Problem] = []
    _collect(root, file, found)
    return found or [Problem(file.name, 1, 1, "syntax error")]


def _collect(node: Any, file: SourceFile, found: list[Problem]) -> None:
    if node.is_missing:
        found.append(
            _at(node, file, f"syntax error: unexpected {_token(node, file)}, expected {node.type}")
        )
        return
    if node.type == "ERROR":
        inner = _culprit(node)
        found.append(_at(inner, file, f"syntax error: unexpected {_token(inner, file)}"))
        return
    for child in node.children:
        if child.has_error:
            _collect(child, file, found)


def _culprit(node: Any) -> Any:
    """Return the last leaf of an error node: what could not be read."""
    while node.children:
        node = node.children[-1]
    return node


def _at(node: Any, file: SourceFile, text: str) -> Problem:
    row, column = node.start_point
    return Problem(file.name, row + 1, column + 1, text)


def _token(node: Any, file: SourceFile) -> str:
    """Return how Go's parser names the token that begins there."""
    rest = file.source[node.start_byte :].decode("utf-8", "replace")
    if not rest:
        return "EOF"
    if rest[0] == "\n":
        return "newline"
    text = file.source[node.start_byte : node.end_byte].decode("utf-8", "replace")
    word = text or (rest.split(None, 1) or [""])[0]
    if not word:
        return "EOF"
    if word in KEYWORDS:
        return f"keyword {word}"
    if word.isidentifier():
        return f"name {word}"
    if word[0].isdigit() or word[0] in "\"'`":
        return f"literal {word}"
    names = {",": "comma", ";": "semicolon"}
    return names.get(word, word)
