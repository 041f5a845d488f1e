"""What the scheduler does within the many passes that one pass of a coarse loop stands for.

Models   runtime/proc.go of Go 1.22: schedule and sysmon's retake, as often as they would have come.
Read     gosim.kernel.grain first, then gosim.kernel.processor.
Leaves out   which of these passes it was: all is done when the last of them is over.

An exact loop meets the scheduler every few passes: the timers that are due run, and so do the
goroutines that they start, each before many more of them are due.  And every 10 ms the slice of
the loop is over, and everybody who is in a queue comes before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING, Any

from gosim.kernel.goroutine import Goroutine, State

if TYPE_CHECKING:
    from gosim.kernel.processor import Processor


class Passes:
    """The passes of the coarse loops on one P, and who runs between them.

    `started` are the functions that timers have started, and how many goroutines each stands for.
    A round, in which everybody has a turn, begins after every `time_slice`.
    """

    __slots__ = ("_p", "_round", "_round_at", "_time_slice", "started")

    def __init__(self, p: Processor, time_slice: int) -> None:
        self._p = p
        self._time_slice = time_slice
        self._round = 0
        self._round_at = 0
        self.started: deque[tuple[Callable[[], Any], int]] = deque()

    def look_up(self) -> None:
        """End the burst of a coarse loop where one of its passes would meet the scheduler."""
        p = self._p
        timers: int = p.timers.wake_time()
        p.horizon = min(p.horizon, max(timers, p.now + 1))
        if p.runq or p.kernel.runq:
            p.horizon = min(p.horizon, max(self._round_at, p.now + 1))

    def between(self, g: Goroutine) -> None:
        """Run the timers, and whoever comes before the next pass of g."""
        p = self._p
        p.timers.check(p, p.now)
        while not p.kernel.ended and (other := self.first()):
            p.give_a_turn(other)
        p.g, g.state = g, State.RUNNING
        p.set_grain(g)

    def first(self) -> Goroutine | None:
        """Take the goroutine that comes before the coarse ones, if there is one."""
        return self.begin() or self._overtaken()

    def begin(self) -> Goroutine | None:
        """Make the goroutine of a timer's function; the one before has had its turn."""
        if not self.started:
            return None
        function, weight = self.started.popleft()
        return self._p.kernel.begin(self._p, function, weight)

    def _overtaken(self) -> Goroutine | None:
        """Take, every 10 ms, all that wait and are not coarse: a coarse slice is longer."""
        p = self._p
        if not self._round and p.now < self._round_at:
            return None
        for queue in (p.runq, p.kernel.runq):
            for g in queue:
                if not g.coarse:
                    self._count_down()
                    queue.remove(g)
                    return g
        self._round = 0
        return None

    def _count_down(self) -> None:
        """Note that one more of a round has its turn, or that a round begins."""
        p = self._p
        if not self._round:
            self._round = sum(not g.coarse for g in chain(p.runq, p.kernel.runq))
            late = p.now - self._round_at
            self._round_at = p.now + self._time_slice - (late if late < self._time_slice else 0)
        self._round -= 1
