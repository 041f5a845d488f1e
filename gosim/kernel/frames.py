"""Which functions of a program are under way, and at which lines: what a stack trace shows.

Models   runtime/traceback.go of Go 1.22: traceback1, traceback2.
Read     gosim.kernel.goroutine next, gosim.kernel.report for the rest of a report.
Leaves out   arguments and offsets in hexadecimal; functions of Go's own packages.  A deep stack
             is shown as from Go 1.21 on; before, the innermost hundred calls stood there, and
             "...additional frames elided...".

Code that knows what Go calls its functions says so in a global `go_names`, from the qualified
name in Python to Go's; any other frame is gosim's own, and is passed over.  A trace begins with
the innermost call.

>>> calls = [Call("main.main", "prog.go", 9, False), Call("main.f", "prog.go", 4, True)]
>>> print(trace(calls).expandtabs(4), end="")
main.f(...)
    prog.go:4
main.main()
    prog.go:9
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import FrameType, TracebackType
from typing import Any, Final, NamedTuple

SHOWN: Final = 50
"""How many calls of a deep stack are shown at either end.  Go: tracebackInnerFrames."""

PANIC: Final = "panic"
"""The name of what calls the deferred functions of a panic."""


class Call(NamedTuple):
    """A function that is under way."""

    name: str
    file: str
    line: int
    has_arguments: bool


def call_of(frame: FrameType, line: int | None = None) -> Call | None:
    """Return what Go calls this; None for a frame of gosim's own."""
    code = frame.f_code
    name = frame.f_globals.get("go_names", {}).get(code.co_qualname)
    if name is None:
        return None
    file = code.co_filename.rpartition("/")[2]
    return Call(name, file, line or frame.f_lineno, code.co_argcount > 0)


def of_generator(generator: Any) -> list[Call]:
    """Return the calls of a goroutine that waits, the outermost first."""
    calls = []
    while (frame := getattr(generator, "gi_frame", None)) is not None:
        calls.append(call_of(frame))
        generator = generator.gi_yieldfrom
    return [call for call in calls if call is not None]


def of_traceback(traceback: TracebackType | None) -> Iterator[tuple[FrameType, Call | None]]:
    """Return frames and calls from where an exception was caught to where it was raised."""
    while traceback is not None:
        yield traceback.tb_frame, call_of(traceback.tb_frame, traceback.tb_lineno)
        traceback = traceback.tb_next


def of_stack(frame: FrameType | None) -> list[Call]:
    """Return the calls of the goroutine that runs, the outermost first."""
    calls = []
    while frame is not None:
        calls.append(call_of(frame))
        frame = frame.f_back
    return [call for call in reversed(calls) if call is not None]


def trace(calls: Sequence[Call]) -> str:
    """Return the lines of a stack trace.  Go: traceback2."""
    innermost = [_lines(call) for call in reversed(calls)]
    if len(innermost) > 2 * SHOWN:
        elided = f"...{len(innermost) - 2 * SHOWN} frames elided...\n"
        innermost[SHOWN:-SHOWN] = [elided]
    return "".join(innermost)


def users(calls: Iterable[Call]) -> list[Call]:
    """Return those of the program itself: Go's packages have no lines here."""
    return [call for call in calls if call.name.startswith("main.") or call.name == PANIC]


def _lines(call: Call) -> str:
    if call.name == PANIC:
        return "panic(...)\n"
    return f"{call.name}({'...' if call.has_arguments else ''})\n\t{call.file}:{call.line}\n"
