"""A scenario: a Go program with parameters, a story, and what to look for.

Models   nothing in Go.
Read     gosim.scenarios.params and gosim.golang.run first.

The story is the comment at the head of the file: its first line is the title, the paragraph that
begins with "Look for:" says what to look for.  The parameters are those of the program's
package-level constants and variables that `PARAMETERS` knows.

>>> from gosim.scenarios import SCENARIOS
>>> SCENARIOS["leaky"].title
'time.After in the loop: the leak'
>>> SCENARIOS["leaky"].parameters
{'rate': 'free', 'timeout': 180000000000, 'messages': 0, 'stop': 0}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from gosim import options
from gosim.errors import UsageError
from gosim.golang.errors import CompileError
from gosim.golang.run import run_go
from gosim.golang.settings import value_of
from gosim.golang.syntax.parse import parse
from gosim.kernel import Budget, Progress
from gosim.record.result import Result
from gosim.scenarios.params import FREE, PARAMETERS, read_settings
from gosim.units import MINUTE, SECOND, format_duration

EXACT_MESSAGES: Final = 2_000_000
"""Up to so many messages a scenario is replayed pass by pass."""

FASTEST: Final = 4_000_000
"""More passes a second than a free-running loop makes."""

PASSES_MIN: Final = 10
"""With fewer coarse passes before the first timeout no curve can be told from another."""

_DIRECTIVE: Final = "//gosim:"
_LOOK_FOR: Final = "Look for: "

SAMPLES_MAX: Final = 200_000
"""More samples than that say no more, and fill the memory."""


@dataclass(frozen=True)
class Scenario:
    """A program that can be replayed: one Go file, or the several files of a package.

    `until` is where a replay ends when nobody says otherwise.
    """

    name: str
    files: tuple[Path, ...]
    until: int | None = 6 * MINUTE

    @cached_property
    def go_text(self) -> str:
        """The program."""
        return "".join(file.read_text("utf-8") for file in self.files)

    @cached_property
    def _paragraphs(self) -> list[str]:
        """The comment at the head of the file."""
        head = re.match(r"(?://.*\n)*", self.go_text)
        lines = head[0].splitlines() if head else []
        texts = [line[2:].strip() for line in lines if not line.startswith(_DIRECTIVE)]
        return [" ".join(part.split("\n")) for part in "\n".join(texts).strip().split("\n\n")]

    @property
    def title(self) -> str:
        """What it is, in a line."""
        return self._paragraphs[0]

    @property
    def look_for(self) -> str:
        """What to look for."""
        found = [text for text in self._paragraphs if text.startswith(_LOOK_FOR)]
        return found[0].removeprefix(_LOOK_FOR) if found else ""

    @property
    def coarse(self) -> bool:
        """Whether it declares a free-running loop, so that its grain is automatic by default."""
        return f"{_DIRECTIVE}coarse" in self.go_text

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """The parameters that it has, with their defaults."""
        known: dict[str, Any] = {}
        for file in self.files:
            for name, value in _values(file):
                if name in PARAMETERS and isinstance(value, int):
                    known[name] = FREE if name == "rate" and value == 0 else value
        return known

    def default_grain(self, values: Mapping[str, Any], until: int | None) -> int | str:
        """Return "auto" for a free-running loop and for very many messages, else 1: exact."""
        if not self.coarse:
            return 1
        if values.get("messages"):
            expected = values["messages"]
        elif values.get("rate", FREE) == FREE or until is None:
            return "auto"
        else:
            expected = values["rate"] * until // SECOND
        return "auto" if expected > EXACT_MESSAGES else 1

    def _grain(
        self, grain: int | str | None, values: Mapping[str, Any], until: int | None
    ) -> int | str:
        """Return the grain asked for, or the default; see `_check_grain`."""
        if grain is None:
            return self.default_grain(values, until)
        if isinstance(grain, int):
            self._check_grain(grain, values, until)
        return grain

    def _check_grain(self, grain: int, values: Mapping[str, Any], until: int | None) -> None:
        """Raise UsageError for a grain that leaves too few passes of a loop to show anything."""
        timeout = values.get("timeout")
        spans = [span for span in (until, timeout) if span]
        rate = FASTEST if values.get("rate", FREE) == FREE else values["rate"]
        most = [values["messages"]] if values.get("messages") else []
        passes = min([*(rate * span // SECOND for span in spans), *most], default=None)
        if grain == 1 or not self.coarse or passes is None or grain * PASSES_MIN <= passes:
            return
        coarsest = passes // PASSES_MIN
        raise UsageError(
            f"a grain of {grain:,} is too coarse for the {passes:,} passes that this run can show",
            f"take {coarsest:,} or less, or auto" if coarsest > 1 else "take 1 (exact) or auto",
        )

    def replay(  # noqa: PLR0913  each option is one that a user names
        self,
        settings: Mapping[str, str] | None = None,
        *,
        go: str = "1.22",
        gomod: str | None = None,
        godebug: Mapping[str, int] | None = None,
        procs: int = 1,
        seed: int = 1,
        until: int | str | None = None,
        sample: int | str | None = None,
        grain: int | str | None = None,
        costs: str = "go",
        budget: Budget | None = None,
        progress: Progress | None = None,
        gogc: int | None = 100,
        memory_limit: int | str | None = None,
    ) -> Result:
        """Run the program; see gosim.runtime.run for the options.

        Raises UsageError for a setting that makes no sense, CompileError for a program that does
        not compile.
        """
        given = dict(settings or {})
        ours = {name: text for name, text in given.items() if name in self.parameters}
        values = read_settings(ours, self.parameters)
        sample = options.duration("sample", sample)
        until = options.duration("until", until) if until is not None else self.until
        _check_sample(sample, until)
        result = run_go(
            self.files,
            go=go,
            gomod=gomod,
            godebug=godebug,
            procs=procs,
            seed=seed,
            until=until,
            sample=sample,
            grain=self._grain(grain, values, until),
            costs=costs,
            budget=budget,
            progress=progress,
            gogc=gogc,
            memory_limit=memory_limit,
            set=given | {name: _as_go(values[name]) for name in ours},
        )
        return result.named(
            self.name, {**values, **{n: t for n, t in given.items() if n not in ours}}
        )


def _check_sample(sample: int | None, until: int | None) -> None:
    """Raise UsageError for a step that gives too many samples."""
    if sample is not None and until is not None and sample * SAMPLES_MAX < until:
        raise UsageError(
            f"a sample every {format_duration(sample)} makes {until // sample:,} samples",
            f"take a step of {format_duration(until // SAMPLES_MAX + 1)} or more",
        )


def _as_go(value: Any) -> str:
    """Return a parameter as a Go program has it."""
    return "0" if value == FREE else str(value)


def _values(file: Path) -> Iterable[tuple[str, Any]]:
    """Return the package-level names of a file whose values are plain.

    A file that is not Go has none; whoever runs it says what is wrong, in the words of a version.
    """
    try:
        specs = parse(file.read_bytes(), file.name).specs
    except CompileError:
        return
    for spec in specs:
        for name, value in zip(
            getattr(spec, "names", ()), getattr(spec, "values", ()), strict=False
        ):
            yield name.name, value_of(value)
