"""Facts: what the model announces to whoever listens.

Models   nothing in Go; Go's execution tracer (runtime/trace) is the nearest relative.

A fact is a past-tense sentence without a subject.  Kernel, channels and timers announce;
observers listen; nothing inside prints.

>>> TimerFired(at=2_000, goroutine=0, when=1_500, delay=500, weight=1).delay
500
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

TIMEOUT: Final = "timeout"
"""What a program marks when its timeout fires after as long a silence."""

FALSE_TIMEOUT: Final = "false timeout"
"""What a program marks when its timeout fires although its channel was not idle that long."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened `at` an instant, done by `goroutine` (0: by the scheduler)."""

    at: int
    goroutine: int


@dataclass(frozen=True, slots=True)
class GoroutineStarted(Fact):
    """A go statement made goroutine `started`, which runs `function`."""

    started: int
    function: str


@dataclass(frozen=True, slots=True)
class GoroutineParked(Fact):
    """It waits for `reason`, in Go's words."""

    reason: str


@dataclass(frozen=True, slots=True)
class GoroutineReadied(Fact):
    """It woke goroutine `readied`."""

    readied: int


@dataclass(frozen=True, slots=True)
class GoroutineEnded(Fact):
    """Its function returned."""


@dataclass(frozen=True, slots=True)
class GoroutinePreempted(Fact):
    """Its time slice was over."""


@dataclass(frozen=True, slots=True)
class TimerStarted(Fact):
    """A timer was started that is due at `when`, and again every `period`.

    Stands for `weight` timers.
    """

    when: int
    period: int
    weight: int


@dataclass(frozen=True, slots=True)
class TimerStopped(Fact):
    """Stop was called; `pending` is what it returned."""

    pending: bool
    weight: int


@dataclass(frozen=True, slots=True)
class TimerReset(Fact):
    """Reset was called: due at `when` from now on; `pending` is what it returned."""

    when: int
    pending: bool
    weight: int


@dataclass(frozen=True, slots=True)
class TimerFired(Fact):
    """A timer that was due at `when` ran `delay` later."""

    when: int
    delay: int
    weight: int


@dataclass(frozen=True, slots=True)
class Marked(Fact):
    """The program marked this instant, for a figure or a summary."""

    label: str


Observer = Callable[[Fact], None]
"""Anything that wants to hear facts."""
