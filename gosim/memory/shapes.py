"""Shapes: the objects that each operation allocates, in each version of Go.

Models   the allocations of package time, context and the runtime in Go 1.9 to 1.27: NewTimer,
         newTimer, AfterFunc, Sleep, makechan, malg, acquireSudog, WithCancel, WithDeadline.
Read     gosim.memory.sizes and gosim.memory.ledger first.
Leaves out   goroutine stacks, which are not on the heap: 2048 bytes each, counted by
             gosim.memory.footprint.

Measured from 1.19 on, with a heap profile that misses nothing; before, derived from the layouts
of the structs.  Operations that are not named here allocate nothing: Stop, Reset, a later Sleep,
send, receive, select, Now, a go statement that finds a dead goroutine to reuse.

>>> shapes = Shapes(Sizes.of(22))
>>> [(piece.what, piece.bytes) for piece in shapes.channel_timer() + shapes.time_channel()]
[('time.Timer', 80), ('runtime.hchan', 96), ('[1]time.Time', 24)]
"""

from __future__ import annotations

from dataclasses import dataclass

from gosim.memory.ledger import Piece
from gosim.memory.sizes import Sizes

STACK_BYTES = 2048
"""The first stack of a goroutine.  Go: stackMin, _FixedStack."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The pieces of every allocation of one version."""

    sizes: Sizes

    @property
    def new(self) -> bool:
        """From Go 1.23 on package time asks the runtime to make its timers."""
        return self.sizes.minor >= 23

    def _timer(self, caller: str) -> tuple[Piece, ...]:
        what = "runtime.timeTimer" if self.new else "time.Timer"
        site = f"time.newTimer;{caller}" if self.new else caller
        return (Piece(what, self.sizes.timer, site=site),)

    def channel_timer(self) -> tuple[Piece, ...]:
        """The timer of NewTimer, After and NewTicker; its channel comes on top."""
        return self._timer("time.NewTimer")

    def time_channel(self) -> tuple[Piece, ...]:
        """The channel of a timer: header and ring are two objects, for time.Time has a pointer."""
        return (
            Piece("runtime.hchan", self.sizes.channel, site="time.NewTimer"),
            Piece("[1]time.Time", self.sizes.time_buffer, site="time.NewTimer"),
        )

    def func_timer(self) -> tuple[Piece, ...]:
        """The timer of AfterFunc; a closure that captures something comes on top."""
        return self._timer("time.AfterFunc")

    def sleep_timer(self) -> tuple[Piece, ...]:
        """What the first Sleep of a goroutine makes, and later ones use again."""
        return (Piece("runtime.timer", self.sizes.sleep_timer, site="time.Sleep"),)

    def closure(self) -> tuple[Piece, ...]:
        """A function value that captures one word; a go statement with an argument makes one."""
        return (Piece("closure", self.sizes.closure, site="main.main"),)

    def make_chan(self, elem: int, pointers: bool, cap: int) -> tuple[Piece, ...]:
        """A channel made by the program: one object, or two if elements have pointers."""
        objects, total = self.sizes.make_chan(elem, pointers, cap)
        if objects == 1:
            return (Piece("runtime.hchan", total, pointers and elem * cap > 0, site="main.main"),)
        header = self.sizes.channel
        return (
            Piece("runtime.hchan", header, site="main.main"),
            Piece("channel buffer", total - header, site="main.main"),
        )

    def goroutine(self) -> tuple[Piece, ...]:
        """A new g; a dead one is used again."""
        return (Piece("runtime.g", self.sizes.g, site="runtime.malg"),)

    def sudog(self) -> tuple[Piece, ...]:
        """What a goroutine that blocks on a channel may need; kept in a cache of its P."""
        return (Piece("runtime.sudog", self.sizes.sudog, site="runtime.acquireSudog"),)

    def with_cancel(self) -> tuple[Piece, ...]:
        """A cancellable context and its cancel function."""
        size = 80 if self.sizes.minor >= 21 else 64
        return self._context("context.cancelCtx", size, "context.WithCancel")

    def with_timeout(self) -> tuple[Piece, ...]:
        """A context with a deadline, its cancel function, and what its timer calls."""
        new = self.sizes.minor >= 21
        site = "context.WithDeadline;context.WithTimeout"
        site = f"context.WithDeadlineCause;{site}" if new else site
        context = self._context("context.timerCtx", 112 if new else 96, site)
        return (*context, Piece("timer closure", 32 if new else 16, site=site))

    def _context(self, what: str, size: int, site: str) -> tuple[Piece, ...]:
        return Piece(what, size, site=site), Piece("CancelFunc", 16, site=site)

    def done(self) -> tuple[Piece, ...]:
        """What the first call of a context's Done makes: a channel of struct{}."""
        return (Piece("runtime.hchan", self.sizes.channel, False, "context.(*cancelCtx).Done"),)
