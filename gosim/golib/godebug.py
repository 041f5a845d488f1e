"""Package runtime/debug: how a program sets its collector.

Models   runtime/debug/garbage.go of Go 1.9 to 1.27: SetGCPercent, SetMemoryLimit, FreeOSMemory.
Read     gosim.golib.goruntime first, gosim.memory.pacer for what the settings do.
Leaves out   stacks and crash reports.

>>> from gosim.runtime import run
>>> def main():
...     print(SetGCPercent(50), SetGCPercent(-1), SetGCPercent(100))
>>> _ = run(main)
100 50 -1
"""

from __future__ import annotations

from gosim.errors import GoPanic
from gosim.golib.goruntime import collected
from gosim.kernel import Gosched, running

__all__ = ["FreeOSMemory", "SetGCPercent", "SetMemoryLimit"]


def SetGCPercent(percent: int) -> int:
    """Set GOGC; a negative one turns the collector off.  Return what it was, -1 for off."""
    before: int = running.p.kernel.runtime.heap.set_gc_percent(percent)
    return before


def SetMemoryLimit(limit: int) -> int:
    """Set GOMEMLIMIT in bytes; a negative one only asks.  Return what it was.

    Raises GoPanic before Go 1.19, which has no such limit.
    """
    runtime = running.p.kernel.runtime
    if not runtime.version.has_memory_limit:
        raise GoPanic(f"debug.SetMemoryLimit does not exist in Go {runtime.version.name}")
    before: int = runtime.heap.set_memory_limit(limit)
    return before


def FreeOSMemory() -> list[Gosched]:
    """Collect, and give back to the system all that is idle.

    Use as ``yield from debug.FreeOSMemory()``, like runtime.GC.
    """
    return collected(lambda heap: heap.free_os_memory())
