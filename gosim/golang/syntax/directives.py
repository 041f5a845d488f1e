"""Directives: comments that tell gosim what Go need not know.

Models   nothing in Go, where ``//word:word`` is a comment for tools.
Read     gosim.golib.gobuiltins first: coarse and mark.

A directive stands on a line of its own:

    //gosim:coarse            before a loop: it runs freely, and one pass may stand for many
    //gosim:count             before x++: in such a loop it adds 1 for each pass it stands for
    //gosim:message           in a branch: the channel was not idle
    //gosim:timeout d         in a branch: a timeout; false if a message came less than d ago

Before the package clause two of them hold for the whole file: `coarse` for every loop without a
condition, and `timeout d` for every select: its last case is a timeout, the others are messages.
"""

from __future__ import annotations

from typing import Final

from gosim.golib import coarse, mark
from gosim.kernel import running
from gosim.record.facts import FALSE_TIMEOUT, TIMEOUT

__all__ = ["DIRECTIVES", "FORMS", "PREFIX", "coarse", "message", "passes", "timed_out"]

PREFIX: Final = "//gosim:"

DIRECTIVES: Final = {
    "coarse": "coarse",
    "count": "passes",
    "message": "message",
    "timeout": "timed_out",
}
"""By word, the function that does it."""

FORMS: Final = tuple(f"{PREFIX}{word}{' d' * (word == 'timeout')}" for word in DIRECTIVES)


def message() -> None:
    """Note that a message has come."""
    p = running.p
    p.kernel.runtime.last_message = p.now


def timed_out(duration: int) -> None:
    """Mark a timeout, and whether it was false."""
    p = running.p
    idle = p.now - p.kernel.runtime.last_message
    mark(TIMEOUT if idle >= duration else FALSE_TIMEOUT)


def passes() -> int:
    """Return how many passes this one stands for."""
    return running.p.grain
