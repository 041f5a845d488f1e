"""The heap: ledger, collector and footprint of one run, and the columns that show them.

Models   runtime/mstats.go of Go 1.9 to 1.27: MemStats, ReadMemStats; runtime/debug.
Read     gosim.memory.collector and gosim.memory.footprint first.
Leaves out   the fields of MemStats that nothing here fills: BySize, PauseNs, the profiler's own.

>>> heap = Heap(minor=22, procs=1)
>>> after = heap.ledger.population("time.After", Piece("time.Timer", 200))
>>> after.made += 10_000
>>> heap.look(1_000, 0)
>>> heap.collector.heap_alloc - heap.footprint.overhead.base
2000000
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from gosim.memory.collector import Collector
from gosim.memory.footprint import Footprint
from gosim.memory.ledger import Ledger, Piece
from gosim.memory.pacer import NO_GOAL, Pacer, Settings
from gosim.memory.spans import scan_share

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Heap", "MemStats", "Piece", "Settings"]

_GLOBALS: Final = {9: 225_000, 20: 209_000, 22: 412_000, 23: 155_000, 26: 159_000}
"""The bytes of global variables that a collection scans, for each version."""

_MARK_PRICE: Final = {9: 0.42, 20: 0.49, 22: 0.465, 23: 0.46, 26: 0.25}
"""What marking costs, in ns for a byte that is alive: measured over abandoned time.Afters."""


def _since(table: Mapping[int, float], minor: int) -> float:
    return table[max((row for row in table if row <= minor), default=min(table))]


@dataclass(frozen=True, slots=True)
class MemStats:
    """What a program reads of its own memory, with Go's names.  Go: MemStats.

    Counts of objects are without those that the runtime makes before main begins.
    """

    Alloc: int
    TotalAlloc: int
    Sys: int
    Mallocs: int
    Frees: int
    HeapAlloc: int
    HeapSys: int
    HeapIdle: int
    HeapInuse: int
    HeapReleased: int
    HeapObjects: int
    NextGC: int
    LastGC: int
    NumGC: int
    NumForcedGC: int
    GCCPUFraction: float


class Heap:
    """The memory of one run.

    `collections` are the instants at which each collection was over.
    `now` returns the instant and the time that all processors together have been idle.
    """

    def __init__(
        self, minor: int, procs: int, settings: Settings | None = None, free: bool = False
    ) -> None:
        self.procs = procs
        self.settings = settings or Settings()
        self.ledger = Ledger(minor)
        self.footprint = Footprint(minor, procs)
        self.pacer = Pacer(self.settings, round(_since(_GLOBALS, minor)), minor, timed=not free)
        self.pacer.nonheap_bytes = self.footprint.nonheap
        self.collector = Collector(
            self.ledger,
            self.pacer,
            procs,
            self.footprint.overhead.base,
            0.0 if free else _since(_MARK_PRICE, minor),
            scan_share(minor),
        )
        self.collections: list[float] = []
        self.collector.on_size = self._sized
        self.collector.on_cycle = self._cycle_ended
        self.now: Callable[[], tuple[float, float]] = lambda: (0, 0)
        self.ledger.look = self.catch_up
        self.after_cycle: list[Callable[[], None]] = []

    def _sized(self, t: float, spans: float) -> float:
        """The heap has another size, and a memory limit leaves less for objects."""
        fresh = self.footprint.hold(t, spans)
        if self.settings.memory_limit is not None:
            self.pacer.nonheap_bytes = self.footprint.nonheap
            self.collector.set_goal()
        return fresh

    def _cycle_ended(self, t: float, spans: float, goal: float, last_goal: float) -> None:
        self.collections.append(t)
        self.footprint.cycle_ended(t, spans, goal, last_goal)
        self.pacer.nonheap_bytes = self.footprint.nonheap
        for watcher in self.after_cycle:
            watcher()

    def look(self, t: float, idle: float) -> None:
        """Let the collector catch up."""
        self.collector.look(t, idle)

    def catch_up(self) -> None:
        """Let the collector catch up with the present."""
        self.collector.look(*self.now())

    def owed(self) -> int:
        """Catch up, and return how long each busy processor has worked for the collector so far,
        in nanoseconds: it marked, it assisted, and it touched new pages.
        """
        self.catch_up()
        return round(self.collector.owed())

    def idle_slice(self) -> int:
        """Return how long a processor that has become idle marks before it looks up."""
        self.catch_up()
        return ceil(self.collector.idle_slice())

    @property
    def look_at(self) -> float:
        """The instant from which on a processor that falls idle or wakes should look."""
        return self.collector.look_at

    # -- what programs ask for ------------------------------------------------------------------

    def collect(self) -> float:
        """Collect now; return the nanoseconds of processor time that it took.  Go: GC."""
        return self.collector.collect(*self.now())

    def free_os_memory(self) -> float:
        """Collect now, and give all idle pages back; return the price.  Go: FreeOSMemory."""
        price = self.collect()
        self.footprint.free_os_memory()
        return price

    def set_gc_percent(self, percent: int) -> int:
        """Set GOGC, off if negative; return what it was.  Go: SetGCPercent."""
        self.catch_up()
        old, self.settings.gogc = self.settings.gogc, percent if percent >= 0 else None
        self.collector.set_goal()
        return -1 if old is None else old

    def set_memory_limit(self, limit: int) -> int:
        """Set the limit unless negative; return what it was.  Go: SetMemoryLimit."""
        self.catch_up()
        old = self.settings.memory_limit
        if limit >= 0:
            self.settings.memory_limit = None if limit >= NO_GOAL else limit
            self.collector.set_goal()
        return NO_GOAL if old is None else old

    def read(self) -> MemStats:
        """Return the numbers of this instant.  Go: ReadMemStats."""
        self.catch_up()
        gc, foot, sums = self.collector, self.footprint, self.collector.point.sums
        cpu = max(gc.point.t * self.procs, 1)
        return MemStats(
            Alloc=gc.heap_alloc,
            TotalAlloc=round(gc.base_bytes + sums.made + sums.arrays_made),
            Sys=foot.sys,
            Mallocs=round(sums.made_objects),
            Frees=round(sums.made_objects - gc.heap_objects),
            HeapAlloc=gc.heap_alloc,
            HeapSys=round(foot.heap_sys),
            HeapIdle=foot.heap_idle,
            HeapInuse=round(foot.inuse),
            HeapReleased=foot.heap_released,
            HeapObjects=gc.heap_objects,
            NextGC=gc.goal,
            LastGC=round(gc.last_gc),
            NumGC=gc.num_gc,
            NumForcedGC=gc.num_forced,
            GCCPUFraction=min(gc.cpu_ns / cpu, 1.0),
        )

    # -- what is recorded -----------------------------------------------------------------------

    def columns(self) -> Iterator[tuple[str, str, str, Callable[[], int]]]:
        """Yield name, unit, meaning and source of each column; the first one catches up."""
        gc, foot = self.collector, self.footprint
        for name, meaning, read in (
            ("heap_alloc_bytes", HEAP_ALLOC, self._heap_alloc),
            ("heap_inuse_bytes", HEAP_INUSE, lambda: round(foot.inuse)),
            ("heap_idle_bytes", HEAP_IDLE, lambda: foot.heap_idle),
            ("heap_released_bytes", HEAP_RELEASED, lambda: foot.heap_released),
            ("heap_sys_bytes", HEAP_SYS, lambda: round(foot.heap_sys)),
            ("sys_bytes", SYS, lambda: foot.sys),
            ("rss_bytes", RSS, lambda: foot.rss),
            ("gc_goal_bytes", GC_GOAL, lambda: gc.goal),
        ):
            yield name, "bytes", meaning, read
        yield "num_gc", "collections", "completed so far", lambda: gc.num_gc

    def _heap_alloc(self) -> int:
        self.catch_up()
        return self.collector.heap_alloc


HEAP_ALLOC: Final = "of objects, alive or not swept yet; falls only when the collector has run"
HEAP_INUSE: Final = "of spans with at least one object: HeapAlloc and what the spans waste"
HEAP_IDLE: Final = "of spans without objects, kept for later; part of it may be given back"
HEAP_RELEASED: Final = "of idle spans whose pages were given back to the system"
HEAP_SYS: Final = "of address space that the heap has ever asked for; never falls"
SYS: Final = "HeapSys and what the runtime itself takes; never falls either"
RSS: Final = "pages that are really there: this is what `top` shows as RES"
GC_GOAL: Final = "what HeapAlloc may reach before the next collection is over: NextGC"
