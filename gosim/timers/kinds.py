"""What a timer takes in memory: the populations that the eras count their timers in.

Models   the allocations of time.NewTimer, AfterFunc and Sleep: runtime/time.go, time/sleep.go.
Read     gosim.memory.ledger first.
Leaves out   nothing that is on the heap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gosim.memory import Array, Ledger, Shapes, Sizes, names

if TYPE_CHECKING:
    from gosim.timers.timer import Timer


class Kinds:
    """The populations of timers in one run.

    A channel timer is three objects: the timer, the channel's header, and its ring of one
    time.Time, which holds a pointer and so is an object of its own.  `explicit` is how many of
    them the program made by NewTimer and NewTicker, and not by After.
    """

    def __init__(self, ledger: Ledger, sizes: Sizes) -> None:
        self.sizes = sizes
        self.explicit = 0
        self._ledger = ledger
        shapes = Shapes(sizes)
        self.channel_timer = ledger.population(names.CHANNEL_TIMER, *shapes.channel_timer())
        self.time_channel = ledger.population(names.TIME_CHANNEL, *shapes.time_channel(), zero=0)
        self.func_timer = ledger.population(names.FUNC_TIMER, *shapes.func_timer())
        self.closure_timer = ledger.population(
            names.CLOSURE_TIMER, *shapes.func_timer(), *shapes.closure()
        )
        self.sleep_timer = ledger.population(names.SLEEP_TIMER, *shapes.sleep_timer())

    def array(self) -> Array:
        """Return the backing array of one more heap of timers."""
        return self._ledger.array()

    def came_and_went(self, number: int) -> None:
        """Count channel timers that were made, and that nobody refers to any more."""
        for kind in (self.channel_timer, self.time_channel):
            kind.made += number
            kind.freed += number

    def with_closure(self, timer: Timer) -> None:
        """Count a function's timer that was just made with the closure that it keeps."""
        timer.population.made -= timer.weight
        timer.population = self.closure_timer
        timer.population.made += timer.weight
