"""Package runtime: what a program asks the scheduler, and the collector.

Models   runtime/debug.go, runtime/proc.go, runtime/mgc.go, runtime/mstats.go of Go 1.22.
Read     gosim.kernel first, gosim.memory.heap for what ReadMemStats returns.
Leaves out   changing GOMAXPROCS in mid-run.  Other goroutines do not run while GC works.

>>> from gosim.runtime import run
>>> def main():
...     GC()
...     print(ReadMemStats().NumGC)
>>> _ = run(main)
1
"""

from __future__ import annotations

from gosim.errors import UsageError
from gosim.kernel import Goexit, Gosched, Work, running
from gosim.memory import MemStats

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
    return len(running.p.kernel.user_goroutines)


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


def GC() -> None:
    """Collect and sweep everything; return when it is done."""
    p = running.p
    p.now += round(p.kernel.runtime.heap.collect())


def ReadMemStats() -> MemStats:
    """Return the numbers of the allocator and the collector.  Go fills a variable instead."""
    stats: MemStats = running.p.kernel.runtime.heap.read()
    return stats
