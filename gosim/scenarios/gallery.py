"""The gallery: questions that people ask, each with a program that answers it.

Models   nothing in Go.
Read     one of the programs first, such as ask/stop-before-reset.go; gosim.scenarios.evidence.

The comment at the head of a program has the question, its answer, the versions of Go that are
worth running (`Run:`), and what to show beside the output (`Show:`): pieces of evidence, or the
step at which memory is sampled.

>>> question = QUESTIONS["stop-before-reset"]
>>> question.question
'must I Stop and drain before Reset?'
>>> [str(case) for case in question.cases]
['1.22', '1.23']
>>> print(question.run(question.cases[1]).stdout, end="")
reset at 2 s to wait a minute; received at 1m2s
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from gosim.errors import UsageError
from gosim.golang.run import run_go
from gosim.record.result import Result
from gosim.scenarios.evidence import EVIDENCE
from gosim.units import parse_duration

ASK: Final = Path(__file__).parent / "ask"

_NAMES: Final = (
    "after-in-loop",
    "old-gomod",
    "given-back",
    "ends-by-itself",
    "one-second",
    "bytes-per-timer",
    "pprof-blames-newtimer",
    "stop-before-reset",
    "drain-hangs",
    "tickers-not-stopped",
    "tick-in-select",
    "range-after-stop",
    "without-cancel",
    "afterfunc",
    "two-afters",
    "newtimer-outside",
    "len-of-channel",
    "goroutine-per-timer",
    "slow-ticker",
    "closed-channel",
    "slow-reset",
    "four-ary-heap",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A version of Go, and perhaps another one in go.mod."""

    go: str
    gomod: str | None = None

    @classmethod
    def of(cls, text: str) -> Case:
        """Return the case of a text such as ``1.23`` or ``1.23 gomod=1.22``."""
        go, _, gomod = text.strip().partition(" gomod=")
        return cls(go, gomod or None)

    def __str__(self) -> str:
        return f"{self.go} gomod={self.gomod}" if self.gomod else self.go


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, and the program that shows it."""

    name: str
    question: str
    answer: str
    cases: tuple[Case, ...]
    source: str
    shows: str = ""
    sample: int | None = None

    @classmethod
    def read(cls, path: Path) -> Question:
        """Return the question in a file."""
        source = path.read_text("utf-8")
        head = source[: source.index("package main")]
        parts = "\n".join(line[2:].strip() for line in head.splitlines()).strip().split("\n\n")
        question, answer, *orders = (part.replace("\n", " ") for part in parts)
        given = dict(order.split(": ") for order in orders)
        cases = tuple(map(Case.of, given["Run"].split(",")))
        shows, _, step = given.get("Show", "").partition(" every ")
        return cls(
            path.stem,
            question,
            answer.removeprefix("Answer: "),
            cases,
            source,
            shows,
            parse_duration(step) if step else None,
        )

    def run(self, case: Case) -> Result:
        """Run the program; only waiting takes time."""
        path = ASK / f"{self.name}.go"
        return run_go(path, go=case.go, gomod=case.gomod, sample=self.sample)

    def evidence(self, result: Result) -> str:
        """Return what a run printed, and what it left behind."""
        return result.stdout + (EVIDENCE[self.shows](result) if self.shows else "")


QUESTIONS: Final = {name: Question.read(ASK / f"{name}.go") for name in _NAMES}
"""By name, in reading order."""


def question_of(name: str) -> Question:
    """Return the question of that name.  Raises UsageError, with the nearest name."""
    if name in QUESTIONS:
        return QUESTIONS[name]
    close = get_close_matches(name, QUESTIONS, n=1)
    hint = f"did you mean {close[0]}?" if close else "gosim ask lists them"
    raise UsageError(f"there is no question {name!r}", hint)
