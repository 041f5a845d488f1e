"""What each operation costs, in nanoseconds of virtual time.

Models   one processor of a 2-vCPU linux/amd64 machine, measured with GOMAXPROCS=1 on Go 1.19,
         1.21 to 1.27; medians, rounded to whole nanoseconds.
Leaves out   caches, the memory bus, other processes.  A version that was not measured has the
             prices of its nearest measured neighbour.  Running a due timer has no price: a second
             core does it, as on any machine that can hold the article's heap (alone on one
             processor it took about 0.3 µs a timer).

A free-running loop, like the article's producer, needs a price per operation, or virtual time
would never move.  With `FREE` only waiting takes time, as in the Go Playground.

>>> prices = costs_of(GoVersion.resolve("1.22"))
>>> prices.send + prices.select + prices.after       # one pass of the leaky loop, uncollected
279
>>> prices.scaled(8).send == 8 * prices.send
True
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from typing import Final

from gosim.versions import GoVersion


@dataclass(frozen=True, slots=True)
class Costs:
    """The price list of one Go version.

    `after` is an abandoned ``time.After``; to mark it, and to touch new memory for it, have prices
    of their own (gosim.memory.collector).  `new_timer` is a timer that is stopped soon.
    `switch` is paid by the goroutine that gets the processor, `ready` by the one that wakes
    another.  `look` is what a select or receive pays to ask an unlisted timer of the 1.23 era
    whether it is due; `list` what it pays to put it in the heap when it blocks, and to take it
    out.
    """

    send: int
    select: int
    select_case: int
    miss: int
    after: int
    new_timer: int
    after_func: int
    stop: int
    reset: int
    look: int
    list: int
    sleep: int
    now: int
    go: int
    switch: int
    ready: int
    make_chan: int
    lock: int

    @property
    def recv(self) -> int:
        """A receive costs what a send costs."""
        return self.send

    def scaled(self, grain: int) -> Costs:
        """Return the prices of an operation that stands for `grain` of them."""
        return _scaled(self, grain)


@lru_cache
def _scaled(costs: Costs, grain: int) -> Costs:
    return Costs(*(grain * price for price in astuple(costs)))


_ROWS: Final = {
    # send select case miss after timer func stop reset look list sleep now go switch rdy chan lock
    19: (16, 39, 27, 3, 191, 222, 100, 23, 37, 0, 0, 40, 52, 74, 54, 14, 30, 6),
    21: (15, 44, 29, 3, 223, 210, 134, 22, 40, 0, 0, 40, 47, 108, 54, 18, 32, 5),
    22: (16, 45, 27, 3, 218, 225, 161, 22, 38, 0, 0, 40, 46, 76, 82, 18, 32, 6),
    23: (16, 40, 27, 4, 127, 124, 158, 34, 58, 40, 360, 60, 44, 75, 82, 18, 31, 5),
    24: (17, 46, 33, 6, 120, 121, 140, 33, 59, 53, 360, 60, 47, 91, 85, 18, 32, 5),
    25: (16, 43, 36, 4, 118, 131, 135, 30, 62, 47, 360, 60, 54, 92, 86, 18, 34, 5),
    26: (16, 40, 32, 6, 125, 127, 142, 28, 61, 45, 360, 60, 48, 82, 87, 18, 33, 5),
    27: (15, 41, 26, 4, 149, 143, 130, 42, 58, 39, 360, 60, 46, 69, 86, 18, 31, 5),
}

LEAKY_AFTER: Final = 242
"""An abandoned ``time.After`` from 1.23 on with asynctimerchan=1: it is listed and it leaks."""

FREE: Final = Costs(*(0 for _ in Costs.__slots__))
"""Only waiting takes time."""


def costs_of(version: GoVersion) -> Costs:
    """Return the price list of a version."""
    measured = max((row for row in _ROWS if row <= version.minor), default=min(_ROWS))
    costs = Costs(*_ROWS[measured])
    if version.brings_leak_back:
        return replace(costs, after=LEAKY_AFTER)
    return costs
