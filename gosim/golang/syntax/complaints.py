"""Syntax errors of a file, in the words of Go's parser.

Models   cmd/compile/internal/syntax: what is printed of its errors.
Read     gosim.golang.syntax.grammar first, gosim.golang.syntax.parse next.
"""

from __future__ import annotations

from gosim.golang.errors import Problem
from gosim.golang.syntax.grammar import syntax_errors
from gosim.golang.syntax.nodes import SourceFile


def syntax_problems(file: SourceFile, minor: int) -> list[Problem]:
    """Return what Go's parser of that version says about a file."""
    text = file.source.decode("utf-8", "replace")
    return [_at(file, text, at, said) for at, said in syntax_errors(text, minor)]


def _at(file: SourceFile, text: str, at: int, said: str) -> Problem:
    """Return the problem at a place of the text; columns count bytes."""
    line = text.count("\n", 0, at) + 1
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return Problem(file.name, line, len(before.encode()) + 1, said)
