"""What a caller in Python passes as an option, read and checked.

Models   nothing in Go.

Durations and sizes may be written as in Go:

>>> duration("until", "5s"), size("memory_limit", "64MiB"), whole("seed", 3)
(5000000000, 67108864, 3)
>>> whole("seed", "x")
Traceback (most recent call last):
gosim.errors.UsageError: seed='x' is not a whole number; write one, such as seed=1
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gosim.errors import UsageError
from gosim.units import MAX_BYTES, parse_bytes, parse_duration


def text(name: str, value: Any, example: str) -> None:
    """Raise UsageError unless an option is text."""
    if not isinstance(value, str):
        raise UsageError(f"{name}={value!r} is not text", f'write {name}="{example}"')


def whole(name: str, value: Any, example: int = 1) -> int:
    """Return a whole number.  Raises UsageError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError(
            f"{name}={value!r} is not a whole number", f"write one, such as {name}={example}"
        )
    return value


def duration(name: str, value: Any) -> int | None:
    """Return nanoseconds from a number of them, or from text.  Raises UsageError."""
    if value is None:
        return None
    if isinstance(value, str):
        return parse_duration(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError(
            f"{name}={value!r} is not a duration", f'write {name}="5s", or whole nanoseconds'
        )
    return int(value)


def size(name: str, value: Any) -> int | None:
    """Return bytes from a number of them, or from text; None is no limit.  Raises UsageError."""
    if value in (None, "off"):
        return None
    if isinstance(value, str):
        return parse_bytes(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_BYTES:
        raise UsageError(
            f"{name}={value!r} is not a size", f'write {name}="64MiB", or whole bytes; None is off'
        )
    return value


def percentage(name: str, value: Any) -> int | None:
    """Return GOGC; None is off.  Raises UsageError for what is neither."""
    if value in (None, "off"):
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UsageError(f"{name}={value!r} makes no sense", f"write {name}=100; None is off")
    return value


def names_and_numbers(name: str, value: Any) -> None:
    """Raise UsageError unless an option is a dictionary of whole numbers, or None."""
    if value is None:
        return
    if not isinstance(value, Mapping):
        raise UsageError(
            f"{name}={value!r} is not a dictionary", f'write {name}={{"asynctimerchan": 1}}'
        )
    for key, number in value.items():
        whole(f"{name}[{key!r}]", number)
