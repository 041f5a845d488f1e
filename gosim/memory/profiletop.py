"""The top of a heap profile, as `go tool pprof -top` prints it.

Models   cmd/vendor/github.com/google/pprof/internal/report/report.go and measurement.go of Go 1.22,
         for bytes in use.
Read     gosim.memory.heapprofile first.
Leaves out   the lines on file and time; the other three values; functions that are partly inlined.

A function's *flat* bytes are those that it asked for itself, its *cumulative* ones those of all
that it called, too.  pprof blames the leaf: `time.After` only calls `time.NewTimer`, so it has
no flat bytes at all.

>>> scaled(80, "kB"), scaled(9 << 20, "MB"), share(1, 3), share(1, 1)
('0.08kB', '9MB', '33.33%', '  100%')
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from gosim.memory.heapprofile import samples
from gosim.memory.snapshot import Snapshot

UNITS: Final = ("B", "kB", "MB", "GB", "TB")

INLINED: Final = ("time.After",)
"""What the compiler inlines."""

SHOWN: Final = 200
"""A function with less than the 200th part of all bytes is dropped.  pprof: nodefraction."""


def top(snapshot: Snapshot) -> str:
    """Return the functions with most bytes in use, the greatest first."""
    flat, cum = _blamed(snapshot)
    total = sum(flat.values())
    kept = [name for name in cum if cum[name] * SHOWN > total]
    kept.sort(key=lambda name: (-flat[name], name))
    unit = _unit([flat[name] or cum[name] for name in kept], total)
    shown = sum(flat[name] for name in kept)
    lines = [
        "Type: inuse_space",
        f"Showing nodes accounting for {scaled(shown, unit)}, {share(shown, total).strip()}"
        f" of {scaled(total, unit)} total",
    ]
    if dropped := len(cum) - len(kept):
        plural = "" if dropped == 1 else "s"
        lines.append(f"Dropped {dropped} node{plural} (cum <= {scaled(total // SHOWN, unit)})")
    lines.append(f"{'flat':>10} {'flat%':>6} {'sum%':>6} {'cum':>10} {'cum%':>6}")
    seen = 0
    for name in kept:
        seen += flat[name]
        mine = f"{scaled(flat[name], unit):>10} {share(flat[name], total)} {share(seen, total)}"
        all_ = f"{scaled(cum[name], unit):>10} {share(cum[name], total)}"
        lines.append(f"{mine} {all_}  {name}{' (inline)' if name in INLINED else ''}")
    return "\n".join(lines) + "\n"


def _blamed(snapshot: Snapshot) -> tuple[Counter[str], Counter[str]]:
    """Return the flat and the cumulative bytes in use of each function."""
    flat: Counter[str] = Counter()
    cum: Counter[str] = Counter()
    for sample in samples(snapshot):
        live = sample.values[3]
        if live:
            flat[sample.stack[0]] += live
            cum.update(dict.fromkeys(sample.stack, live))
    return flat, cum


def _unit(values: list[int], total: int) -> str:
    """Return the unit of a listing: that of its smallest value, if the greatest is not far off."""
    least = min((value for value in values if value), default=total)
    if _own_unit(least) != _own_unit(total) and least * 100 < total:
        least *= 100
    return _own_unit(least)


def _own_unit(value: int) -> str:
    """Return the greatest unit of which a value has at least one."""
    return UNITS[min(max(value.bit_length() - 1, 0) // 10, len(UNITS) - 1)]


def scaled(value: int, unit: str) -> str:
    """Return a number of bytes in a unit, with two decimals unless they are 0."""
    if not value:
        return "0"
    return f"{value / 1024 ** UNITS.index(unit):.2f}".removesuffix(".00") + unit


def share(value: int, total: int) -> str:
    """Return a part of the whole in percent."""
    ratio = 100 * value / total if total else 0.0
    if 99.95 <= ratio <= 100.05:
        return "  100%"
    if ratio >= 1:
        return f"{ratio:5.2f}%"
    return f"{ratio:5.2g}%"
