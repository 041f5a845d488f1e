"""What a timer takes in memory: the populations that the eras count their timers in.

Models   the allocations of time.NewTimer, AfterFunc and Sleep: runtime/time.go, time/sleep.go.
Read     gosim.memory.ledger first.
Leaves out   nothing that is on the heap.
"""

from __future__ import annotations

from gosim.memory import Array, Ledger, Population, Shapes, Sizes


class Kinds:
    """The populations of timers in one run.

    A channel timer is three objects: the timer, the channel's header, and its ring of one
    time.Time, which holds a pointer and so is an object of its own.
    """

    def __init__(self, ledger: Ledger, sizes: Sizes) -> None:
        self.sizes = sizes
        self._ledger = ledger
        shapes = Shapes(sizes)
        self.channel_timer = ledger.population("time.Timer", *shapes.channel_timer())
        self.time_channel = ledger.population("chan time.Time", *shapes.time_channel(), zero=0)
        self.func_timer = ledger.population("AfterFunc timer", *shapes.func_timer())
        self.sleep_timer = ledger.population("Sleep timer", *shapes.sleep_timer())

    def array(self) -> Array:
        """Return the backing array of one more heap of timers."""
        return self._ledger.array()

    def populations(self) -> list[Population]:
        """Return all of them."""
        return [self.channel_timer, self.time_channel, self.func_timer, self.sleep_timer]
