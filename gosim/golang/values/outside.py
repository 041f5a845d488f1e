"""What a Go program has of its process: output, exit, chance, the version, budgets.

Models   os.Exit, the runtime's random numbers.
Read     gosim.kernel first.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from random import Random
from typing import Any, Final, NoReturn, TypeVar

from gosim.errors import UsageError
from gosim.golang.gotext import to_text
from gosim.kernel import PARKED, Gosched, running
from gosim.kernel.memory import pay
from gosim.kernel.operations import GoexitSignal
from gosim.versions import GoVersion

STRING_MAX: Final = 1 << 28
"""A string that would be longer is too large for gosim."""

F = TypeVar("F", bound=Callable[..., Any])


class Exit(GoexitSignal):
    """``os.Exit(code)``: raise it; no deferred call runs."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        p = running.p
        p.kernel.finish("exit", p.now, code & 0xFF)


def no_memory() -> NoReturn:
    """End the run: what the program wants next is more than gosim may take."""
    p = running.p
    p.kernel.finish("memory", p.now)
    raise GoexitSignal


def check_text(size: int) -> None:
    """End the run if a string would be longer than gosim can have."""
    if size > STRING_MAX:
        no_memory()


def look_at_memory() -> None:
    """Look at the budgets, and let the collector of the model catch up, as a lot was allocated."""
    p = running.p
    p.kernel.check_budget(p)
    if p.kernel.ended:
        raise GoexitSignal
    pay(p)


def write_stdout(text: str) -> None:
    """Write a Go string to standard output."""
    p = running.p
    p.kernel.write(p, text if text.isascii() else to_text(text))
    if p.kernel.ended:
        raise GoexitSignal


def write_stderr(text: str) -> None:
    """Write a Go string to standard error."""
    running.p.kernel.write_error(to_text(text))


def go_version() -> GoVersion:
    """Return the version of Go that runs."""
    version: GoVersion = running.p.kernel.runtime.version
    return version


def stream(name: str) -> Random:
    """Return the stream of random numbers of that name."""
    return running.p.kernel.streams(name)


def map_keys(m: dict[Any, Any]) -> list[Any]:
    """Return the stored keys of a map in random order."""
    keys = list(m)
    if len(keys) > 1:
        stream("maprange").shuffle(keys)
    return keys


def operation(function: F) -> F:
    """Mark a function that returns an operation, to be yielded."""
    function.operation_ = True  # type: ignore[attr-defined]
    return function


def call(function: Callable[..., Any], *args: Any) -> Any:
    """Call a function value from code that cannot wait; what it does must not block.

    When it yields to others, as runtime.Gosched and runtime.GC do, nobody takes the turn.
    """
    result = function(*args)
    if not isinstance(result, Generator):
        return result
    p = running.p
    value: Any = None
    while True:
        try:
            op = result.send(value)
        except StopIteration as done:
            return done.value
        assert p.g is not None
        value = None if isinstance(op, Gosched) else op.perform(p, p.g)
        if value is PARKED:
            raise UsageError(
                "a function that is called back from a package blocked",
                "call back only what does not wait",
            )
