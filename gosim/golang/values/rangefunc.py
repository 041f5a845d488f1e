"""What a range over a function hands to the function: its body, which may be called no longer.

Models   runtime/panic.go of Go 1.23: panicrangestate; cmd/compile/internal/rangefunc.
Read     gosim.golang.values.faults first.
Leaves out   nothing.

>>> loop = LoopBody(lambda x: x < 2)
>>> loop.step(1), loop.step(2)
(True, False)
>>> loop.step(3)
Traceback (most recent call last):
gosim.errors.GoPanic: runtime error: range function continued iteration after function for loop \
body returned false
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Final

from gosim.golang.values.faults import runtime_error

READY: Final = ""
DONE: Final = "range function continued iteration after function for loop body returned false"
PANICKED: Final = "range function continued iteration after loop body panic"
EXHAUSTED: Final = "range function continued iteration after whole loop exit"
SWALLOWED: Final = "range function recovered a loop body panic and did not resume panicking"


class LoopBody:
    """The body of a loop; `state` says why it may not be called, if it may not."""

    __slots__ = ("body", "state")

    def __init__(self, body: Callable[..., Any]) -> None:
        self.body, self.state = body, READY

    def step(self, *values: Any) -> bool:
        """Run the body once, if it never waits; return whether the loop goes on."""
        if self.state is not READY:
            raise runtime_error(self.state)
        self.state = PANICKED
        more: bool = self.body(*values)
        self.state = READY if more else DONE
        return more

    def waiting_step(self, *values: Any) -> Generator[Any, Any, bool]:
        """Run the body once, if it may wait; return whether the loop goes on."""
        if self.state is not READY:
            raise runtime_error(self.state)
        self.state = PANICKED
        more: bool = yield from self.body(*values)
        self.state = READY if more else DONE
        return more

    def over(self) -> None:
        """The function has returned."""
        swallowed, self.state = self.state is PANICKED, EXHAUSTED
        if swallowed:
            raise runtime_error(SWALLOWED)
