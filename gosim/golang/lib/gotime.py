"""Package time: the clock, timers and tickers of the model, and the values of timevalues.

Models   time/sleep.go, time/tick.go of Go 1.9 to 1.27.
Read     gosim.golib.gotime first, gosim.golang.lib.timevalues for Duration and Time.

A Time is an int; what it is to the type checker is said in `OPAQUE`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gosim.golang.lib import timevalues
from gosim.golang.lib.goerrors import New
from gosim.golang.lib.timevalues import *  # noqa: F403  the other half of the package
from gosim.golang.values import GoPanic, Native, operation
from gosim.golang.values.backedges import asked
from gosim.golang.values.unwinding import Start
from gosim.golib import gotime
from gosim.golib.errors import Error
from gosim.golib.gotime import After, Tick
from gosim.kernel import running
from gosim.timers import start_goroutine

API = (
    """
package time

type Time struct{}

func Now() Time
func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }
func Sleep(d Duration)
func After(d Duration) <-chan Time
func Tick(d Duration) <-chan Time

type Timer struct { C <-chan Time }
func NewTimer(d Duration) *Timer
func AfterFunc(d Duration, f func()) *Timer
func (t *Timer) Stop() bool
func (t *Timer) Reset(d Duration) bool

type Ticker struct { C <-chan Time }
func NewTicker(d Duration) *Ticker
func (t *Ticker) Stop()
func (t *Ticker) Reset(d Duration)
"""
    + timevalues.VALUES_API
)

OPAQUE = {"Time": timevalues.ZERO}
"""Types that are no struct at run time, with their zero values."""


class Timer(Native):
    """``time.Timer``."""

    __slots__ = ("C", "_timer")

    def __init__(self) -> None:
        self.C: Any = None
        self._timer: Any = None

    def Stop(self) -> bool:
        """Stop it."""
        return gotime.Timer.Stop(self)  # type: ignore[arg-type]

    def Reset(self, duration: int) -> bool:
        """Set it to fire after the duration."""
        return gotime.Timer.Reset(self, duration)  # type: ignore[arg-type]


class Ticker(Native):
    """``time.Ticker``."""

    __slots__ = ("C", "_timer")

    def __init__(self) -> None:
        self.C: Any = None
        self._timer: Any = None

    def Stop(self) -> None:
        """Stop it; the channel is not closed."""
        gotime.Ticker.Stop(self)  # type: ignore[arg-type]

    def Reset(self, duration: int) -> None:
        """Give it a new period."""
        _checked(lambda: gotime.Ticker.Reset(self, duration))  # type: ignore[arg-type]


def _checked(call: Callable[[], Any]) -> Any:
    """Call; an error value that the model panics with becomes the program's."""
    try:
        return call()
    except GoPanic as panic:
        if isinstance(panic.value, Error):
            raise GoPanic(New(panic.value.text)) from None
        raise


def Now() -> int:
    """Return the instant, in nanoseconds since the program began."""
    asked()
    p = running.p
    p.now += p.costs.now
    return p.now


@operation
def Sleep(duration: int) -> Any:
    """Return the operation that sleeps."""
    return gotime.Sleep(duration)


def NewTimer(duration: int) -> Timer:
    """Return a timer that sends the time on its channel after the duration."""
    p = running.p
    p.now += p.costs.new_timer
    made = Timer()
    made._timer, made.C = p.timers.era.new_timer(p, duration, 0)
    return made


def AfterFunc(duration: int, function: Callable[[], Any]) -> Timer:
    """Return a timer that runs the function in a goroutine of its own."""
    p = running.p
    p.now += p.costs.after_func
    made = Timer()
    made._timer = p.timers.era.new_func_timer(p, duration, start_goroutine, Start(function, ()))
    return made


def NewTicker(duration: int) -> Ticker:
    """Return a ticker."""
    p = running.p
    if duration <= 0:
        _checked(lambda: gotime.NewTicker(duration))
    p.now += p.costs.new_timer
    made = Ticker()
    made._timer, made.C = p.timers.era.new_timer(p, duration, duration)
    return made


implementations = {
    name: getattr(timevalues, name) for name in dir(timevalues) if not name.startswith("__")
} | {"Now": Now, "After": After, "Tick": Tick}
