"""The recordings of real Go's memory, and how far the model is from each.

Models   nothing in Go: this compares.
Read     gosim.oracle.programs first.
Leaves out   samples below 8 MB of HeapAlloc, where a single span is a per cent; heaps that never
         meet 8 MB, and those that go up and down without growing, sample by sample.

A *flat-out* recording is one configuration of leaky.go, run several times: its NumGC and peaks
differ from run to run, so the model is held against the nearest run, and the spread is shown.
Recordings that are *held out* were made apart, with other versions, rates, GOGC and limits.  Two
constants were set by them: BACK_TO_BACK and LEAKY_AFTER.  SCATTERED, IDLE_SLICE and LATE were set
by gctrace lines of further runs, none of which is here.
A *paced* recording is one run of curves.go.  When a collection comes a moment earlier or later,
HeapAlloc is off by half for that moment and right again: while timers pile up the curves are
compared sample by sample, on the plateau by their mean and their highest point.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final

from gosim.oracle.programs import Reading, flat_out, paced
from gosim.record.series import Series
from gosim.runtime import run
from gosim.units import MILLISECOND, format_count

Curve = list[tuple[int, int]]
"""Bytes over virtual time in nanoseconds."""

SMALL: Final = 8_000_000
"""Samples below are not compared one by one."""

TINY: Final = 1_000_000
"""A heap below is the runtime's own and the sampler's."""

PASSES: Final = 100_000
"""About how many passes of the loop stand for a recording: more messages make a coarser run."""

SAMPLE: Final = 10 * MILLISECOND
"""Five times as often as real Go was asked: else a collection every 50 ms is met in one phase."""

IN_STEP: Final = 0.05
"""How near to a whole number of collections a sample may be."""

TARGETS: Final = {
    "live": 0.005,
    "alloc_mean": 0.04,
    "alloc_max": 0.10,
    "plateau_mean": 0.04,
    "plateau_max": 0.10,
    "num_gc": 0.05,
    "heap_sys": 0.08,
    "sys": 0.08,
    "rss": 0.08,
    "rss_end": 0.08,
}
"""What each error may be at most; for NumGC one cycle is allowed in any case."""


@dataclass(frozen=True, slots=True)
class Line:
    """One recording: its name, and the model's error for each metric, as a part of the whole.

    `num_gc` is (of the model, of real Go at least, at most).  `missed` names the metrics that
    are beyond their target.
    """

    name: str
    errors: dict[str, float]
    num_gc: tuple[int, int, int]
    missed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        errors = "  ".join(f"{name} {100 * error:+.1f}%" for name, error in self.errors.items())
        mine, least, most = self.num_gc
        real = f"{least}" if least == most else f"{least}-{most}"
        missed = f"  MISSED {', '.join(self.missed)}" if self.missed else ""
        return f"{self.name}: NumGC {mine} ({real})  {errors}{missed}"


def load() -> list[dict[str, Any]]:
    """Return all recordings that come with gosim."""
    text = gzip.decompress((files("gosim.oracle") / "memory.json.gz").read_bytes())
    recordings: list[dict[str, Any]] = json.loads(text)
    return recordings


def verify(
    recordings: list[dict[str, Any]] | None = None,
    processes: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Line]:
    """Run the model for each recording, and yield one line for it, in their order.

    `progress` is told how many are done, and of how many.
    """
    todo = load() if recordings is None else recordings
    with ProcessPoolExecutor(processes) if processes > 1 else nullcontext() as pool:
        lines = pool.map(compare, todo) if pool else map(compare, todo)
        for done, line in enumerate(lines, 1):
            yield line
            if progress:
                progress(done, len(todo))


def worst(lines: Iterable[Line]) -> dict[str, tuple[float, float, int]]:
    """Return for each metric the mean and the largest error, by amount, and how many missed."""
    errors: dict[str, list[tuple[float, bool]]] = {}
    for line in lines:
        for name, error in line.errors.items():
            errors.setdefault(name, []).append((abs(error), name in line.missed))
    return {
        name: (
            sum(error for error, _ in found) / len(found),
            max(error for error, _ in found),
            sum(missed for _, missed in found),
        )
        for name, found in errors.items()
    }


def name_of(recording: dict[str, Any]) -> str:
    """Return what a line calls the recording."""
    r = recording
    parts = [r["kind"], f"Go {r['go']}", f"{r['procs']} P"]
    if r["kind"] == "leaky":
        parts.append(f"{format_count(r['n'])} messages")
    else:
        seconds = r["timeout_ms"] / 1000
        parts.append(f"{r['program']}, {format_count(r['rate'])}/s × {seconds:g} s")
    if r["gogc"] != 100:
        parts.append(f"GOGC={'off' if r['gogc'] is None else r['gogc']}")
    if r.get("limit"):
        parts.append(f"GOMEMLIMIT={r['limit'] >> 20}MiB")
    if r["godebug"]:
        parts.append("asynctimerchan=1")
    if r.get("held_out"):
        parts.append("held out")
    return ", ".join(parts)


def compare(recording: dict[str, Any]) -> Line:
    """Run the model as the recording was made, and return the errors."""
    errors, num_gc = (_flat_out if recording["kind"] == "leaky" else _paced)(recording)
    mine, least, most = num_gc
    middle = (least + most) / 2
    errors["num_gc"] = max(least - mine, mine - most, 0) / max(middle, 1)
    missed = [name for name, error in errors.items() if abs(error) > TARGETS[name]]
    if "num_gc" in missed and least - 1 <= mine <= most + 1:
        missed.remove("num_gc")
    return Line(name_of(recording), errors, num_gc, missed)


def _options(recording: dict[str, Any]) -> dict[str, Any]:
    godebug = {"asynctimerchan": recording["godebug"]} if recording["godebug"] else None
    return {
        "go": recording["go"],
        "procs": recording["procs"],
        "godebug": godebug,
        "costs": "go",
        "gogc": recording["gogc"],
        "memory_limit": recording.get("limit"),
    }


# -- flat out --------------------------------------------------------------------------------


def _flat_out(recording: dict[str, Any]) -> tuple[dict[str, float], tuple[int, int, int]]:
    runs, n = recording["runs"], recording["n"]
    readings: list[Reading] = []
    grain = max(n // PASSES, 1)
    run(flat_out, n, n // 200, readings, grain=grain, **_options(recording))
    *before, last = readings
    errors = {}
    if last.heap_alloc > SMALL:
        errors["live"] = nearest(last.heap_alloc, [run[2] for run in runs])
    rows = [(1024 * row[1], row[0]) for row in recording["rows"]]
    if last.heap_alloc > SMALL:
        errors |= _pointwise(rows, before)
    elif max(alloc for alloc, _ in rows) > SMALL:
        errors |= _plateau([reading.heap_alloc for reading in before], [real for real, _ in rows])
    for column, name in ((3, "heap_sys"), (4, "sys"), (5, "rss")):
        peak = max(getattr(reading, name) for reading in before)
        errors[name] = nearest(peak, [run[column] for run in runs])
    cycles = [run[0] for run in runs]
    return errors, (before[-1].num_gc, min(cycles), max(cycles))


def nearest(mine: float, real: list[float]) -> float:
    """Return the smallest of the errors against several runs."""
    return min((mine / other - 1 for other in real), key=abs)


def _pointwise(real: list[tuple[int, int]], mine: list[Reading]) -> dict[str, float]:
    """Compare HeapAlloc after the same number of messages."""
    by_messages = {reading.messages: reading.heap_alloc for reading in mine}
    pairs = [(by_messages[n], alloc) for alloc, n in real if n in by_messages]
    return _errors_of(pairs)


def _errors_of(pairs: list[tuple[int, int]]) -> dict[str, float]:
    errors = [abs(mine / real - 1) for mine, real in pairs if real > SMALL]
    if not errors:
        return {}
    return {"alloc_mean": sum(errors) / len(errors), "alloc_max": max(errors)}


def _plateau(mine: list[int], real: list[int]) -> dict[str, float]:
    """Compare mean and highest point of a heap that goes up and down."""
    mean = sum(mine) / len(mine) / (sum(real) / len(real)) - 1
    return {"plateau_mean": mean, "plateau_max": max(mine) / max(real) - 1}


def _in_step(r: dict[str, Any]) -> bool:
    """Return whether real Go collected just as often as it was asked: then all samples of a heap
    that goes up and down show one phase of it, and their mean says nothing.
    """
    rows = [row for row in r["rows"] if r["timeout_ms"] < row[0] <= r["produce_ms"]]
    cycles: float = (rows[-1][9] - rows[0][9]) / (len(rows) - 1)
    return abs(cycles - round(cycles)) < IN_STEP and cycles > IN_STEP


# -- paced -----------------------------------------------------------------------------------


def _replayed(r: dict[str, Any]) -> Series:
    """Run a paced recording's program in the model."""
    timeout, stop = r["timeout_ms"], r["produce_ms"]
    return run(
        lambda: paced(r["program"], r["rate"], timeout * MILLISECOND, stop * MILLISECOND),
        until=(r["total_ms"] + 100) * MILLISECOND,
        sample=SAMPLE,
        grain=max(r["rate"] * stop // 1000 // PASSES, 1),
        **_options(r),
    ).series


def curves(go: str, program: str = "after") -> Iterator[tuple[str, Curve, Curve]]:
    """Yield (name, real Go's HeapAlloc, the model's), each as [(ns, bytes)], of paced recordings.

    Of the version `go`, short ones only.
    """
    for r in load():
        paced_here = r["kind"] == "curve" and r["program"] == program and not r["godebug"]
        if not paced_here or r["go"] != go or r["total_ms"] > 60_000 or r["gogc"] != 100:
            continue
        series = _replayed(r)
        real = [(row[0] * MILLISECOND, 1024 * row[2]) for row in r["rows"]]
        mine = list(zip(series["t_ns"], series["heap_alloc_bytes"], strict=True))
        yield name_of(r), real, mine


def _paced(recording: dict[str, Any]) -> tuple[dict[str, float], tuple[int, int, int]]:
    r = recording
    timeout, stop = r["timeout_ms"], r["produce_ms"]
    series = _replayed(r)
    at = {t // MILLISECOND: i for i, t in enumerate(series["t_ns"])}
    rows = [(row, at[round(row[0] / 50) * 50]) for row in r["rows"]]
    alloc = series["heap_alloc_bytes"]
    errors: dict[str, float] = {}
    growing = [(alloc[i], 1024 * row[2]) for row, i in rows if row[0] <= timeout]
    plateau = [1024 * row[2] for row, _ in rows if timeout < row[0] <= stop]
    if sum(real for _, real in growing) > SMALL * len(growing):
        errors |= _errors_of(growing)
    if max(plateau) > TINY and not _in_step(r):
        errors |= _plateau(alloc[at[timeout] : at[stop]], plateau)
    for name, column in (("heap_sys", 6), ("sys", 7), ("rss", 8)):
        peak = max(1024 * row[column] for row, _ in rows)
        errors[name] = max(series[f"{name}_bytes"]) / peak - 1
    if r["total_ms"] > 60_000:
        errors["rss_end"] = series["rss_bytes"][rows[-1][1]] / (1024 * rows[-1][0][8]) - 1
    cycles = r["rows"][-1][9]
    return errors, (series["num_gc"][rows[-1][1]], cycles, cycles)
