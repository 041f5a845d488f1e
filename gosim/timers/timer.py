"""A timer: when it is due, how often, and what it does then.

Models   runtime/time.go of Go 1.9 to 1.27: type timer; time/sleep.go: when, sendTime, goFunc.
Read     gosim.timers.heap4 first; then the eras go1_10, go1_14 and go1_23, in this order.
Leaves out   the fake timers of testing/synctest.

The eras differ in where a timer is kept and in when a stopped one leaves.  They agree on what
is in this module: deadlines, periods, and what firing does.

>>> when(now=100, duration=-5), when(now=100, duration=MAX_WHEN) == MAX_WHEN
(100, True)
>>> next_when(when=20, period=20, now=110)      # missed ticks are skipped, the grid stays
120
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from gosim.channels import Channel
from gosim.kernel import NEVER, Goroutine, Processor
from gosim.memory import Population

if TYPE_CHECKING:
    from gosim.timers.kinds import Kinds
    from gosim.versions import GoVersion

MAX_WHEN: Final = NEVER
"""The latest instant there is.  Go: maxWhen."""

Fire = Callable[[Processor, Any, int, int, int], None]
"""What a timer does when it runs: (processor, arg, now, delay, weight).  It must not block."""


def when(now: int, duration: int) -> int:
    """Return the deadline of a timer that is started now.  Go: time.when.

    A duration of zero or less means now; a sum beyond the last instant means the last instant.
    """
    if duration <= 0:
        return now
    due = now + duration
    return due if due < MAX_WHEN else MAX_WHEN


def next_when(when: int, period: int, now: int) -> int:
    """Return when a periodic timer that runs now is due next: the next point of its grid."""
    return min(when + period * (1 + (now - when) // period), MAX_WHEN)


class Timer:
    """One timer of any era.  Go: runtime.timer.

    `when` is the deadline; `period` is 0 for a one-shot; `fire(p, arg, now, delay, weight)`
    is what it does.  Stands for `weight` timers in a coarse run.  `population` counts it.

    What ``time.After`` makes sets all this itself instead of calling `__init__`: a leaky loop
    makes half a million a second.
    """

    __slots__ = ("arg", "fire", "period", "population", "weight", "when")

    lone = False
    """Whether it is one object with its channel."""

    def __init__(
        self,
        when: int,
        period: int,
        fire: Fire,
        arg: Any,
        population: Population,
        weight: int = 1,
    ) -> None:
        self.when = when
        self.period = period
        self.fire = fire
        self.arg = arg
        self.population = population
        self.weight = weight

    def __del__(self) -> None:
        self.population.freed += self.weight


class Counts:
    """What happened to the timers of a run so far, each timer by its weight.

    `repaired` counts the entries that were looked at when a whole heap was put in order.
    """

    __slots__ = ("_kinds", "fired", "repaired", "stopped")

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self.fired = 0
        self.repaired = 0
        self.stopped = 0

    @property
    def made(self) -> int:
        """How many timers were made; those that sleepers use over and over do not count."""
        return self._kinds.channel_timer.made + self._kinds.func_timer.made


class Era(Protocol):
    """What every era offers to package time; `p` is the processor that calls.

    `channel` is the channel that a timer feeds, or None for a function's timer.
    """

    counts: Counts
    kinds: Kinds

    @property
    def heaps(self) -> Sequence[Any]:
        """The heaps of timers: one for each P, or one for each bucket."""

    def after(self, p: Processor, duration: int) -> Channel:
        """Return the channel of a new one-shot timer that the program cannot stop."""

    def new_timer(self, p: Processor, duration: int, period: int) -> tuple[Any, Channel]:
        """Return a started channel timer and its channel."""

    def new_func_timer(self, p: Processor, duration: int, fire: Fire, arg: Any) -> Any:
        """Return a started timer that runs `fire` in the scheduler."""

    def sleep(self, p: Processor, g: Goroutine, duration: int) -> None:
        """Make g ready after the duration; the caller parks it."""

    def stop(self, p: Processor, timer: Any, channel: Channel | None) -> bool:
        """Stop a timer; return what Go's Stop returns."""

    def reset(
        self, p: Processor, timer: Any, channel: Channel | None, duration: int, period: int
    ) -> bool:
        """Set a timer anew; return what Go's Reset returns."""

    def weigh(self, timer: Any, more: int) -> bool:
        """Let a timer stand for so many more if it is in a heap; return whether it is."""

    def listed(self) -> int:
        """Return how many timers are in heaps, dead ones included, by weight."""

    def dead(self) -> int:
        """Return how many of these are stopped, by weight."""

    def entries(self) -> int:
        """Return how many entries gosim itself keeps."""

    def let_go(self) -> None:
        """Forget all timers, now that the run is over."""

    def verify(self) -> None:
        """Check the era's invariants; raise AssertionError if one is broken."""


def send_time(p: Processor, channel: Channel, now: int, delay: int, weight: int) -> None:
    """Send the time of sending, unless a value waits already.  Go: time.sendTime to 1.22."""
    if channel.send_ready():
        channel.put(p, now)


def send_deadline(p: Processor, channel: Channel, now: int, delay: int, weight: int) -> None:
    """Send the time at which the timer was due.  Go: time.sendTime from 1.23 on."""
    if channel.send_ready():
        channel.put(p, now - delay)


def ready_goroutine(p: Processor, g: Goroutine, now: int, delay: int, weight: int) -> None:
    """Wake a goroutine that sleeps.  Go: goroutineReady."""
    p.ready(g)


def start_goroutine(
    p: Processor, function: Callable[[], Any], now: int, delay: int, weight: int
) -> None:
    """Run a function in a goroutine of its own: AfterFunc's.  Go: time.goFunc.

    It stands for as many as the timer does.  In a coarse run the scheduler begins them one by
    one; timerproc, a goroutine itself, makes them all.
    """
    if p.kernel.grain == 1 or (p.g is not None and p.g.system):
        p.kernel.spawn(p, function, weight)
    else:
        p.passes.started.append((function, weight))


def send_function(version: GoVersion) -> Fire:
    """Return what a version's channel timers do when they fire."""
    return send_deadline if version.stamps_deadline else send_time
