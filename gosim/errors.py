"""The three families of failure, which gosim never mixes.

Models   Go's own distinction of panic, fatal error and a broken runtime.

    GoPanic, GoFatal   the simulated program failed, in Go's words
    UsageError         the user asked for something that cannot be
    ModelError         gosim itself is wrong: an invariant broke

A fatal error cannot be recovered; a panic can, with ``try`` and ``except GoPanic``.

>>> raise GoPanic("close of closed channel")
Traceback (most recent call last):
gosim.errors.GoPanic: close of closed channel
"""

from __future__ import annotations


class GosimError(Exception):
    """The common base, for callers who want to catch everything at once."""


class GoPanic(GosimError):
    """The program panicked.  ``value`` is what Go's ``recover()`` would return.

    `runtime_error` marks the panics that Go raises itself (``runtime.Error`` values).
    """

    def __init__(self, value: object, runtime_error: bool = False) -> None:
        super().__init__(value, runtime_error)
        self.value = value
        self.runtime_error = runtime_error

    def __str__(self) -> str:
        return str(self.value)


class GoFatal(GosimError):
    """The program cannot go on and cannot recover.  Go: ``fatal`` and ``throw``."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text


class UsageError(GosimError, ValueError):
    """The user asked for something that cannot be: what, and what to try instead."""

    def __init__(self, what: str, try_this: str = "") -> None:
        super().__init__(what, try_this)
        self.what = what
        self.try_this = try_this

    def __str__(self) -> str:
        return f"{self.what}; {self.try_this}" if self.try_this else self.what


class ModelError(GosimError):
    """gosim is wrong.  Nothing that follows can be trusted; please report it."""
