"""A mark: who works at it, and how far it is.

Models   runtime/mgcmark.go of Go 1.9 to 1.27: gcAssistAlloc, gcFlushBgCredit, gcDrain; and
         mgcpacer.go: what endCycle measures.
Read     gosim.memory.ledger first, gosim.memory.collector next.
Leaves out   which goroutine assists; pieces of work (64 KiB at least) and their order.

The *background* is the quarter of all processors that the collector takes, and those that are
idle.  What the program allocates is a debt of scanning; the background's work pays it first, and
what it did too much is credit.  The program does the rest itself: it assists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gosim.memory.pacer import UTILIZATION

if TYPE_CHECKING:
    from gosim.memory.ledger import Tally
    from gosim.memory.pacer import Pacer


class Point(NamedTuple):
    """What the collector sees when it looks: the instant, the idle time of all Ps, the sums, and
    how much of the time was what a processor has paid for the collector.
    """

    t: float
    idle: float
    sums: Tally
    paid: float = 0.0


class Marking:
    """The mark of one cycle, which began at the point `began`.

    `left` is the work that is left, and `late` how long the processors take to agree that it is
    done, both in nanoseconds of a processor.  `price` is that of a scanned byte.
    """

    __slots__ = ("_idle", "_own", "_taken", "began", "credit", "late", "left", "pacer", "price",
                 "procs", "scanned")  # fmt: skip

    def __init__(
        self, pacer: Pacer, procs: int, began: Point, work: float, late: float, price: float
    ) -> None:
        self.pacer = pacer
        self.procs = procs
        self.began = began
        self.left = work
        self.late = late
        self.price = price
        self.scanned = 0.0
        self.credit = 0.0
        self._own = self._idle = self._taken = 0.0

    def part_until_done(self, here: Point, there: Point, size: float, later: float) -> float:
        """Return which part of the way passes until nothing is left; more than 1 if something is.

        `size` is the heap's here, `later` there.
        """
        if self.left <= 0:
            return 0.0
        background, debt = self._background(here, there), self._debt(size, later)
        part = self.left / background if background > 0 else 2.0
        return min(part, (self.left + self.credit) / debt) if debt > 0 else part

    def go_on(self, here: Point, there: Point, size: float, later: float) -> None:
        """Mark from here to there."""
        background, debt = self._background(here, there), self._debt(size, later)
        paid = max(background, debt - self.credit)
        self.credit = max(self.credit + background - debt, 0.0)
        self.left -= paid
        if self.price:
            self.scanned += paid / self.price
        span = span_of(here, there)
        idle = idle_part(here, there, self.procs) * span
        self._own += self.procs * span - idle
        self._idle += idle
        self._taken += max(paid - idle, 0.0)

    def agree(self) -> bool:
        """All is scanned; return whether the processors must still agree that it is."""
        self.left, self.late, self.price = self.late, 0.0, 0.0
        return self.left > 0

    def utilization(self) -> tuple[float, float]:
        """Return which part of all time marked: of the busy processors, of the idle ones."""
        total = max(self._own + self._idle + self._taken, 1.0)
        return self._taken / total, self._idle / total

    def _background(self, here: Point, there: Point) -> float:
        """Return the work of the processors that are idle, and of what is taken from others."""
        idle = idle_part(here, there, self.procs)
        stretch = max(min(self.procs - idle, 1) / (1 - UTILIZATION), 1)
        return (idle + self.procs * (stretch - 1)) * span_of(here, there)

    def _debt(self, size: float, later: float) -> float:
        """Return what the program owes for the heap's growth, in nanoseconds."""
        if later <= size or not self.price:
            return 0.0
        return (later - size) * self.pacer.assist_ratio(later, self.scanned) * self.price


def span_of(here: Point, there: Point) -> float:
    """Return the time that the program had, without what it paid for the collector."""
    return max(there.t - here.t - (there.paid - here.paid), 0.0)


def idle_part(here: Point, there: Point, procs: int) -> float:
    """Return how many of the processors were idle from here to there."""
    span = span_of(here, there)
    return min(max(there.idle - here.idle, 0) / span, procs) if span > 0 else float(procs)
