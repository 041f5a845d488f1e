"""The options that several commands share, and how their values are read.

Models   nothing in Go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, TypeVar

import click

from gosim.errors import UsageError
from gosim.kernel import Budget
from gosim.units import parse_duration
from gosim.versions import DEFAULT

Command = TypeVar("Command", bound=Callable[..., Any])


def _duration(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Return nanoseconds.  Raises UsageError unless it is longer than zero."""
    if value is None:
        return None
    duration = parse_duration(value)
    if duration <= 0:
        raise UsageError(f"{param.opts[0]} {value} is not a time to run", "take more than 0")
    return duration


def _grain(ctx: click.Context, param: click.Parameter, value: str | None) -> int | str | None:
    """Return the grain.  Raises UsageError unless it is a whole number or ``auto``."""
    if value is None or value == "auto":
        return value
    if value.isascii() and value.isdigit() and int(value) >= 1:
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
        if not value.lstrip("-").isdigit():
            raise UsageError(f"--godebug {name}={value} is not a number", f"write {name}=1")
    return {name: int(value) for name, value in settings.items()}


def budget_of(wall_s: float) -> Budget:
    """Return the budget of a run from the command line.  Raises UsageError when it is none."""
    if not wall_s > 0:
        raise UsageError(f"--max-seconds {wall_s:g} leaves no time", "take more than 0")
    return Budget(wall_s=wall_s)


_RUN_OPTIONS = (
    click.option("--gomod", metavar="V", help="The go line of go.mod [default: like --go]."),
    click.option("--godebug", metavar="K=V", multiple=True, help="asynctimerchan=0, 1 or 2."),
    click.option(
        "--procs", metavar="N", type=int, default=1, show_default=True, help="GOMAXPROCS."
    ),
    click.option("--seed", metavar="N", type=int, default=1, show_default=True, help="Of chance."),
    click.option(
        "--set",
        "settings",
        metavar="NAME=VALUE",
        multiple=True,
        help="A parameter: see gosim list -v.",
    ),
    click.option(
        "--until", metavar="D", callback=_duration, help="End at this virtual time, as 90s."
    ),
    click.option("--sample", metavar="D", callback=_duration, help="The step of the series."),
    click.option(
        "--grain",
        metavar="N|auto",
        callback=_grain,
        help="Passes that one pass of a free-running loop stands for; 1 is exact.",
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


def run_options(command: Command) -> Command:
    """Add the options that say how to run."""
    return reduce(lambda made, option: option(made), reversed(_RUN_OPTIONS), command)


def versions_of(text: str | None) -> list[str]:
    """Return the versions of a comma-separated list; without one, the default."""
    return [part.strip() for part in text.split(",") if part.strip()] if text else [DEFAULT]
