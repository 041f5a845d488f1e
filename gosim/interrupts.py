"""An interrupt that comes while gosim is still being imported: a sentence, no traceback.

Models   nothing in Go.

Only for the command line: a library leaves interrupts to the program that imports it.  Python
itself ends the process as an interrupted one ends, with exit code 130 in a shell.
"""

from __future__ import annotations

import sys
from pathlib import PurePath
from types import TracebackType


def say_interrupted() -> None:
    """From now on let an interrupt that nobody catches be said in a sentence."""
    before = sys.excepthook

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) and sys.stderr is not None:
            sys.stderr.write("gosim: interrupted\n")
        else:
            before(kind, error, traceback)

    sys.excepthook = hook


def is_command() -> bool:
    """Return whether this process is the command line: `gosim`, or `python -m gosim`."""
    arguments = getattr(sys, "argv", [""])
    return arguments[0] == "-m" or PurePath(arguments[0]).stem == "gosim"
