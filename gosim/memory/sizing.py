"""Sizing: what a loop with timeouts will take, in closed form.

Models   nothing in Go: the formulas of gosim.memory.pacer and the sizes of gosim.memory.shapes,
         without a run.
Read     gosim.memory.pacer, gosim.memory.shapes and gosim.memory.footprint first.
Leaves out   what else the program allocates.

>>> answer = size(rate=1000, timeout=3 * 60 * 10**9, go=GoVersion.resolve("1.22"))
>>> answer.timers, answer.live_bytes
(180000, 37507328)
>>> size(1000, 3 * 60 * 10**9, GoVersion.resolve("1.23")).timers
0
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gosim.errors import UsageError
from gosim.memory.footprint import GROWTH, STACKS, overhead_of
from gosim.memory.ledger import Piece
from gosim.memory.pacer import MAX_OVERSHOOT, NO_GOAL, Pacer, Settings
from gosim.memory.shapes import Shapes
from gosim.memory.sizes import Sizes
from gosim.memory.spans import span_share
from gosim.units import SECOND, format_bytes, format_count, format_duration
from gosim.versions import GoVersion

GB: Final = 10**9

SHAPES: Final = {
    "after": "time.After on every pass",
    "newtimer": "one NewTimer before the loop",
    "reset": "one timer, Reset on every pass",
    "newtimer-stop": "NewTimer and Stop on every pass",
    "context": "context.WithTimeout on every pass, never cancelled",
    "context-cancel": "context.WithTimeout and cancel on every pass",
}
"""The loops that can be sized."""


@dataclass(frozen=True, slots=True)
class Sizing:
    """The answer.  `seconds_to` says when HeapAlloc first meets so many bytes, or None: never.

    `heap_alloc_low` is HeapAlloc right after a collection, `heap_alloc_high` right before the
    next is over, `rss_bytes` what `top` shows at most, once the plateau has lasted.
    """

    timers: int
    piece_bytes: int
    array_bytes: int
    live_bytes: int
    heap_alloc_low: int
    heap_alloc_high: int
    rss_bytes: int
    seconds_to: dict[int, float | None]
    text: str


ADDRESSES: Final = 1 << 48
"""Go: heapAddrBits of runtime/malloc.go, on 64-bit machines."""


def size(
    rate: float,
    timeout: int,
    go: GoVersion,
    shape: str = "after",
    gogc: int | None = 100,
    memory_limit: int | None = None,
) -> Sizing:
    """Return what the loop takes at `rate` passes a second with that timeout (nanoseconds).

    `gogc` and `memory_limit` are GOGC (None is off) and GOMEMLIMIT (bytes).

    Raises UsageError for a shape that is not known, or a rate or timeout that makes no sense.
    """
    if shape not in SHAPES:
        raise UsageError(f"there is no shape {shape!r}", f"there are: {', '.join(SHAPES)}")
    if rate <= 0 or timeout <= 0:
        raise UsageError("rate and timeout must be positive", "try 1000 a second and 3m")
    sizes = Sizes.of(go.minor)
    pieces = _pieces(shape, Shapes(sizes))
    each = sum(piece.bytes for piece in pieces)
    piles_up = _piles_up(shape, go)
    timers = round(rate * timeout / SECOND) if piles_up else 0
    array = _array(sizes, timers)
    live = timers * each + array
    overhead = overhead_of(go.minor)
    low = overhead.base + live
    if low > ADDRESSES:
        raise UsageError(
            f"that is more memory than the {format_bytes(ADDRESSES)} that a Go process can address",
            "take a lower rate or a shorter timeout",
        )
    high, kept = _highest(Settings(gogc, memory_limit), go.minor, low)
    per_pass = each if shape not in ("newtimer", "reset") else 0
    if not per_pass:
        high = low
    share = sum(span_share(p.bytes, p.pointers, go.minor) for p in pieces) / each
    rss = NO_GOAL if high == NO_GOAL else _rss(go.minor, high, share)
    grows = per_pass if piles_up or high == NO_GOAL else 0
    seconds = {
        limit: _seconds_to(limit, overhead.base, rate, timeout, grows, live, high)
        for limit in (GB, 10 * GB)
    }
    answer = Sizing(timers, each, array, live, low, high, rss, seconds, "")
    why = "the collector is off" if gogc is None else "the goal is beyond any memory"
    limit = _limit_text(memory_limit, kept)
    return _with_text(answer, rate, timeout, go, shape, limit, why)


def _highest(settings: Settings, minor: int, low: int) -> tuple[int, bool]:
    """Return how high HeapAlloc climbs from `low`, and whether a memory limit is kept.

    A limit is for everything: what the runtime takes itself counts, so the heap has less.  If
    not even what is alive fits, one collection follows the other, and the heap overshoots.
    """
    overhead = overhead_of(minor)
    pacer = Pacer(settings, 0, minor)
    limit = settings.memory_limit
    if limit is not None:
        pacer.nonheap_bytes = overhead.sys + overhead.sys_part * max(limit, low)
    high = pacer.goal_bytes(low)
    if high > low or limit is None:
        return high, True
    return round(low * MAX_OVERSHOOT), False


def _limit_text(limit: int | None, kept: bool) -> list[str]:
    if limit is None:
        return []
    if kept:
        return [f"limit      {format_bytes(limit)} for all: the heap, and what the runtime takes"]
    return [
        f"limit      {format_bytes(limit)} cannot be kept: more is alive, so one collection"
        " follows the other"
    ]


def _piles_up(shape: str, go: GoVersion) -> bool:
    """Return whether the timers of a loop stay until they are due."""
    return shape == "context" or (shape == "after" and go.asynctimerchan == 1)


def _pieces(shape: str, shapes: Shapes) -> tuple[Piece, ...]:
    """Return what one pass makes and the timer keeps.

    The cancel function of a context is garbage as soon as it is forgotten.
    """
    if shape.startswith("context"):
        context = shapes.with_timeout() + shapes.deadline_func()
        return context + shapes.func_timer() + shapes.done()
    return (*shapes.channel_timer(), *shapes.time_channel())


def _array(sizes: Sizes, timers: int) -> int:
    """Return the bytes of the array of a heap that has held so many timers."""
    cap = 0
    while cap < timers:
        cap = sizes.grow(cap)
    return sizes.array_bytes(cap)


def _rss(minor: int, high: float, share: float) -> int:
    """Return what `top` shows when HeapAlloc has been that high, again and again."""
    overhead = overhead_of(minor)
    spans = high * share + overhead.base_spans
    heap_sys = -(-(spans + STACKS) // GROWTH) * GROWTH - STACKS
    own = heap_sys * overhead.rss_recycled + overhead.rss
    return round(spans * (1 + overhead.rss_growing) + own)


def _seconds_to(
    limit: int, base: int, rate: float, timeout: int, each: int, live: int, high: int
) -> float | None:
    """Return when HeapAlloc first meets `limit`.

    While timers pile up it is what is alive, and the old arrays, about one byte in twenty; on
    the plateau it climbs with every pass, from what is alive to the goal.
    """
    if limit > high or not each:
        return None
    growth = rate * each
    seconds = (limit - base) / (growth * 1.05)
    return seconds if limit <= live * 1.05 else timeout / SECOND + (limit - live) / growth


def _with_text(
    a: Sizing, rate: float, timeout: int, go: GoVersion, shape: str, limit: list[str], why: str
) -> Sizing:
    """Say how the numbers come about."""
    lines = [f"{SHAPES[shape]}, {format_count(round(rate))}/s × {format_duration(timeout)}, {go}"]
    if a.timers:
        lines += [
            f"timers     {format_count(a.timers)}: each stays until it is due, so rate × timeout",
            f"live       {format_bytes(a.live_bytes)}: {a.piece_bytes} B each, and an array of"
            f" {format_bytes(a.array_bytes)} for the heap",
        ]
    elif a.heap_alloc_high == a.heap_alloc_low:
        lines.append("timers     1: it is made once, and nothing piles up")
    else:
        lines.append(
            f"timers     1 or 2: the {a.piece_bytes} B of a pass are garbage right after it"
        )
    if a.heap_alloc_high >= ADDRESSES:
        lines.append(f"HeapAlloc  without bound: {why}")
        return _replace(a, lines)
    lines += limit
    lines += [
        f"HeapAlloc  {format_bytes(a.heap_alloc_low)} after a collection,"
        f" {format_bytes(a.heap_alloc_high)} at the goal",
        f"RSS        {format_bytes(a.rss_bytes)} in top",
    ]
    for size_met, seconds in a.seconds_to.items():
        name = f"{size_met // GB} GB".ljust(10)
        met = "never" if seconds is None else f"after {format_duration(round(seconds) * SECOND)}"
        lines.append(f"{name} {met}")
    return _replace(a, lines)


def _replace(a: Sizing, lines: list[str]) -> Sizing:
    return Sizing(
        a.timers,
        a.piece_bytes,
        a.array_bytes,
        a.live_bytes,
        a.heap_alloc_low,
        a.heap_alloc_high,
        a.rss_bytes,
        a.seconds_to,
        "\n".join(lines),
    )
