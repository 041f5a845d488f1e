"""What keeps a loop without operations from hanging: every so many passes it looks up.

Models   asynchronous preemption, as far as a program can see it.
Read     gosim.kernel.budget first.

Generated code counts the passes of such a loop in a local variable.  In a function that may wait
it then yields `TICK`; in a plain one it calls `tick`.
"""

from __future__ import annotations

import resource
from typing import Any, Final

from gosim.errors import GoFatal
from gosim.kernel import PARKED, Goroutine, Processor, running
from gosim.kernel.operations import GoexitSignal

EVERY: Final = 256
"""Passes between two looks; generated code knows it too."""

TURN: Final = 8192
"""Looks until another goroutine gets its turn, when virtual time does not move by itself."""

PASS_NS: Final = 1
"""What a pass costs, when operations have prices."""

MEMORY_LOOKS: Final = 1024
MEMORY_MAX: Final = 3 << 20
"""Kibibytes of the host's memory that a program may make gosim take."""


class Meter:
    """Counts the looks of a run."""

    def __init__(self) -> None:
        self.calls = 0


class Tick:
    """The operation of a loop that looks up."""

    __slots__ = ("looks",)

    def __init__(self) -> None:
        self.looks = 0

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Account for the passes; now and then give up the processor."""
        account(p)
        self.looks += 1
        if p.kernel.ended:
            raise GoexitSignal
        if self.looks % TURN == 0 and (p.runq or p.runnext or p.kernel.runq):
            p.kernel.requeue(g)
            g.value = 0
            return PARKED
        return 0


TICK: Final = Tick()
_meter: Final = Tick()


def account(p: Processor) -> None:
    """Charge the passes to the processor and the budgets."""
    p.operations += EVERY
    if p.costs.send:
        p.now += EVERY * PASS_NS
    _meter.looks += 1
    if _meter.looks % 64 == 0:
        p.kernel.check_budget(p)
    if _meter.looks % MEMORY_LOOKS == 0 and memory_kib() > MEMORY_MAX:
        raise GoFatal("runtime: out of memory")


def memory_kib() -> int:
    """Return how much memory this process has taken at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def tick() -> int:
    """Account for the passes of a plain function's loop; end it when a budget is spent."""
    p = running.p
    account(p)
    if p.kernel.ended:
        raise GoexitSignal
    return 0
