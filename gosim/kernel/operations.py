"""Operations: the one door between a goroutine and the kernel.

Models   the traps of a scheduler; runtime.Gosched, runtime.Goexit (runtime/proc.go of Go 1.22).
Read     gosim.kernel.goroutine first; gosim.channels for the operations on channels.
Leaves out   LockOSThread, and yields that the compiler would add.

A goroutine yields an operation and gets its result.  An operation is a small object with
``perform(p, g)``, which does the work on processor `p` for goroutine `g`, adds its price to
`p.now`, and returns the result, or `PARKED` when the goroutine must wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from gosim.kernel.goroutine import Goroutine
    from gosim.kernel.processor import Processor


class Parked:
    """The type of `PARKED`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "PARKED"


PARKED: Final = Parked()
"""The goroutine gave up its processor; its result comes when somebody makes it ready."""


class Operation(Protocol):
    """What a goroutine may yield."""

    def perform(self, p: Processor, g: Goroutine, /) -> Any:
        """Do it on `p` for `g`; return the result or `PARKED`."""


class Gosched:
    """Yield the processor; the goroutine goes to the tail of the global run queue."""

    __slots__ = ()

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Go: goschedImpl."""
        p.kernel.requeue(g)
        return PARKED


class Goexit:
    """End this goroutine.  In main the program goes on without it."""

    __slots__ = ()

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Go: Goexit."""
        raise GoexitSignal


class GoexitSignal(BaseException):
    """Unwinds a goroutine that called Goexit, running its `finally` blocks."""


class Work:
    """Compute for `duration` nanoseconds without a call: a loop that only preemption ends.

    From Go 1.14 on such a loop is preempted when its time slice of 10 ms is over; before, it
    keeps its processor to the end.
    """

    __slots__ = ("left",)

    def __init__(self, duration: int) -> None:
        self.left = duration

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Spend what is left of the slice in one step: nobody can see what happens meanwhile.

        But then the others catch up first, before anything else is done.
        """
        if not self.left:
            return None
        step = self.left
        if p.kernel.version.async_preemption:
            step = min(step, max(p.slice_end - p.now, 0))
        p.now += step
        self.left -= step
        p.repeat(self)
        return PARKED
