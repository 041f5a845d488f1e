"""The result of a run, and the files it can become.

Models   nothing in Go.
Read     gosim.record.series first.

The JSON of a result has the keys of `to_dict`; the CSV has one column for each of the series
and one line for each sample.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gosim.record.facts import FALSE_TIMEOUT
from gosim.record.series import Series
from gosim.units import format_bytes, format_clock, format_count

MEANING_OF_END = {
    "exit": "main returned",
    "until": "the time asked for was over",
    "panic": "a panic",
    "fatal error": "a fatal error",
    "deadlock": "all goroutines were asleep",
    "asleep": "nothing was due before the end of time",
    "operations": "the budget of operations was spent",
    "wall clock": "the budget of wall-clock seconds was spent",
    "memory": "the budget of memory was spent",
    "output": "the budget of output was spent",
}
"""What each `why_ended` says."""

BUDGETS = frozenset({"operations", "wall clock", "memory", "output"})
"""The ends that a budget brought about."""


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """What a run leaves behind.

    `series` has columns sampled on a grid of virtual time, `marks` the instants that the program
    marked as (ns, label, weight), `output` the pieces of standard output as (ns, text).
    `snapshot` is what was in memory at the end, for gosim.memory.why and gosim.memory.heapprofile.
    `exit_code` is the program's own: 0, or 2 after a panic or a deadlock.
    """

    go: str
    version: str
    procs: int
    seed: int
    costs: str
    grain: int | str
    exit_code: int
    stdout: str
    stderr: str
    output: tuple[tuple[int, str], ...]
    ended_at_ns: int
    why_ended: str
    series: Series
    marks: tuple[tuple[int, str, int], ...]
    counters: Mapping[str, int]
    summary: Mapping[str, Any] = field(default_factory=dict)
    scenario: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    snapshot: Any = field(default=None, compare=False)

    def __repr__(self) -> str:
        name = self.scenario or "program"
        return (
            f"<Result of {name} on {self.version}: {len(self.series['t_ns'])} samples,"
            f" {MEANING_OF_END.get(self.why_ended, self.why_ended)} at"
            f" {format_clock(self.ended_at_ns)}, exit code {self.exit_code}>"
        )

    def named(self, scenario: str, parameters: Mapping[str, Any]) -> Result:
        """Return the same result with the scenario that it comes from."""
        return replace(self, scenario=scenario, parameters=dict(parameters))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data: what `to_json` writes."""
        return {
            "scenario": self.scenario,
            "parameters": dict(self.parameters),
            "go": self.go,
            "version": self.version,
            "procs": self.procs,
            "seed": self.seed,
            "costs": self.costs,
            "grain": self.grain,
            "exit_code": self.exit_code,
            "why_ended": self.why_ended,
            "ended_at_ns": self.ended_at_ns,
            "stdout": self.stdout,
            "stderr": self.stderr,
            "units": {name: column.unit for name, column in self.series.columns.items()},
            "series": dict(self.series),
            "marks": [{"t_ns": t, "label": label, "weight": w} for t, label, w in self.marks],
            "summary": dict(self.summary),
        }

    def to_json(self) -> str:
        """Return the result as JSON text, the same on every machine."""
        return json.dumps(self.to_dict(), indent=1, ensure_ascii=False) + "\n"

    def to_csv(self) -> str:
        """Return the series as CSV text."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.series)
        writer.writerows(zip(*self.series.values(), strict=True))
        return text.getvalue()

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td style='text-align:left'>{name}</td><td>{value}</td></tr>"
            for name, value in self._rows()
        )
        title = f"<b>{self.scenario or 'program'}</b> on {self.version}"
        table = f"{title}, {MEANING_OF_END[self.why_ended]}<table>{rows}</table>"
        return table + (self._repr_svg_() or "")  # Jupyter shows the HTML where it has both.

    def _repr_svg_(self) -> str | None:
        """Return the picture of the run; None if nobody has said how to draw it."""
        return _pictures[-1](self) if _pictures else None

    def _rows(self) -> list[tuple[str, str]]:
        summary = self.summary
        return [
            ("ended at", format_clock(self.ended_at_ns)),
            ("timers in heaps, at most", format_count(summary["timers_max"])),
            ("timers in heaps, at the end", format_count(summary["timers_at_end"])),
            ("live memory, at most", format_bytes(summary["heap_live_bytes_max"])),
            ("timers made", format_count(summary["timers_made"])),
            ("false timeouts", format_count(summary["false_timeouts"])),
        ]


_pictures: list[Callable[[Result], str]] = []


def draw_with(picture: Callable[[Result], str]) -> None:
    """Say how a result becomes the text of an SVG element: results know no drawing themselves."""
    _pictures.append(picture)


def summarise(result: Result) -> Result:
    """Return the result with its summary: counters, peaks and when they were reached."""
    series = result.series
    summary: dict[str, Any] = dict(result.counters)
    for name in ("timers", "heap_live_bytes", "heap_objects"):
        peak, at = peak_of(series, name)
        summary[f"{name}_max"] = peak
        summary[f"{name}_max_at_ns"] = at
    summary["false_timeouts"] = sum(w for _, label, w in result.marks if label == FALSE_TIMEOUT)
    return replace(result, summary=summary)


def peak_of(series: Series, name: str) -> tuple[int, int]:
    """Return the greatest sample of a column, and when it was reached first."""
    column = series[name]
    if not column:
        return 0, 0
    peak = max(column)
    return peak, series["t_ns"][column.index(peak)]
