"""Standard output and standard error, which may be closed, full, or left by their reader.

Models   nothing in Go.

A process may be started with a closed stream.  Python then has None in its place, and the next
file that is opened gets its number; so a device that forgets everything takes that.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import click

NAMES = ("stdout", "stderr")


@contextmanager
def opened() -> Iterator[Callable[[], str]]:
    """Let both streams be there; yield a function that says afterwards what was lost."""
    closed = {name: _stand_in(name) for name in NAMES if getattr(sys, name) is None}
    problems: list[str] = []

    def lost() -> str:
        return "; ".join(problems)

    try:
        yield lost
    finally:
        for name in NAMES:
            problem = _lost(closed[name]) if name in closed else _flushed(name)
            if problem:
                problems.append(f"{_long(name)} {problem}")


def tell(text: str) -> None:
    """Say something on standard error, if it takes it."""
    with suppress(OSError, ValueError):
        click.echo(text, err=True)


def _stand_in(name: str) -> io.TextIOWrapper:
    """Put a stream in memory where there is none; its number in the system is taken."""
    with suppress(OSError):
        os.fstat(NAMES.index(name) + 1)
        return _memory(name)
    os.dup2(os.open(os.devnull, os.O_WRONLY), NAMES.index(name) + 1)
    return _memory(name)


def _memory(name: str) -> io.TextIOWrapper:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    setattr(sys, name, stream)
    return stream


def _lost(stream: io.TextIOWrapper) -> str:
    stream.seek(0, io.SEEK_END)
    return "is closed" if stream.tell() else ""


def _flushed(name: str) -> str:
    """Write what is left; if that fails, Python need not try again at its end."""
    try:
        getattr(sys, name).flush()
    except (OSError, ValueError) as error:
        stream = getattr(sys, name)
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):  # Its reader has seen enough.
            return f"cannot be written: {str(getattr(error, 'strerror', '') or error).lower()}"
    return ""


def _long(name: str) -> str:
    return {"stdout": "standard output", "stderr": "standard error"}[name]
