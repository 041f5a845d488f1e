"""The verdict on a run: three plain sentences, on its timers, its memory and its timeouts.

Models   nothing in Go.
Read     gosim.record.result and gosim.record.shape first.

The sentences come from the series, the marks and the parameters that were recorded, and from
nothing else, so a result that was read from a file has the same verdict.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from gosim.record.facts import FALSE_TIMEOUT, TIMEOUT
from gosim.record.result import BUDGETS, MEANING_OF_END, Result, peak_of
from gosim.record.shape import FEW, Shape, in_passes, passed, rise, shape_of
from gosim.record.wording import a_second, clock
from gosim.units import SECOND, format_bytes, format_count, format_duration

TOO_MUCH: Final = 10 * 10**9
"""The 10 GB that the article's program was seen to take."""

A_PASS: Final = 2_000
"""More bytes than one pass of a loop keeps when it keeps one timer."""

_EARLY: Final = BUDGETS | {"panic", "fatal error", "deadlock"}


def verdict(result: Result) -> list[str]:
    """Return three sentences: on the timers, the memory and the timeouts of a run."""
    return [_timers(result), _memory(result), _timeouts(result)]


# -- timers -------------------------------------------------------------------------------------


def _timers(result: Result) -> str:
    if _ended_unseen(result):
        at_end = format_count(result.summary["timers_at_end"])
        return f"Timers: {at_end} in the heap{_early_end(result)}."
    shape = _shape(result, "timers")
    say = {
        "flat": _flat,
        "plateau": _plateau,
        "peak": _peak,
        "growing": _growing,
        "uneven": _uneven,
    }
    return f"Timers: {say[shape.kind](result, shape)}{_early_end(result)}."


def _flat(result: Result, shape: Shape) -> str:
    if shape.level == 0:
        return "none in the heap, ever"
    return f"flat, never more than {format_count(most(result, 'timers'))} in the heap"


def _plateau(result: Result, shape: Shape) -> str:
    factors, product = _product(result, shape)
    level = f"a plateau of {format_count(shape.level)}{factors}"
    return f"bounded{product}: {level}, reached at {clock(shape.at_ns)}"


def _peak(result: Result, shape: Shape) -> str:
    factors, product = _product(result, shape)
    top = f"at most {format_count(shape.level)}{factors}, reached at {clock(shape.at_ns)}"
    return f"bounded{product}: {top}; back to {format_count(shape.end)} at {clock(shape.end_at_ns)}"


def _uneven(result: Result, shape: Shape) -> str:
    return (
        f"up and down, at most {format_count(shape.level)}, at {clock(shape.at_ns)}; "
        f"{format_count(shape.end)} at the end"
    )


def _growing(result: Result, shape: Shape) -> str:
    times, timeout = result.series["t_ns"], parameter(result, "timeout")
    half = times[len(times) // 2]
    timers = rise(times, result.series["timers"], half)
    size = rise(times, result.series["heap_live_bytes"], half)
    now = f"{format_count(shape.end)} after {clock(shape.end_at_ns)}"
    more = f"{a_second(timers)} more ({format_bytes(max(0, round(size)))} a second)"
    if timeout and shape.end_at_ns < timeout:
        return f"growing to the end: {now}, {more}; none is due before {clock(timeout)}"
    if not timeout:
        return f"growing to the end: {now}, {more}"
    return f"growing without bound: {now}, {more}"


def _product(result: Result, shape: Shape) -> tuple[str, str]:
    """Return the two factors of a level and the words for them, if it is rate × timeout."""
    timeout = parameter(result, "timeout")
    if not timeout or shape.at_ns < 0.9 * timeout:  # Nothing was due before it was reached.
        return "", ""
    for rate in (parameter(result, "rate"), _rate_made(result, timeout)):
        if rate and abs(rate * timeout / SECOND - shape.level) <= 0.03 * shape.level + 2:
            return f" ({a_second(rate)} × {format_duration(timeout)})", " by rate × timeout"
    return "", ""


def _rate_made(result: Result, until: int) -> float:
    """Return how many timers the program made a second until an instant."""
    series = result.series
    number = bisect_right(series["t_ns"], until)
    return rise(series["t_ns"][:number], series["timers_made"][:number])


def _ended_unseen(result: Result) -> bool:
    """Return whether a budget ended the run before its timers were sampled."""
    at_end = result.summary.get("timers_at_end", 0)
    return result.why_ended in BUDGETS and at_end > max(result.series["timers"], default=0)


def _early_end(result: Result) -> str:
    if result.why_ended not in _EARLY:
        return ""
    why = MEANING_OF_END[result.why_ended]
    return f"; the run ended early, at {clock(result.ended_at_ns)}: {why}"


# -- memory -------------------------------------------------------------------------------------


def _memory(result: Result) -> str:
    """What `top` shows is the resident memory, garbage and all; live is what is referred to."""
    shape = _shape(result, "heap_live_bytes")
    live, _ = peak_of(result.series, "heap_live_bytes")
    if live == 0:
        return "Memory: no live object that the model counts."
    top, top_at = peak_of(result.series, "rss_bytes")
    top_shows, are_live = f"top shows at most {format_bytes(top)}", f"{format_bytes(live)} are live"
    if shape.kind == "flat":
        return f"Memory: flat, {top_shows}; at most {are_live}."
    grain = max(result.series["grain"], default=1)
    if live < A_PASS * grain and _shape(result, "timers").kind == "flat":
        why = f", because one pass stands for {format_count(grain)} here" if grain > 1 else ""
        return f"Memory: flat, {top_shows}; at most {are_live}{why}."
    too_much = passed(result.series["t_ns"], result.series["rss_bytes"], TOO_MUCH)
    when = f", 10 GB after {clock(too_much)}" if too_much else ""
    back = f", {format_bytes(shape.end)} at the end" if shape.kind == "peak" else ""
    at_most = f"at most {are_live}, at {clock(shape.at_ns)}{back}"
    return f"Memory: {top_shows}, at {clock(top_at)}{when}; {at_most}."


# -- timeouts -----------------------------------------------------------------------------------


def _timeouts(result: Result) -> str:
    false, true = _fired(result, FALSE_TIMEOUT), _fired(result, TIMEOUT)
    if not false:
        return f"Timeouts: no false one{_true(result, true)}."
    begun, at = "" if false.once else "first ", false.first_at
    fired = f"it fired {false.times}, {begun}at {clock(at)}, although {_busy(result)}"
    if true:
        fired += f"; and {true.times} rightly"
    elif false.once and _is_the_last(result, at):
        fired += ": it is a deadline for the whole loop, and after it there is no timeout at all"
    return f"Timeouts: {fired}."


@dataclass(frozen=True, slots=True)
class _Fired:
    """How often a timeout fired, each mark by its weight, and when it did first."""

    first_at: int
    marks: int
    number: int

    @property
    def once(self) -> bool:
        """Whether it was one timeout."""
        return self.number == 1

    @property
    def times(self) -> str:
        """Say how often; where marks stand for many, about how often."""
        return times(self.number) if self.number == self.marks else f"about {times(self.number)}"


def _fired(result: Result, label: str) -> _Fired | None:
    """Return how often a timeout of that kind fired, or None if it never did."""
    found = [(t, weight) for t, marked, weight in result.marks if marked == label]
    if not found:
        return None
    return _Fired(found[0][0], len(found), sum(weight for _, weight in found))


def _busy(result: Result) -> str:
    timeout = parameter(result, "timeout")
    if not timeout:
        return "the channel was not idle"
    return f"the channel was never idle for {format_duration(timeout)}"


def _is_the_last(result: Result, at: int) -> bool:
    """Return whether the heap holds fewer timers ever after: the one that fired is gone."""
    samples = list(zip(result.series["t_ns"], result.series["timers"], strict=True))
    before = [timers for t, timers in samples if t <= at]
    after = [timers for t, timers in samples if t > at]
    return bool(before and after) and max(after) < max(before)


def _true(result: Result, true: _Fired | None) -> str:
    if not true:
        return ", and no true one"
    timeout = parameter(result, "timeout")
    silence = f" of {format_duration(timeout)}" if timeout else ""
    if true.once:
        return f"; it fired once, at {clock(true.first_at)}, after a silence{silence}"
    return (
        f"; it fired {true.times}, first at {clock(true.first_at)}, each after a silence{silence}"
    )


def times(number: int) -> str:
    """Return how often, in words.

    >>> times(1), times(2), times(1_200)
    ('once', 'twice', '1,200 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{format_count(number)} times")


# -- all of them --------------------------------------------------------------------------------


def parameter(result: Result, name: str) -> int | None:
    """Return a parameter of the scenario, if it has one that is a number and not 0."""
    value = result.parameters.get(name)
    return value if isinstance(value, int) and value > 0 else None


def most(result: Result, column: str) -> int:
    """Return the maximum of a column; for a few timers in a coarse run, how many they stand for."""
    values, grains = result.series[column], result.series["grain"]
    few = in_passes(values, grains)
    return few if column == "timers" and few <= FEW else max(values, default=0)


def _shape(result: Result, column: str) -> Shape:
    series = result.series
    grains = series["grain"] if column == "timers" else ()
    return shape_of(series["t_ns"], series[column], grains)
