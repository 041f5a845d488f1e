"""What keeps a loop without operations from hanging: every so many passes it looks up.

Models   asynchronous preemption, as far as a program can see it.
Read     gosim.kernel.budget first.

Generated code counts the passes of such a loop in a local variable.  In a function that may wait
it then yields `TICK`; in a plain one it calls `tick`.
"""

from __future__ import annotations

from typing import Any, Final

from gosim.kernel import Goroutine, Processor, running
from gosim.kernel.operations import GoexitSignal
from gosim.kernel.processor import SLICE

EVERY: Final = 256
"""Passes between two looks; generated code knows it too."""

TURN: Final = 1 << 18
"""Looks after which a goroutine has used up its time slice, when operations have no prices.

Virtual time moves then by that slice, so that a loop which waits for the clock, or for another
goroutine, does not wait for ever; programs that compute less see no time pass.
"""

WAITS: Final = 4
"""As many looks is one question that only a loop that waits asks again and again."""

PASS_NS: Final = 1
"""What a pass costs, when operations have prices."""


class Meter:
    """Counts the looks of a run."""

    def __init__(self) -> None:
        self.calls = 0


class Tick:
    """The operation of a loop that looks up."""

    __slots__ = ("g", "looks", "now", "since")

    def __init__(self) -> None:
        self.looks = self.now = self.since = 0
        self.g: Goroutine | None = None

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Account for the passes; now and then give up the processor."""
        account(p)
        if p.kernel.ended:
            raise GoexitSignal
        return 0


TICK: Final = Tick()
_meter: Final = Tick()


def account(p: Processor) -> None:
    """Charge the passes to the processor and the budgets."""
    p.operations += EVERY
    if p.costs.send:
        p.now += EVERY * PASS_NS
    elif p.g is not _meter.g or p.now != _meter.now:
        _meter.g, _meter.now, _meter.since = p.g, p.now, _meter.looks
    elif _meter.looks - _meter.since >= TURN:
        p.now += SLICE
    _meter.looks += 1
    if _meter.looks % 64 == 0:
        p.kernel.check_budget(p)


def asked() -> None:
    """A loop that asks for the time, or what others have stored, waits: its turn is over sooner."""
    _meter.since -= WAITS


def tick() -> int:
    """Account for the passes of a plain function's loop; end it when a budget is spent."""
    p = running.p
    account(p)
    if p.kernel.ended:
        raise GoexitSignal
    return 0
