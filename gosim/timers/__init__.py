"""Go's timers, era by era.  Three modules, deliberately parallel: the difference is the lesson.

Models   runtime/time.go of Go 1.9 to 1.27.
Read     heap4, timer, then go1_10, go1_14_heap, go1_14, go1_23_heap, go1_23.
Leaves out   locks and the fake timers of testing/synctest.
"""

from collections.abc import Callable, Mapping
from typing import Final

from gosim.timers.go1_10 import Go1_10
from gosim.timers.go1_14 import Go1_14
from gosim.timers.go1_23 import Go1_23
from gosim.timers.heap4 import Entry, Heap4
from gosim.timers.kinds import Kinds
from gosim.timers.timer import MAX_WHEN, Counts, Era, start_goroutine

ERAS: Final[Mapping[str, Callable[..., Era]]] = {
    "go1_10": Go1_10,
    "go1_14": Go1_14,
    "go1_23": Go1_23,
}
"""By the name that GoVersion.era gives."""

__all__ = [
    "ERAS",
    "MAX_WHEN",
    "Counts",
    "Entry",
    "Era",
    "Go1_10",
    "Go1_14",
    "Go1_23",
    "Heap4",
    "Kinds",
    "start_goroutine",
]
