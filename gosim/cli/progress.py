"""Progress on a terminal: how much of the virtual time is over.  Silent when piped.

Models   nothing in Go.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import click

from gosim.units import SECOND, format_clock

SILENT_S = 1.0
"""A run that is shorter shows nothing."""

EVERY_S = 0.2


class Progress:
    """Shows one line on standard error while a run lasts, and wipes it afterwards."""

    def __init__(self, label: str, quiet: bool) -> None:
        self._label = label
        self._show = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + SILENT_S
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __call__(self, now: int, until: int | None) -> None:
        """Tell that the run is at the instant `now`."""
        if not self._show or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY_S
        self._shown = True
        end = f" of {format_clock(until)}, {100 * now // until} %" if until else ""
        text = f"{self._label}: {format_clock(now // SECOND * SECOND)}{end}"
        click.echo(f"\r\x1b[K{text}", err=True, nl=False)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
