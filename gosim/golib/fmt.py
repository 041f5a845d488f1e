"""Package fmt: writing to standard output.

Models   fmt/print.go: Println, Sprintln, for the values that scenarios print.
Read     nothing first.
Leaves out   formats and verbs.
"""

from __future__ import annotations

from gosim.kernel import running
from gosim.units import format_float


def Sprintln(*values: object) -> str:
    """Return the values as Println writes them.

    >>> Sprintln("ok", True, None, 3)
    'ok true <nil> 3\\n'
    """
    return " ".join(_text(value) for value in values) + "\n"


def Println(*values: object) -> None:
    """Write the values to the program's standard output, with spaces between and a newline."""
    p = running.p
    p.kernel.write(p, Sprintln(*values))


def _text(value: object) -> str:
    if value is None:
        return "<nil>"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format_float(value)
    if isinstance(value, (list, tuple)):
        return "[" + " ".join(_text(item) for item in value) + "]"
    return str(value)
