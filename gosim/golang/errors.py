"""What the compiler says about a program that it does not accept.

Models   the messages of cmd/compile: file:line:col: text; at most ten.
Read     nothing first.

>>> print(CompileError([Problem("prog.go", 7, 2, "declared and not used: x")]))
./prog.go:7:2: declared and not used: x
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gosim.errors import UsageError

MOST: Final = 10
"""How many errors are printed."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One error and its place; `text` may have several lines."""

    file: str
    line: int
    col: int
    text: str

    @property
    def place(self) -> str:
        """The place, as errors print it."""
        name = self.file if "/" in self.file else f"./{self.file}"
        return f"{name}:{self.line}:{self.col}"

    def __str__(self) -> str:
        text = re.sub(r"\n(?!\t)", "\n\t", self.text)
        return f"{self.place}: {text}" if self.line else text


class CompileError(UsageError):
    """The program does not compile, or uses what gosim does not support."""

    def __init__(self, problems: list[Problem], hint: str = "") -> None:
        super().__init__("the program does not compile", hint)
        self.args = (problems, hint)
        self.problems = list(dict.fromkeys(problems))

    def __str__(self) -> str:
        lines = [str(problem) for problem in sorted(self.problems[:MOST])]
        if len(self.problems) >= MOST:
            lines.append(f"{self.problems[MOST - 1].place}: too many errors")
        return "\n".join(lines)
