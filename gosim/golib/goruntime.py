"""Package runtime: what a program asks the scheduler, and the collector.

Models   runtime/debug.go, runtime/proc.go, runtime/mgc.go, runtime/mstats.go of Go 1.22.
Read     gosim.kernel first, gosim.memory.heap for what ReadMemStats returns.
Leaves out   changing GOMAXPROCS in mid-run.

>>> from gosim.runtime import run
>>> def main():
...     yield from GC()
...     print(ReadMemStats().NumGC)
>>> _ = run(main)
1
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gosim.errors import UsageError
from gosim.kernel import Goexit, Gosched, Work, running
from gosim.memory import Heap, MemStats

__all__ = [
    "GC",
    "GOMAXPROCS",
    "Goexit",
    "Gosched",
    "MemStats",
    "NumGoroutine",
    "ReadMemStats",
    "Work",
]


def NumGoroutine() -> int:
    """Return how many goroutines there are, blocked ones included, timers not."""
    return running.p.kernel.count()


def GOMAXPROCS(n: int = 0) -> int:
    """Return the number of processors; n < 1 only asks.

    Raises UsageError for another number: it does not change in mid-run here.
    """
    procs = len(running.p.kernel.processors)
    if n >= 1 and n != procs:
        raise UsageError(
            f"GOMAXPROCS({n}) in a run with procs={procs} is not modelled",
            f"leave the call out and run with procs={n}",
        )
    return procs


SPANS_BEFORE_MAIN: Final = 22
"""Spans that the runtime itself has when main begins: they are swept, too."""

PAGE: Final = 8192


def GC() -> list[Gosched]:
    """Collect and sweep everything; use as ``yield from runtime.GC()``.

    The collection is done when this returns.  What it returns are the turns that all goroutines
    get meanwhile: the caller waits for the marking, and yields after each span that it sweeps.
    """
    return collected(lambda heap: heap.collect())


def collected(collect: Callable[[Heap], float]) -> list[Gosched]:
    """Collect, and return the turns that others get.

    The runtime's own worker is made ready first, so whoever was to run next goes to the tail.
    """
    p = running.p
    if p.runnext is not None:
        displaced, p.runnext = p.runnext, None
        p.put_last(displaced)
    heap: Heap = p.kernel.runtime.heap
    p.now += round(collect(heap))
    return [Gosched()] * _yields(heap, p.kernel.version.minor)


def _yields(heap: Heap, minor: int) -> int:
    """Return how often a collection that was asked for yields.  Go: GC, bgsweep.

    The caller yields after each span that it sweeps, and bgsweep, too: after each, from Go 1.20
    on after ten.  The first collection is another: up to 1.22 its workers take long to start,
    from 1.23 on bgsweep is done with a small heap before the caller has its turn (measured).
    """
    collector = heap.collector
    if collector.num_gc == 1 and minor >= 21:
        return 3 if minor < 23 else 1
    spans = SPANS_BEFORE_MAIN + int(collector.heap_spans) // PAGE
    return max(spans // (11 if minor >= 20 else 2), 1)


def ReadMemStats() -> MemStats:
    """Return the numbers of the allocator and the collector.  Go fills a variable instead."""
    stats: MemStats = running.p.kernel.runtime.heap.read()
    return stats
