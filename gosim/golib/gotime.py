"""Package time: timers, tickers, sleeping, and the clock.

Models   time/sleep.go and time/tick.go of Go 1.9 to 1.27.
Read     gosim.timers first.
Leaves out   calendars and time zones: an instant is an int, the nanoseconds since the program
             began; monotonic and wall clock are the same.

>>> from gosim.channels import recv, select
>>> from gosim.golib import fmt, time
>>> from gosim.runtime import run
>>> def main():
...     timer = time.NewTimer(10 * time.Millisecond)
...     fmt.Println(timer.Stop(), timer.Stop())
...     yield recv(time.After(time.Second))
...     fmt.Println(time.Duration(time.Now()))
>>> print(run(main).stdout, end="")
true false
1s
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.channels import Channel
from gosim.errors import GoFatal, GoPanic
from gosim.golib.errors import Error
from gosim.kernel import PARKED, Goroutine, Processor, WaitReason, running
from gosim.timers import start_goroutine
from gosim.units import format_duration

Nanosecond: Final = 1
Microsecond: Final = 1_000
Millisecond: Final = 1_000_000
Second: Final = 1_000_000_000
Minute: Final = 60 * Second
Hour: Final = 60 * Minute


class Duration(int):
    """An int that prints as Go prints a duration."""

    def __str__(self) -> str:
        return format_duration(self)


def Now() -> int:
    """Return the instant, in nanoseconds since the program began."""
    p = running.p
    p.now += p.costs.now
    return p.now


def Since(instant: int) -> Duration:
    """Return how long ago an instant was."""
    return Duration(Now() - instant)


def Until(instant: int) -> Duration:
    """Return how far an instant is."""
    return Duration(instant - Now())


class Sleep:
    """The operation ``time.Sleep(duration)``; zero or less returns at once, without a yield."""

    __slots__ = ("duration",)

    def __init__(self, duration: int) -> None:
        self.duration = duration

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Go: timeSleep."""
        p.now += p.costs.sleep
        if self.duration <= 0:
            return None
        p.timers.era.sleep(p, g, self.duration)
        p.park(g, WaitReason.SLEEP)
        return PARKED


def After(duration: int) -> Channel:
    """Return a channel on which the time comes after the duration: ``NewTimer(d).C``."""
    p = running.p
    p.now += p.costs.after
    channel: Channel = p.timers.era.after(p, duration)
    return channel


class Timer:
    """A one-shot timer; its channel is `C`, nil for AfterFunc's.  ``Timer()`` is the zero value."""

    __slots__ = ("C", "_timer")

    def __init__(self) -> None:
        self.C: Channel | None = None
        self._timer: Any = None

    def Stop(self) -> bool:
        """Stop it.  Return whether it was to fire, or (from 1.23 on) its value is discarded.

        Raises GoPanic for a zero Timer.
        """
        if self._timer is None:
            raise GoPanic("time: Stop called on uninitialized Timer")
        p = running.p
        p.now += p.costs.stop
        return bool(p.timers.era.stop(p, self._timer, self.C))

    def Reset(self, duration: int) -> bool:
        """Set it to fire after the duration.  Return what Stop would.

        Raises GoPanic for a zero Timer.
        """
        if self._timer is None:
            raise GoPanic("time: Reset called on uninitialized Timer")
        p = running.p
        p.now += p.costs.reset
        return bool(p.timers.era.reset(p, self._timer, self.C, duration))


def NewTimer(duration: int) -> Timer:
    """Return a timer that sends the time on its channel after the duration."""
    p = running.p
    p.now += p.costs.new_timer
    made = Timer()
    era = p.timers.era
    era.kinds.explicit += p.grain
    made._timer, made.C = era.new_timer(p, duration, 0)
    return made


def AfterFunc(duration: int, function: Callable[[], Any]) -> Timer:
    """Return a timer that runs the function in a goroutine of its own after the duration.

    A function that captures variables is an object of its own, kept by the timer.
    """
    p = running.p
    p.now += p.costs.after_func
    made = Timer()
    era = p.timers.era
    made._timer = era.new_func_timer(p, duration, start_goroutine, function)
    if getattr(function, "__closure__", None):
        era.kinds.with_closure(made._timer)
    return made


class Ticker:
    """A periodic timer; its channel is `C`.  ``Ticker()`` is the zero value."""

    __slots__ = ("C", "_timer")

    def __init__(self) -> None:
        self.C: Channel | None = None
        self._timer: Any = None

    def Stop(self) -> None:
        """Stop it; the channel is not closed."""
        if self._timer is None:
            return
        p = running.p
        p.now += p.costs.stop
        p.timers.era.stop(p, self._timer, self.C)

    def Reset(self, duration: int) -> None:
        """Give it a new period.  Raises GoPanic for a bad duration or a zero Ticker."""
        p = running.p
        version = p.timers.era.version
        if not version.has_ticker_reset:
            raise GoPanic(f"Ticker.Reset does not exist in Go {version.name}")
        if duration <= 0 and version.ticker_reset_checks:
            raise GoPanic("non-positive interval for Ticker.Reset")
        if self._timer is None:
            raise GoPanic("time: Reset called on uninitialized Ticker")
        if duration < 0 and version.checks_when:
            raise GoFatal("timer period must be non-negative")
        p.now += p.costs.reset
        p.timers.era.reset(p, self._timer, self.C, duration, max(duration, 0))


def NewTicker(duration: int) -> Ticker:
    """Return a ticker.  Raises GoPanic when the duration is not positive."""
    p = running.p
    if duration <= 0:
        text = "non-positive interval for NewTicker"
        raise GoPanic(Error(text) if p.timers.era.version.ticker_panics_with_error else text)
    p.now += p.costs.new_timer
    made = Ticker()
    era = p.timers.era
    era.kinds.explicit += p.grain
    made._timer, made.C = era.new_timer(p, duration, duration)
    return made


def Tick(duration: int) -> Channel | None:
    """Return the channel of a ticker that nobody can stop; nil unless the duration is positive."""
    return NewTicker(duration).C if duration > 0 else None
