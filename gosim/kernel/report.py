"""What Go prints when a program dies: panics, fatal errors, the deadlock report.

Models   runtime/panic.go (printpanics, printpanicval), runtime/proc.go (checkdead),
         runtime/traceback.go (goroutineheader) of Go 1.22; exit code 2.
Leaves out   stack frames below the top, hexadecimal addresses.

>>> print(panic_text(GoPanic("boom"), None, indent=False), end="")
panic: boom
<BLANKLINE>
goroutine 1 [running]:
main.main()
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from gosim.errors import GoFatal, GoPanic
from gosim.kernel.goroutine import Goroutine
from gosim.units import MINUTE

DEADLOCK: Final = "fatal error: all goroutines are asleep - deadlock!"
NO_GOROUTINES: Final = "fatal error: no goroutines (main called runtime.Goexit) - deadlock!"


def panic_text(panic: GoPanic, g: Goroutine | None, indent: bool) -> str:
    """Return what an uncaught panic prints.  From Go 1.23 on further lines are indented."""
    text = str(panic)
    if indent:
        text = text.replace("\n", "\n\t")
    return f"panic: {text}\n\n{_stack(g, 'running')}"


def fatal_text(error: GoFatal, g: Goroutine | None) -> str:
    """Return what a fatal error prints."""
    return f"fatal error: {error}\n\n{_stack(g, 'running')}"


def deadlock_text(goroutines: Iterable[Goroutine], main_gone: bool) -> str:
    """Return Go's report: goroutine 1 first, then the others, each with what it waits for."""
    stuck = sorted(goroutines, key=lambda g: g.id)
    if not stuck and main_gone:
        return NO_GOROUTINES + "\n"
    now = max((g.waiting_since for g in stuck), default=0)
    stacks = [_stack(g, g.wait_reason + _minutes(now - g.waiting_since)) for g in stuck]
    return f"{DEADLOCK}\n\n" + "\n".join(stacks)


def _minutes(waited: int) -> str:
    """Return how long it has waited, if that is a minute or more."""
    minutes = waited // MINUTE
    return f", {minutes} minutes" if minutes else ""


def _stack(g: Goroutine | None, status: str) -> str:
    if g is None:
        return f"goroutine 1 [{status}]:\nmain.main()\n"
    where = f"\t{g.line}\n" if g.line else ""
    return f"goroutine {g.id} [{status}]:\n{g.name}()\n{where}"
