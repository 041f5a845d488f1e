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

    def goroutine(self) -> Piece:
        """A new g; a dead one is used again."""
        return Piece("runtime.g", self.sizes.g, site="runtime.malg")

    def sudog(self) -> Piece:
        """What a goroutine that blocks on a channel may need; kept in a cache of its P."""
        return Piece("runtime.sudog", self.sizes.sudog, site="runtime.acquireSudog")

    def with_cancel(self) -> tuple[Piece, ...]:
        """A cancellable context; its cancel function comes on top."""
        size = 80 if self.sizes.minor >= 21 else 64
        return (Piece("context.cancelCtx", size, site="context.WithCancel"),)

    def with_timeout(self) -> tuple[Piece, ...]:
        """A context with a deadline; cancel function, timer and what it calls come on top.

        In Go 1.20 a timerCtx refers to its cancelCtx; before and after, it contains it.
        """
        minor, site = self.sizes.minor, self._deadline_site
        if minor == 20:
            inner = Piece("context.cancelCtx", 64, site=site)
            return inner, Piece("context.timerCtx", 48, site=site)
        return (Piece("context.timerCtx", 112 if minor >= 21 else 96, site=site),)

    def cancel_func(self) -> tuple[Piece, ...]:
        """The function that WithCancel and its kin return beside the context."""
        return (Piece("CancelFunc", 16, site=self._deadline_site),)

    def deadline_func(self) -> tuple[Piece, ...]:
        """The function that the timer of a context runs."""
        size = 32 if self.sizes.minor >= 21 else 16
        return (Piece("func that cancels", size, site=self._deadline_site),)

    @property
    def _deadline_site(self) -> str:
        site = "context.WithDeadline;context.WithTimeout"
        return f"context.WithDeadlineCause;{site}" if self.sizes.minor >= 21 else site

    def done(self) -> tuple[Piece, ...]:
        """What the first call of a context's Done makes: a channel of struct{}."""
        return (Piece("runtime.hchan", self.sizes.channel, False, "context.(*cancelCtx).Done"),)
