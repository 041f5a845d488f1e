"""Results made by hand, for tests of what is made of results."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gosim.record.result import Result, summarise
from gosim.record.series import Column, Series
from gosim.units import MINUTE, SECOND

COLUMNS = {
    "timers": "timers",
    "zombies": "timers",
    "heap_objects": "objects",
    "heap_live_bytes": "bytes",
    "rss_bytes": "bytes",
    "timers_made": "timers",
    "false_timeouts": "timeouts",
    "grain": "passes",
}


def recording(
    timers: Sequence[int],
    step: int = SECOND,
    *,
    heap_live_bytes: Sequence[int] | None = None,
    timers_made: Sequence[int] | None = None,
    grain: Sequence[int] | int = 1,
    marks: Sequence[tuple[int, str, int]] = (),
    scenario: str = "leaky",
    parameters: Mapping[str, Any] | None = None,
    **others: Any,
) -> Result:
    """Return the result of a run with these samples, one every `step` nanoseconds."""
    number = len(timers)
    live = heap_live_bytes or [200 * count for count in timers]
    grains = [grain] * number if isinstance(grain, int) else list(grain)
    columns = {
        "timers": timers,
        "zombies": [0] * number,
        "heap_objects": timers,
        "heap_live_bytes": live,
        "rss_bytes": [5_000_000 + 2 * size for size in live],
        "timers_made": timers_made or timers,
        "false_timeouts": [0] * number,
        "grain": grains,
    }
    series = Series({name: Column(unit, name) for name, unit in COLUMNS.items()}, step)
    for i, values in enumerate(zip(*(columns[name] for name in COLUMNS), strict=True)):
        series.sample(i * step, values)
    fields = {
        "go": "1.22",
        "version": "Go 1.22",
        "procs": 1,
        "seed": 1,
        "costs": "go",
        "grain": "auto" if max(grains, default=1) > 1 else 1,
        "exit_code": 0,
        "stdout": "",
        "stderr": "",
        "output": (),
        "ended_at_ns": number * step,
        "why_ended": "until",
        "counters": {"timers_made": 0, "timers_at_end": 0},
    }
    result = Result(series=series, marks=tuple(marks), **{**fields, **others})
    return summarise(result).named(scenario, parameters or {})


def curve(height: Callable[[int], int], seconds: int = 360) -> list[int]:
    """Return a sample for each second."""
    return [height(second) for second in range(seconds)]


ARTICLE = {"rate": "free", "timeout": 3 * MINUTE, "messages": 0, "stop": 0}


def leaky(**others: Any) -> Result:
    """Return two million timers a second that live for three minutes."""
    made = curve(lambda s: 2_000_000 * s)
    timers = [min(count, 360_000_000) for count in made]
    return recording(timers, timers_made=made, parameters=ARTICLE, **others)


def newtimer(**others: Any) -> Result:
    """Return one timer that fires at 3:00 although the channel was never idle."""
    timers = curve(lambda s: 1 if 0 < s <= 180 else 0)
    marks = [(180 * SECOND + 5_000_000, "false timeout", 1)]
    given = {"scenario": "newtimer", "parameters": ARTICLE, "marks": marks, **others}
    return recording(timers, heap_live_bytes=[384] * 360, **given)


def reset(**others: Any) -> Result:
    """Return one timer, set anew with each message."""
    timers = curve(lambda s: 1 if s else 0)
    given = {"scenario": "reset", "parameters": ARTICLE, **others}
    return recording(timers, heap_live_bytes=[384] * 360, **given)
