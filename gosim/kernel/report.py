"""What Go prints when a program dies: panics, fatal errors, the deadlock report.

Models   runtime/panic.go (printpanics), runtime/error.go (printpanicval), runtime/proc.go
         (checkdead), runtime/traceback.go (goroutineheader), runtime/mgcmark.go (markroot) of
         Go 1.22 and 1.23; exit code 2.
Leaves out   who created a goroutine, hexadecimal addresses; that a forced collection may be a
             minute late in an idle process, whose sysmon naps.

>>> print(panic_text(GoPanic("boom"), None, GoVersion.resolve("1.22")), end="")
panic: boom
<BLANKLINE>
goroutine 1 [running]:
main.main()
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Final, Protocol, runtime_checkable

from gosim.errors import GoFatal, GoPanic
from gosim.kernel.frames import Call, of_stack, of_traceback, trace, users
from gosim.kernel.goroutine import Goroutine
from gosim.units import MINUTE, format_float
from gosim.versions import GoVersion

DEADLOCK: Final = "fatal error: all goroutines are asleep - deadlock!"
NO_GOROUTINES: Final = "fatal error: no goroutines (main called runtime.Goexit) - deadlock!"


@runtime_checkable
class PrintsItself(Protocol):
    """A panic that knows those before it, and what a Go value looks like."""

    def printed(self, indent: bool) -> str:
        """Return its lines without the first ``panic: ``.  Go: printpanics."""

    def calls(self) -> list[Call]:
        """Return the calls that were under way, the outermost first."""


def print_text(value: object, version: GoVersion) -> str:
    """Return a value as the builtin println and a panic write it.  Go: printanycustomtype."""
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float_text(value, version)
    return str(value)


def _float_text(value: float, version: GoVersion) -> str:
    if version.short_float_panics or not isfinite(value):
        return format_float(value, exponent_from=6)
    mantissa, _, exponent = f"{value:+.6e}".partition("e")
    return f"{mantissa}e{int(exponent):+04d}"


def panic_text(panic: GoPanic, g: Goroutine | None, version: GoVersion) -> str:
    """Return what an uncaught panic prints.  From Go 1.23 on further lines are indented."""
    calls: list[Call] = []
    if isinstance(panic, PrintsItself):
        text, calls = panic.printed(version.indents_panics), panic.calls()
    else:
        text = print_text(panic.value, version)
        if version.indents_panics:
            text = text.replace("\n", "\n\t")
    return f"panic: {text}\n\n{stack_text(g, 'running', calls)}"


def fatal_text(error: GoFatal, g: Goroutine | None) -> str:
    """Return what a fatal error prints."""
    raised = [call for _, call in of_traceback(error.__traceback__) if call is not None]
    calls = raised or of_stack(sys._getframe())
    return f"fatal error: {error}\n\n{stack_text(g, 'running', calls)}"


def deadlock_text(
    goroutines: Iterable[Goroutine], main_gone: bool, now: int, collections: Sequence[float] = ()
) -> str:
    """Return Go's report: goroutine 1 first, then the others, each with what it waits for.

    `collections` are the instants at which collections were over.
    """
    stuck = sorted(goroutines, key=lambda g: g.id)
    if not stuck and main_gone:
        return NO_GOROUTINES + "\n"
    stacks = [
        stack_text(g, g.wait_reason + _minutes(g.waiting_since, now, collections)) for g in stuck
    ]
    return f"{DEADLOCK}\n\n" + "\n".join(stacks)


def _minutes(since: int, now: int, collections: Sequence[float]) -> str:
    """Return how long it has waited, as far as Go knows, if that is a minute or more.

    The first collection that finds the goroutine waiting takes down when the one *before* was
    over, which may be long before it began to wait; the very first one takes down nothing.
    Go: waitsince.
    """
    found_by = max(bisect_right(collections, since), 1)
    if found_by >= len(collections):
        return ""
    minutes = int(now - collections[found_by - 1]) // MINUTE
    return f", {minutes} minutes" if minutes else ""


def stack_text(g: Goroutine | None, status: str, calls: Sequence[Call] = ()) -> str:
    """Return the trace of a goroutine: of these calls, or of those that it waits in."""
    if g is None:
        return f"goroutine 1 [{status}]:\nmain.main()\n"
    head = f"goroutine {g.id} [{status}]:\n"
    if shown := users(calls or g.calls):
        return head + trace(shown)
    where = f"\t{g.line}\n" if g.line else ""
    return f"{head}{g.name}()\n{where}"
