"""The recordings of real Go's memory, and how far the model is from each.

Models   nothing in Go: this compares.
Read     gosim.oracle.programs first.
Leaves out   samples below 8 MB of HeapAlloc, where a single span is a per cent; heaps that never
         meet 8 MB, and those that go up and down without growing, sample by sample.

A *flat-out* recording is one configuration of a loop, run several times: NumGC, peaks and the
instants of collections differ from run to run, so the model is held against the nearest run.
How far two runs of real Go are apart is found by the same comparison: an error within that is
chance.  Recordings that are *held out* were made apart, with other versions, rates, GOGC and
limits.  One constant was set by them: LEAKY_AFTER.  SCATTERED, IDLE_SLICE and LATE were set by
traces of further runs, none of which is here.
A *paced* recording is a loop that gets so many messages a second.  When a collection comes a
moment earlier or later, HeapAlloc is off by half for that moment and right again: while timers
pile up the curves are compared sample by sample, on the plateau by their mean and highest point.

Recordings that name the day were made on another machine, with tests/memory/record.py, which
anybody can run again; the others are from one machine, and nothing more is known of them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import combinations
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

LONG: Final = 60_000
"""Milliseconds of a run whose end is worth a look."""

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


PEAKS: Final = ("heap_sys", "sys", "rss")

FILES: Final = ("memory.json.gz", "memory_again.json.gz")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run showed, of real Go or of the model.

    `growing` is HeapAlloc by messages or milliseconds while timers pile up, `plateau` what it was
    from then on.  What was not recorded is empty, or None.
    """

    num_gc: int
    heap_sys: int
    sys: int
    rss: int
    live: int | None = None
    rss_end: int | None = None
    growing: dict[int, int] = field(default_factory=dict)
    plateau: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """One recording: its name, and the model's error for each metric, as a part of the whole.

    `num_gc` is (of the model, of real Go at least, at most).  `missed` names the metrics that
    are beyond their target, `apart` how far two runs of real Go are apart.
    """

    name: str
    errors: dict[str, float]
    num_gc: tuple[int, int, int]
    missed: list[str] = field(default_factory=list)
    apart: dict[str, float] = field(default_factory=dict)

    def by_chance(self, name: str) -> bool:
        """Return whether real runs are as far apart as the model is from the nearest."""
        return abs(self.errors[name]) <= self.apart.get(name, 0.0)

    def _missed(self, name: str) -> str:
        apart = f" (real runs {100 * self.apart[name]:.1f}%)" if name in self.apart else ""
        return name + apart

    def __str__(self) -> str:
        errors = "  ".join(f"{name} {100 * error:+.1f}%" for name, error in self.errors.items())
        mine, least, most = self.num_gc
        real = f"{least}" if least == most else f"{least}-{most}"
        missed = f"  MISSED {', '.join(map(self._missed, self.missed))}" if self.missed else ""
        return f"{self.name}: NumGC {mine} ({real})  {errors}{missed}"


def load() -> list[dict[str, Any]]:
    """Return all recordings that come with gosim."""
    texts = (gzip.decompress((files("gosim.oracle") / name).read_bytes()) for name in FILES)
    return [recording for text in texts for recording in json.loads(text)]


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


def worst(lines: Iterable[Line]) -> dict[str, tuple[float, float, int, int]]:
    """Return for each metric the mean and the largest error, by amount, how many missed, and how
    many of these by no more than real runs are apart.
    """
    errors: dict[str, list[tuple[float, bool, bool]]] = {}
    for line in lines:
        for name, error in line.errors.items():
            missed = name in line.missed
            found = (abs(error), missed, missed and line.by_chance(name))
            errors.setdefault(name, []).append(found)
    return {
        name: (
            sum(error for error, _, _ in found) / len(found),
            max(error for error, _, _ in found),
            sum(missed for _, missed, _ in found),
            sum(chance for _, _, chance in found),
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
    if "recorded" in r:
        parts.append(f"recorded {r['recorded']}")
    return ", ".join(parts)


def compare(recording: dict[str, Any]) -> Line:
    """Run the model as the recording was made, and return the errors."""
    flat = recording["kind"] == "leaky"
    mine = (_flat_out if flat else _paced)(recording)
    runs = list((_flat_runs if flat else _paced_runs)(recording))
    apart: dict[str, float] = {}
    for one, other in combinations(runs, 2):
        for name, error in errors_between(one, other).items():
            apart[name] = max(apart.get(name, 0.0), abs(error))
    found = [errors_between(mine, run) for run in runs]
    errors = {
        name: min((errors[name] for errors in found if name in errors), key=abs)
        for name in TARGETS
        if any(name in errors for errors in found)
    }
    cycles = [run.num_gc for run in runs]
    least, most = min(cycles), max(cycles)
    errors["num_gc"] = max(least - mine.num_gc, mine.num_gc - most, 0) / max((least + most) / 2, 1)
    missed = [name for name, error in errors.items() if abs(error) > TARGETS[name]]
    if "num_gc" in missed and least - 1 <= mine.num_gc <= most + 1:
        missed.remove("num_gc")
    return Line(name_of(recording), errors, (mine.num_gc, least, most), missed, apart)


def errors_between(mine: Run, real: Run) -> dict[str, float]:
    """Return the error of one run against another, for what both have."""
    errors = {}
    if mine.live and real.live and real.live > SMALL:
        errors["live"] = mine.live / real.live - 1
    pairs = [(mine.growing[at], alloc) for at, alloc in real.growing.items() if at in mine.growing]
    errors |= _errors_of(pairs)
    if mine.plateau and real.plateau:
        errors |= _plateau(mine.plateau, real.plateau)
    for name in PEAKS:
        errors[name] = getattr(mine, name) / getattr(real, name) - 1
    if mine.rss_end and real.rss_end:
        errors["rss_end"] = mine.rss_end / real.rss_end - 1
    errors["num_gc"] = (mine.num_gc - real.num_gc) / max(real.num_gc, 1)
    return errors


def _peaks(columns: Iterable[Iterable[int]]) -> tuple[int, int, int]:
    """Return the highest of each of the three."""
    heap_sys, sys, rss = map(max, columns)
    return heap_sys, sys, rss


def rows_of(recording: dict[str, Any]) -> Iterator[list[list[int]]]:
    """Yield the samples of each run of which they were kept."""
    yield recording["rows"]
    yield from recording.get("more_rows", [])


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


def _flat_out(r: dict[str, Any]) -> Run:
    """Run a flat-out recording's program in the model."""
    n = r["n"]
    readings: list[Reading] = []
    run(flat_out, n, n // 200, readings, grain=max(n // PASSES, 1), **_options(r))
    *before, last = readings
    alloc = {reading.messages: reading.heap_alloc for reading in before}
    peaks = _peaks([getattr(x, name) for x in before] for name in PEAKS)
    return Run(before[-1].num_gc, *peaks, live=last.heap_alloc, **_flat_curve(r, alloc))


def _flat_runs(r: dict[str, Any]) -> Iterator[Run]:
    """Yield real Go's runs: of each the sums, and of some the samples."""
    curves = [{row[0]: 1024 * row[1] for row in rows} for rows in rows_of(r)]
    for number, (num_gc, _, live, heap_sys, sys, rss) in enumerate(r["runs"]):
        curve = _flat_curve(r, curves[number]) if number < len(curves) else {}
        yield Run(num_gc, heap_sys, sys, rss, live=live, **curve)


def _flat_curve(r: dict[str, Any], alloc: dict[int, int]) -> dict[str, Any]:
    """Return how HeapAlloc is to be compared: sample by sample, if it grows."""
    if r["runs"][0][2] > SMALL:
        return {"growing": alloc}
    return {"plateau": list(alloc.values())} if 1024 * max(x[1] for x in r["rows"]) > SMALL else {}


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
        paced_here = paced_here and "recorded" not in r  # What was recorded again looks the same.
        if not paced_here or r["go"] != go or r["total_ms"] > LONG or r["gogc"] != 100:
            continue
        series = _replayed(r)
        real = [(row[0] * MILLISECOND, 1024 * row[2]) for row in r["rows"]]
        mine = list(zip(series["t_ns"], series["heap_alloc_bytes"], strict=True))
        yield name_of(r), real, mine


def _paced(r: dict[str, Any]) -> Run:
    series = _replayed(r)
    at = {t // MILLISECOND: i for i, t in enumerate(series["t_ns"])}
    alloc, end = series["heap_alloc_bytes"], at[round(r["rows"][-1][0] / 50) * 50]
    timeout, stop = r["timeout_ms"], r["produce_ms"]
    growing = {t: alloc[i] for t, i in at.items() if t <= timeout and t % 50 == 0}
    curve = _paced_curve(r, growing, alloc[at[timeout] : at[stop]])
    peaks = _peaks(series[f"{name}_bytes"] for name in PEAKS)
    return Run(series["num_gc"][end], *peaks, None, series["rss_bytes"][end], **curve)


def _paced_runs(r: dict[str, Any]) -> Iterator[Run]:
    """Yield real Go's runs; each row has the milliseconds first, then KiB, and NumGC last."""
    timeout, stop = r["timeout_ms"], r["produce_ms"]
    for rows in rows_of(r):
        alloc = [(row[0], 1024 * row[2]) for row in rows]
        growing = {round(t / 50) * 50: size for t, size in alloc if t <= timeout}
        plateau = [size for t, size in alloc if timeout < t <= stop]
        peaks = _peaks([1024 * row[column] for row in rows] for column in (6, 7, 8))
        end = 1024 * rows[-1][8] if r["total_ms"] > LONG else None
        yield Run(rows[-1][9], *peaks, None, end, **_paced_curve(r, growing, plateau))


def _paced_curve(r: dict[str, Any], growing: dict[int, int], plateau: list[int]) -> dict[str, Any]:
    """Return what of a curve is compared."""
    early = [1024 * row[2] for row in r["rows"] if row[0] <= r["timeout_ms"]]
    late = [1024 * row[2] for row in r["rows"] if r["timeout_ms"] < row[0] <= r["produce_ms"]]
    curve: dict[str, Any] = {}
    if sum(early) > SMALL * len(early):
        curve["growing"] = growing
    if max(late) > TINY and not _in_step(r):
        curve["plateau"] = plateau
    return curve
