"""Functions of the library that are written in Python, as the translator sees them.

Models   nothing in Go.
Read     gosim.golang.lib first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def waits(function: Any) -> bool:
    """Return whether a Python function is a generator function, or returns an operation."""
    if getattr(function, "operation_", False):
        return True
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & 0x20)


def taking_slice(native: Callable[..., Any]) -> Callable[..., Any]:
    """Return a variadic method that is written in Python as one of the program's own."""
    return lambda x, *args: native(x, *args[:-1], *args[-1].items())
