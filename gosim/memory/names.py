"""What kinds of memory are called: whoever counts them and whoever tells of them agree here.

Models   nothing in Go.
Read     gosim.memory.ledger first.
Leaves out   the kinds that nobody asks for by name: a program's own values, most channels.
"""

from __future__ import annotations

from typing import Final

CHANNEL_TIMER: Final = "time.Timer"
TIME_CHANNEL: Final = "chan time.Time"
FUNC_TIMER: Final = "AfterFunc timer"
CLOSURE_TIMER: Final = "AfterFunc timer with its closure"
SLEEP_TIMER: Final = "Sleep timer"

FUNC_TIMERS: Final = (FUNC_TIMER, CLOSURE_TIMER)
"""The kinds of timers that a context's deadline may have."""

TIMERS: Final = (CHANNEL_TIMER, *FUNC_TIMERS, SLEEP_TIMER)
"""The kinds that heaps of timers hold."""

WITH_CANCEL: Final = "context.WithCancel"
WITH_TIMEOUT: Final = "context.WithTimeout"
CANCEL_FUNC: Final = "CancelFunc"
DEADLINE_FUNC: Final = "context deadline func"


def channel_of(elem: str, cap: int) -> str:
    """Return the name of the channels of a type and a capacity."""
    return f"chan {elem}, {cap}"


STRUCT: Final = "struct {}"
"""The type of a value that says nothing, as Go writes it."""

OF_DEADLINE: Final = (DEADLINE_FUNC, WITH_TIMEOUT, channel_of(STRUCT, 0))
"""What a timer of a context's deadline keeps."""
