"""What a figure is to show, before anything is drawn: lines, their labels, and the caption.

Models   nothing in Go.
Read     gosim.record.result first; gosim.plots.figures next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from gosim.errors import UsageError
from gosim.plots.scales import Ticks, byte_ticks, count_ticks
from gosim.record.facts import FALSE_TIMEOUT, TIMEOUT
from gosim.record.result import BUDGETS, Result
from gosim.record.verdict import most, parameter
from gosim.record.wording import a_second, clock
from gosim.units import format_bytes, format_count, format_duration

TITLES: Final = {
    "timers": "Timers in the heap",
    "zombies": "Stopped timers still in the heap",
    "goroutines": "Goroutines",
    "heap_objects": "Live objects",
    "heap_live_bytes": "Live memory",
    "rss_bytes": "Memory, as top shows it",
    "timers_made": "Timers made so far",
    "timers_fired": "Timers fired so far",
    "timers_stopped": "Timers stopped so far",
    "false_timeouts": "False timeouts so far",
    "grain": "Passes that one pass stands for",
}

_ENDS: Final = {"panic": "panicked", "fatal error": "died", "deadlock": "deadlocked"}

Part = Callable[[Result], str]
"""One thing that can be said of a result, in a label or in the caption."""

SAME: Final = 0.008
"""Two lines nearer than this part of the panel's height look like one."""

SEEN: Final = 0.05
"""A part that is lower than this part of the panel's height would be lost in its axis."""

TOGETHER: Final = 0.25
"""For this part of the time, at least, before it matters."""


@dataclass(frozen=True, slots=True)
class Line:
    """One column of one result.

    `part` is how much of each value is live, where that can be told.  `marks` are (instant,
    whether it was a false timeout).  `ended` is set if the run ended before the axis does.
    """

    label: str
    says: str
    times: Sequence[int]
    values: Sequence[int]
    part: Sequence[int] = ()
    marks: tuple[tuple[int, bool], ...] = ()
    ended: bool = False

    def part_is_seen(self, top: int) -> bool:
        """Return whether the live part stands out, in a panel of that height."""
        return max(self.part, default=0) > SEEN * top

    @property
    def end(self) -> tuple[int, int]:
        """The last point."""
        return self.times[-1], self.values[-1]

    def at(self, instants: Iterable[float]) -> list[float]:
        """Return its height at some instants."""
        return [float(y) for y in np.interp(list(instants), self.times, self.values)]


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines that share their axes: `span` nanoseconds by `top`."""

    title: str
    lines: tuple[Line, ...]
    span: int
    top: int
    ticks: Ticks

    def covers(self, others: Iterable[Line], line: Line) -> np.ndarray:
        """Return for each point of a line whether it lies on one of the others."""
        on = np.zeros(len(line.times), dtype=bool)
        for other in others:
            lies = np.interp(line.times, other.times, other.values, right=np.nan)
            on |= np.abs(lies - np.asarray(line.values, dtype=float)) < SAME * self.top
        return on


def panel_of(results: Sequence[Result], labels: Sequence[str], column: str) -> Panel:
    """Return the panel of a column.  Raises UsageError if a result has no such column."""
    for result in results:
        if column not in result.series:
            known = ", ".join(name for name in result.series if name != "t_ns")
            raise UsageError(f"there is no column {column!r} in the series", f"there are {known}")
    described = results[0].series.columns[column]
    in_bytes = described.unit == "bytes"
    span = span_of(results)
    lines = tuple(
        _line(result, label, column, span, format_bytes if in_bytes else format_count)
        for result, label in zip(results, labels, strict=True)
    )
    top = max(max(line.values) for line in lines)
    title = TITLES.get(column, f"{described.unit}, {described.meaning}".capitalize())
    ticks = byte_ticks(top) if in_bytes else count_ticks(top)
    return Panel(title, lines, span, max(top, 1), ticks)


def span_of(results: Sequence[Result]) -> int:
    """Return the length of the longest run, for the axis of time."""
    return max(
        max(result.ended_at_ns, *result.series["t_ns"]) or result.series.step for result in results
    )


def _line(result: Result, label: str, column: str, span: int, show: Callable[[int], str]) -> Line:
    times, values = result.series["t_ns"], result.series[column]
    if not times:
        times, values = [0], [0]
    says = f"at most {show(most(result, column))}" if any(values) else "0 all the time"
    part: Sequence[int] = ()
    if column == "rss_bytes":
        part = result.series["heap_live_bytes"]
        says += f", {show(max(part, default=0))} live"
    marks: tuple[tuple[int, bool], ...] = ()
    if column == "timers":
        says += _end_of(result, span)
        timeouts = (FALSE_TIMEOUT, TIMEOUT)
        marks = tuple((t, kind == FALSE_TIMEOUT) for t, kind, _ in result.marks if kind in timeouts)
    return Line(label, says, times, values, part, marks, is_early(result.ended_at_ns, span))


def _end_of(result: Result, span: int) -> str:
    """Return how a run ended, if it ended before its time or before the others."""
    how = "stopped" if result.why_ended in BUDGETS else _ENDS.get(result.why_ended)
    if how is None and not is_early(result.ended_at_ns, span):
        return ""
    when = f"at {clock(result.ended_at_ns)}" if result.ended_at_ns else "at the start"
    return f", {how or 'ended'} {when}"


def is_early(instant: int, span: int) -> bool:
    """Return whether an instant is seen to be before the end of the axis."""
    return instant < 0.985 * span


# -- labels and caption -------------------------------------------------------------------------


def labels_of(results: Sequence[Result]) -> list[str]:
    """Return a label for each result: no more than what tells it from the others."""
    parts: list[Part] = [
        lambda result: result.scenario or "program",
        lambda result: result.version,
        _procs,
        *(_parameter_says(name) for name in _parameters(results)),
        lambda result: f"seed {result.seed}",
        lambda result: f"grain {result.grain}",
        lambda result: f"costs {result.costs}",
    ]
    always = [part for part in parts[:2] if _varies(part, results)]
    labels = [", ".join(part(result) for part in always or parts[:1]) for result in results]
    for part in parts[2:]:
        alike = {label for label in labels if labels.count(label) > 1}
        for label in alike:
            same = [i for i, other in enumerate(labels) if other == label]
            if _varies(part, [results[i] for i in same]):
                for i in same:
                    labels[i] += f", {part(results[i])}"
    return [
        label if labels.count(label) == 1 else f"{label} #{labels[: i + 1].count(label)}"
        for i, label in enumerate(labels)
    ]


def _varies(part: Part, results: Sequence[Result]) -> bool:
    return len({part(result) for result in results}) > 1


def _parameters(results: Sequence[Result]) -> list[str]:
    return list(dict.fromkeys(name for result in results for name in result.parameters))


def _parameter_says(name: str) -> Callable[[Result], str]:
    def says(result: Result) -> str:
        value = result.parameters.get(name)
        if name in ("timeout", "stop") and isinstance(value, int) and value > 0:
            return f"{name} {format_duration(value)}"
        return f"{name} {value}"

    return says


def _procs(result: Result) -> str:
    return f"{result.procs} processors" if result.procs > 1 else "1 processor"


def caption_of(results: Sequence[Result]) -> list[str]:
    """Return what all results have in common, piece by piece."""
    parts: list[Part] = [
        lambda result: result.scenario,
        lambda result: result.version,
        _procs,
        _rate,
        _timeout,
        lambda result: f"seed {result.seed}",
        lambda result: "costs as in Go" if result.costs == "go" else "only waiting takes time",
    ]
    if len(results) == 1:
        parts = parts[1:]
    same = [part(results[0]) for part in parts if not _varies(part, results)]
    return [piece for piece in [*same, _grain(results)] if piece]


def _rate(result: Result) -> str:
    rate = parameter(result, "rate")
    if rate:
        return f"{a_second(rate).removesuffix(' a second')} messages a second"
    return "free-running producer" if result.parameters.get("rate") == "free" else ""


def _timeout(result: Result) -> str:
    timeout = parameter(result, "timeout")
    return f"timeout {format_duration(timeout)}" if timeout else ""


def _grain(results: Sequence[Result]) -> str:
    most_of_all = max(max(result.series["grain"], default=1) for result in results)
    auto = " auto" if any(result.grain == "auto" for result in results) else ""
    if most_of_all == 1:
        return f"grain{auto} 1 (exact)"
    return f"grain{auto}, one pass stands for up to {most_of_all:,}"


# -- lines on lines -----------------------------------------------------------------------------


def companions(panel: Panel) -> list[list[int]]:
    """Return the groups of lines that lie on each other, by their numbers."""
    instants = np.linspace(0, panel.span, 257)
    curves = [
        np.interp(instants, line.times, line.values, left=np.nan, right=np.nan) / panel.top
        for line in panel.lines
    ]
    groups: list[list[int]] = []
    for i, curve in enumerate(curves):
        for group in groups:
            near = [np.abs(curves[j] - curve) < SAME for j in group]
            if any(part.mean() >= TOGETHER for part in near):
                group.append(i)
                break
        else:
            groups.append([i])
    return groups
