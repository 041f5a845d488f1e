"""Coroutines: a goroutine that runs while another waits for it, and the other way round.

Models   runtime/coro.go of Go 1.23: newcoro, coroswitch, coroexit.
Read     gosim.kernel.processor first.
Leaves out   nothing that a program can see.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gosim.kernel.at_work import running
from gosim.kernel.goroutine import Goroutine, State, WaitReason
from gosim.kernel.operations import PARKED
from gosim.kernel.processor import Processor
from gosim.record.facts import GoroutineStarted


class Coroutine:
    """Two goroutines that take turns; an operation that changes them.

    They change without the scheduler: nobody else has a turn, and no queue changes.
    """

    __slots__ = ("_waiting",)

    def __init__(self, function: Callable[[], Any]) -> None:
        """Make a goroutine that will run the function, and waits.  Go: newcoro."""
        p = running.p
        made = p.kernel.new_goroutine(function, p.g is not None and p.g.coarse)
        if p.watched:
            me = p.g.id if p.g else 0
            p.kernel.announce(GoroutineStarted(p.now, me, made.id, made.name))
        p.park(made, WaitReason.COROUTINE)
        self._waiting: Goroutine = made

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Wait, and let the other go on.  Go: coroswitch."""
        p.park(g, WaitReason.COROUTINE)
        self._hand_over(p, g)
        return PARKED

    def exit(self) -> None:
        """Let the other go on when this goroutine ends, as it will now.  Go: coroexit."""
        p = running.p
        assert p.g is not None
        self._hand_over(p, p.g)

    def _hand_over(self, p: Processor, g: Goroutine) -> None:
        p.handed, self._waiting = self._waiting, g
        p.handed.state = State.RUNNABLE
