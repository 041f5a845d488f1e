"""What a timer takes in memory: the populations that the eras count their timers in.

Models   the allocations of time.NewTimer, AfterFunc and Sleep: runtime/time.go, time/sleep.go.
Read     gosim.memory.ledger first.
Leaves out   nothing that is on the heap.
"""

from __future__ import annotations

from gosim.memory import Array, Ledger, Population, Sizes


class Kinds:
    """The populations of timers in one run.

    A channel timer is three objects: the timer, the channel's header, and its ring of one
    time.Time, which holds a pointer and so is an object of its own.
    """

    def __init__(self, ledger: Ledger, sizes: Sizes) -> None:
        self.sizes = sizes
        self._ledger = ledger
        self.channel_timer = ledger.population("time.Timer", 1, sizes.timer)
        channel_bytes = sizes.channel + sizes.time_buffer
        self.time_channel = ledger.population("chan time.Time", 2, channel_bytes, zero=0)
        self.func_timer = ledger.population("AfterFunc timer", 1, sizes.timer)
        self.sleep_timer = ledger.population("Sleep timer", 1, sizes.sleep_timer)

    def array(self) -> Array:
        """Return the backing array of one more heap of timers."""
        return self._ledger.array()

    def came_and_went(self, number: int) -> None:
        """Count channel timers that were made, and that nobody refers to any more."""
        for kind in (self.channel_timer, self.time_channel):
            kind.made += number
            kind.freed += number

    def populations(self) -> list[Population]:
        """Return all of them."""
        return [self.channel_timer, self.time_channel, self.func_timer, self.sleep_timer]
