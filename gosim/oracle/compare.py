"""Run one Go program in gosim and in real Go, and hold the outcomes side by side.

Models   nothing in Go.
Read     gosim.oracle.faketime first.
Leaves out   the addresses and stacks after the first line of a panic.

>>> print(table([Row("exit code", "0", "2")], "Go 1.22.10"))
             gosim   Go 1.22.10
exit code    0       2            different
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from gosim.errors import UsageError
from gosim.golang.run import run_go, sources
from gosim.kernel import Budget
from gosim.oracle.faketime import LIMIT_S, Outcome, ask
from gosim.oracle.memory import (
    BYTES_APART,
    BYTES_OF_GODEBUG,
    OBJECTS_APART,
    OBJECTS_OF_GODEBUG,
    Heap,
    distance,
    instant_of,
    near,
    sampled,
    samples_of,
)
from gosim.oracle.toolchains import Toolchain, find
from gosim.record.result import BUDGETS, MEANING_OF_END, Result

NOTHING: Final = "–"
"""Stands where one of the two printed no line."""

UNFINISHED: Final = " (without a newline)"
"""Follows a last line that does not end."""

SHOWN: Final = 10
"""How many different lines of one kind are listed."""

WIDTH: Final = 60
"""How many characters of a line are shown."""

_ADDRESS: Final = re.compile(r"\b0x[0-9a-f]+\b")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was compared: what it is, in gosim, in Go."""

    what: str
    gosim: str
    go: str

    @property
    def equal(self) -> bool:
        return self.gosim == self.go

    @property
    def verdict(self) -> str:
        """What the last column of the table says."""
        return "equal" if self.equal else "different"


@dataclass(frozen=True, slots=True)
class HeapRow(Row):
    """Objects or bytes of the heap at a sample: equal as far as `apart` allows, and 1 %."""

    apart: int

    @property
    def numbers(self) -> tuple[int, int]:
        """Both, as numbers."""
        return int(self.gosim.replace(",", "")), int(self.go.replace(",", ""))

    @property
    def equal(self) -> bool:
        return near(*self.numbers, self.apart)

    @property
    def verdict(self) -> str:
        how = distance(*self.numbers)
        if how == "equal":
            return how
        return f"differs by {how}{', as it may' if self.equal else ''}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a program did in gosim and in real Go; `rows` say where they differ."""

    result: Result
    outcome: Outcome
    rows: tuple[Row, ...]

    @property
    def equal(self) -> bool:
        """Whether nothing differs."""
        return all(row.equal for row in self.rows)

    def __str__(self) -> str:
        return table(self.rows, str(self.outcome.toolchain)) + self.remark

    @property
    def remark(self) -> str:
        """What is said of a program that does not do the same in each run of real Go."""
        done = self.outcome
        if done.alike == done.runs:
            return ""
        return (
            f"\n{done.toolchain} did this in {done.alike} of {done.runs} runs: "
            "the program leaves something to chance"
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of standard output and the instant at which it was complete."""

    at: int
    text: str


def verify(
    program: str | Path | Iterable[str | Path],
    *,
    go: str,
    gomod: str | None = None,
    settings: Mapping[str, str] | None = None,
    limit_s: float = LIMIT_S,
) -> Comparison:
    """Run a program in real Go and in gosim as the same release, and compare.

    Raises UsageError when there is no toolchain, when the program does not build, or does not end.
    """
    toolchain = find(go)
    files = sources(program)
    result = simulate(program, toolchain, gomod=gomod, settings=settings, limit_s=limit_s)

    def foretold(outcome: Outcome) -> bool:
        return all(row.equal for row in compare(result, outcome))

    outcome = ask(toolchain, files, gomod=gomod, foretold=foretold, limit_s=limit_s)
    rows = compare(result, outcome)
    ended = result.ended_at_ns
    rows += heaps(files, toolchain, ended, gomod=gomod, settings=settings, limit_s=limit_s)
    return Comparison(result, outcome, tuple(rows))


def heaps(
    files: Mapping[str, bytes],
    toolchain: Toolchain,
    ended_at: int,
    *,
    gomod: str | None = None,
    settings: Mapping[str, str] | None = None,
    limit_s: float = LIMIT_S,
) -> list[HeapRow]:
    """Run a program that ends at that instant once more in both, and compare their heaps."""
    program = sampled(files, ended_at)
    with TemporaryDirectory(prefix="gosim-") as folder:
        for name, text in program.items():
            (Path(folder) / name).write_bytes(text)
        paths = [Path(folder) / name for name in program]
        result = simulate(paths, toolchain, gomod=gomod, settings=settings, limit_s=limit_s)
    outcome = ask(toolchain, program, gomod=gomod, limit_s=limit_s)
    ours, theirs = result.stderr, outcome.text("stderr")
    return heap_rows(samples_of(ours), samples_of(theirs), ended_at, old=gomod is not None)


def heap_rows(
    ours: dict[int, Heap], theirs: dict[int, Heap], ended_at: int, old: bool = False
) -> list[HeapRow]:
    """Return two rows for each sample that both have taken; `old` is with a go line of go.mod."""
    rows = []
    objects_apart = OBJECTS_APART + OBJECTS_OF_GODEBUG * old
    bytes_apart = BYTES_APART + BYTES_OF_GODEBUG * old
    for number in sorted(ours.keys() & theirs.keys()):
        mine, other, when = ours[number], theirs[number], instant_of(number, ended_at)
        for what, a, b, apart in (
            (f"heap objects {when}", mine.objects, other.objects, objects_apart),
            (f"heap bytes {when}", mine.bytes, other.bytes, bytes_apart),
        ):
            rows.append(HeapRow(what, f"{a:,}", f"{b:,}", apart))
    return rows


def simulate(
    program: str | Path | Iterable[str | Path],
    toolchain: Toolchain,
    *,
    gomod: str | None = None,
    settings: Mapping[str, str] | None = None,
    limit_s: float = LIMIT_S,
) -> Result:
    """Run a program in gosim as the toolchain's release, with operations that take no time."""
    result = run_go(
        program,
        go=".".join(toolchain.version.split(".")[:3]),
        gomod=gomod,
        set=settings,
        budget=Budget(wall_s=limit_s),
    )
    if result.why_ended in BUDGETS:
        raise UsageError(
            f"the program did not end in gosim: {MEANING_OF_END[result.why_ended]}",
            "compare a program that ends by itself",
        )
    return result


def compare(result: Result, outcome: Outcome) -> list[Row]:
    """Return a row for each thing that is compared, and one for each line that differs."""
    ours = lines_of((at, text.encode()) for at, text in result.output)
    theirs = lines_of((w.at, w.text) for w in outcome.writes if w.stream == "stdout")
    rows = [
        Row("exit code", str(result.exit_code), str(outcome.exit_code)),
        Row("lines printed", str(len(ours)), str(len(theirs))),
    ]
    pairs = list(enumerate(zip_longest(ours, theirs), 1))
    rows += [
        Row(f"line {number}", quoted(mine), quoted(other))
        for number, (mine, other) in pairs
        if (mine and mine.text) != (other and other.text)
    ][:SHOWN]
    rows += times_of(ours, theirs)
    if result.stderr or outcome.text("stderr"):
        heads = (complaint(result.stderr), complaint(outcome.text("stderr")))
        rows.append(Row("standard error", *heads))
    return rows


def lines_of(writes: Iterable[tuple[int, bytes]]) -> list[Line]:
    """Return the lines of an output, each with the instant of the write that completed it."""
    lines: list[Line] = []
    begun, last = b"", 0
    for at, text in writes:
        *whole, rest = (begun + text).split(b"\n")
        lines += [Line(at, line.decode("utf-8", "replace")) for line in whole]
        begun, last = rest, at
    if begun:
        lines.append(Line(last, begun.decode("utf-8", "replace") + UNFINISHED))
    return lines


def times_of(ours: list[Line], theirs: list[Line]) -> list[Row]:
    """Return a row for the instants of the lines, and one for each that differs."""
    different = [
        Row(f"instant of line {number}", f"{mine.at:,} ns", f"{other.at:,} ns")
        for number, (mine, other) in enumerate(zip(ours, theirs, strict=False), 1)
        if mine.at != other.at
    ]
    if different:
        return different[:SHOWN]
    if ours and theirs:
        return [Row("instant of the last line", f"{ours[-1].at:,} ns", f"{theirs[-1].at:,} ns")]
    return []


def quoted(line: Line | None) -> str:
    """Return a line as it is shown; the text in quotes, so that spaces can be seen."""
    return NOTHING if line is None else repr(line.text)


def complaint(stderr: str) -> str:
    """Return what standard error says before the goroutines, without addresses."""
    said = stderr.partition("\n\ngoroutine ")[0].strip().split("\nexit status")[0]
    return _ADDRESS.sub("0x…", said) or NOTHING


def table(rows: Iterable[Row], toolchain: str) -> str:
    """Return the rows in columns: what, gosim, Go, and whether they are equal."""
    cells = [("", "gosim", toolchain, "")]
    cells += [(row.what, brief(row.gosim), brief(row.go), row.verdict) for row in rows]
    widths = [max(len(cell[column]) for cell in cells) for column in range(3)]
    return "\n".join(
        (f"{what:<{widths[0]}}    {mine:<{widths[1]}}   {other:<{widths[2]}}   {verdict}").rstrip()
        for what, mine, other, verdict in cells
    )


def brief(text: str) -> str:
    """Return one line that is not too long for a column."""
    whole = " | ".join(text.splitlines())
    return whole if len(whole) <= WIDTH else whole[: WIDTH - 1] + "…"
