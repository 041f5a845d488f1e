"""Evidence: what a run left behind, beside what its program printed.

Models   nothing in Go.
Read     gosim.scenarios.gallery next.

A question of the gallery names the evidence that it shows, in the line `Show:` at its head.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from gosim.memory.profiletop import top
from gosim.record.result import Result
from gosim.units import SECOND, format_duration

MEGABYTE: Final = 1_000_000

CURVES: Final = {
    "timers": "timers",
    "heap_alloc_bytes": "HeapAlloc",
    "heap_sys_bytes": "HeapSys",
    "heap_released_bytes": "HeapReleased",
    "rss_bytes": "RSS",
}


def memory(result: Result) -> str:
    """Return the curves of the process's memory, one line a sample, in MB."""
    series, names = result.series, [*CURVES]
    lines = ["    at" + "".join(f"{title:>14}" for title in CURVES.values()) + "   (MB)"]
    for i, t in enumerate(series["t_ns"]):
        at = format_duration(t // SECOND * SECOND)
        cells = [f"{series['timers'][i]:>14,}"]
        cells += [f"{series[name][i] / MEGABYTE:>14.1f}" for name in names[1:]]
        lines.append(f"{at:>6}" + "".join(cells))
    return "\n".join(lines) + "\n"


def profile(result: Result) -> str:
    """Return what `go tool pprof -top` prints of the heap at the end."""
    return top(result.snapshot)


def repairs(result: Result) -> str:
    """Return how many entries of timer heaps the scheduler looked at to put moved ones in place."""
    return f"entries of the heap looked at for it: {result.counters['entries_repaired']:,}\n"


def timers(result: Result) -> str:
    """Return what became of the timers."""
    counts = result.counters
    made, fired, left = (counts[f"timers_{what}"] for what in ("made", "fired", "at_end"))
    return f"timers made: {made:,}, fired: {fired:,}, in the heap at the end: {left:,}\n"


EVIDENCE: Final[Mapping[str, Callable[[Result], str]]] = {
    "memory": memory,
    "profile": profile,
    "repairs": repairs,
    "timers": timers,
}
"""By the name that a question gives."""
