"""Package runtime: what a program asks the scheduler.

Models   runtime/debug.go, runtime/proc.go of Go 1.22.
Read     gosim.kernel first.
Leaves out   changing GOMAXPROCS in mid-run.
"""

from __future__ import annotations

from gosim.errors import UsageError
from gosim.kernel import Goexit, Gosched, Work, running

__all__ = ["GOMAXPROCS", "Goexit", "Gosched", "NumGoroutine", "Work"]


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
