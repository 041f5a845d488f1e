"""The options that several commands share, and how their values are read.

Models   nothing in Go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, Final, TypeVar

import click

from gosim.errors import UsageError
from gosim.kernel import Budget
from gosim.units import parse_bytes, parse_duration, shortened
from gosim.versions import DEFAULT

_PERCENT: Final = re.compile(r"[0-9]{1,10}\Z")
GOGC_MAX: Final = 2**31 - 1
"""Go: readGOGC takes an int32."""

Command = TypeVar("Command", bound=Callable[..., Any])

_NUMBER: Final = re.compile(r"-?[0-9]{1,18}\Z")


def _duration(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Return nanoseconds.  Raises UsageError unless it is longer than zero."""
    if value is None:
        return None
    duration = parse_duration(value)
    if duration <= 0:
        raise UsageError(f"{param.opts[0]} {value} makes no sense", "take more than 0, such as 10m")
    return duration


def _grain(ctx: click.Context, param: click.Parameter, value: str | None) -> int | str | None:
    """Return the grain.  Raises UsageError unless it is a whole number or ``auto``."""
    if value is None or value == "auto":
        return value
    if _NUMBER.match(value) and int(value) >= 1:
        return int(value)
    raise UsageError(f"--grain {value} makes no sense", "take 1 (exact), 2, 3, … or auto")


def pairs(texts: Iterable[str], option: str) -> dict[str, str]:
    """Return NAME=VALUE texts as a dictionary.  Raises UsageError for a text without ``=``."""
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name or not value:
            raise UsageError(f"{option} {text} is not NAME=VALUE", f"write {option} name=value")
        found[name] = value
    return found


def godebug_of(texts: Iterable[str]) -> dict[str, int]:
    """Return GODEBUG settings.  Raises UsageError for a value that is no number."""
    settings = pairs(texts, "--godebug")
    for name, value in settings.items():
        if not _NUMBER.match(value):
            raise UsageError(f"--godebug {name}={value} is not a number", f"write {name}=1")
    return {name: int(value) for name, value in settings.items()}


def budget_of(wall_s: float) -> Budget:
    """Return the budget of a run from the command line.  Raises UsageError when it is none."""
    if not wall_s > 0:
        raise UsageError(f"--max-seconds {wall_s:g} leaves no time", "take more than 0")
    return Budget(wall_s=wall_s)


_UNTIL = click.option(
    "--until",
    metavar="D",
    callback=_duration,
    help="End at this virtual time, such as 90s "
    "[default: 6m, for a program of yours 10m, or when it ends].",
)
_OPTIONS: Final[dict[str, Any]] = {"until": _UNTIL}
"""The options that not every command has, by name."""

_RUN_OPTIONS = (
    click.option("--gomod", metavar="V", help="The go line of go.mod [default: like --go]."),
    click.option("--godebug", metavar="K=V", multiple=True, help="asynctimerchan=0, 1 or 2."),
    click.option(
        "--procs", metavar="N", type=int, default=1, show_default=True, help="GOMAXPROCS."
    ),
    click.option(
        "--seed", metavar="N", type=int, default=1, show_default=True, help="The seed of chance."
    ),
    click.option(
        "--set",
        "settings",
        metavar="NAME=VALUE",
        multiple=True,
        help="A parameter (see gosim list -v), or a constant or variable of your own program.",
    ),
    _UNTIL,
    click.option(
        "--sample",
        metavar="D",
        callback=_duration,
        help="Sample the series once in this virtual time [default: some 600 samples].",
    ),
    click.option(
        "--grain",
        metavar="N|auto",
        callback=_grain,
        help="How many passes one pass of a free-running loop stands for; 1 is exact, and auto"
        " doubles it as the run grows [default: auto if it runs freely, else 1].",
    ),
    click.option(
        "--costs",
        type=click.Choice(["go", "free"]),
        default="go",
        show_default=True,
        help="Operations cost what they cost in Go, or nothing.",
    ),
    click.option(
        "--max-seconds",
        metavar="S",
        type=float,
        default=300.0,
        show_default=True,
        help="Stop after so many seconds of yours, and keep what there is.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No summary and no progress."),
)


def gogc_of(text: str) -> int | None:
    """Return GOGC, None for off.  Raises UsageError unless it is a percentage that Go takes."""
    if text == "off":
        return None
    if _PERCENT.match(text) and int(text) <= GOGC_MAX:
        return int(text)
    raise UsageError(
        f"--gogc {shortened(text)} makes no sense",
        f"take a percentage such as 100, up to {GOGC_MAX}, or off",
    )


def _gogc(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    return gogc_of(value)


def _bytes(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Return GOMEMLIMIT in bytes; None for off.  Go: readGOMEMLIMIT."""
    return None if value in (None, "off") else parse_bytes(str(value))


_SIZE_OPTIONS = (
    click.option(
        "--gogc", metavar="N|off", default="100", show_default=True, callback=_gogc, help="GOGC."
    ),
    click.option(
        "--memory-limit", metavar="B|off", callback=_bytes, help="GOMEMLIMIT, such as 64MiB."
    ),
)


def size_options(command: Command) -> Command:
    """Add the options that say how the collector is set."""
    return reduce(lambda made, option: option(made), reversed(_SIZE_OPTIONS), command)


def run_options(command: Command) -> Command:
    """Add the options that say how to run."""
    return run_options_without("")(command)


def run_options_without(name: str) -> Callable[[Command], Command]:
    """Return what adds the options that say how to run, but for one."""
    options = (*_RUN_OPTIONS[:-2], *_SIZE_OPTIONS, *_RUN_OPTIONS[-2:])

    def add(command: Command) -> Command:
        return reduce(lambda made, option: option(made), reversed(chosen), command)

    chosen = [option for option in options if option is not _OPTIONS.get(name)]
    return add


def versions_of(text: str | None) -> list[str]:
    """Return the versions of a comma-separated list, each once; without one, the default.

    Raises UsageError for a list without a version.
    """
    if text is None:
        return [DEFAULT]
    versions = [part.strip() for part in text.split(",") if part.strip()]
    if not versions:
        raise UsageError(f"--go {text!r} names no version", "write --go 1.22,1.23")
    return list(dict.fromkeys(versions))
