"""The timers of a coarse loop: all of a pass, or only its last.

Models   nothing in Go: how one pass with grain k stands for k passes.
Read     gosim.timers.timer first.
Leaves out   a pass that makes several timers: all but its last count k-fold at once.

A pass with grain k makes one timer for k.  While the pass lasts, k - 1 of them belong to passes
that are over, and what has become of those is not known yet: abandoned, they wait in the heap;
stopped, they are gone.  So the newest timer of a loop counts once, and is *settled* when the
next one is made: k-fold if it is still in a heap, else as k - 1 that came and went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gosim.kernel import Processor

if TYPE_CHECKING:
    from gosim.channels import Channel
    from gosim.timers.kinds import Kinds
    from gosim.timers.timer import Era


class Newest:
    """The newest timer of every coarse loop."""

    __slots__ = ("_era", "_kinds", "_newest")

    def __init__(self, era: Era, kinds: Kinds) -> None:
        self._era = era
        self._kinds = kinds
        self._newest: dict[int, tuple[Any, Channel | None, int]] = {}

    def made(self, p: Processor, timer: Any, channel: Channel | None) -> None:
        """A coarse goroutine on p has made a timer: settle the one before."""
        me = p.g.id if p.g else 0
        before = self._newest.get(me)
        self._newest[me] = timer, channel, p.grain
        if before is not None:
            self._settle(*before)

    def _settle(self, timer: Any, channel: Channel | None, grain: int) -> None:
        more = grain - 1
        in_heap = self._era.weigh(timer, more)
        populations = [timer.population]
        if in_heap:
            timer.weight += more
        if timer.lone:
            populations.append(self._kinds.channel_timer)
        if channel is not None:
            populations.append(channel.population)
            channel.weight += more if in_heap else 0
        for population in populations:
            population.made += more
            population.freed += 0 if in_heap else more

    def let_go(self) -> None:
        """Forget them, now that the run is over."""
        self._newest.clear()
