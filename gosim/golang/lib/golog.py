"""Package log: lines with the virtual time, to standard error.

Models   log/log.go of Go 1.22.
Read     gosim.golang.lib.gofmt first.
Leaves out   slog; the files of a program that has several: a line is said to be in the first.

>>> prefix_and_time("app: ", 3, (2009, 11, 10, 23, 0, 3, 5_000_000))
'app: 2009/11/10 23:00:03 '
"""

from __future__ import annotations

import sys
from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golang.lib.dates import civil
from gosim.golang.lib.fmt_printer import sprint, sprintf, sprintln
from gosim.golang.lib.gofmt import write_to
from gosim.golang.lib.goos import Stderr
from gosim.golang.lib.perrun import per_run
from gosim.golang.values import Exit, Native
from gosim.kernel import running

_METHODS: Final = """
Print(v ...any) | Printf(format string, v ...any) | Println(v ...any)
Fatal(v ...any) | Fatalf(format string, v ...any) | Fatalln(v ...any)
Panic(v ...any) | Panicf(format string, v ...any) | Panicln(v ...any)
Flags() int | SetFlags(flag int) | Prefix() string | SetPrefix(prefix string)
SetOutput(w io.Writer) | Writer() io.Writer | Output(calldepth int, s string) error
"""
NAMES: Final = [entry.strip() for line in _METHODS.split("\n") for entry in line.split("|") if line]

API: Final = """
package log

import "io"

const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

type Logger struct{}
func New(out io.Writer, prefix string, flag int) *Logger
func Default() *Logger
""" + "".join(f"func (l *Logger) {entry}\nfunc {entry}\n" for entry in NAMES)

_DATE, _TIME, _MICROSECONDS, _LONG_FILE, _SHORT_FILE, _UTC, _MESSAGE_PREFIX = (
    1 << bit for bit in range(7)
)


def caller() -> str:
    """Return file and line of the Go code that is running.  Go: runtime.Caller."""
    frame = sys._getframe()
    while not frame.f_code.co_filename.endswith(".go"):
        if frame.f_back is None:
            return "???:0"
        frame = frame.f_back
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"


def prefix_and_time(prefix: str, flags: int, at: tuple[int, int, int, int, int, int, int]) -> str:
    """Return what stands before a message.  Go: formatHeader."""
    year, month, day, hour, minute, second, nanosecond = at
    text = "" if flags & _MESSAGE_PREFIX else prefix
    if flags & _DATE:
        text += f"{year:04d}/{month:02d}/{day:02d} "
    if flags & (_TIME | _MICROSECONDS):
        text += f"{hour:02d}:{minute:02d}:{second:02d}"
        text += f".{nanosecond // 1000:06d} " if flags & _MICROSECONDS else " "
    if flags & (_LONG_FILE | _SHORT_FILE):
        text += f"{caller()}: "
    return text + (prefix if flags & _MESSAGE_PREFIX else "")


class Logger(Native):
    """Where lines go, and what stands before them."""

    __slots__ = ("flags", "out", "prefix")

    def __init__(self, out: Any = Stderr, prefix: str = "", flags: int = _DATE | _TIME) -> None:
        self.out, self.prefix, self.flags = out, prefix, flags

    def line(self, message: str) -> str:
        """Return the message as a line."""
        before = prefix_and_time(self.prefix, self.flags, civil(running.p.now))
        return before + message + ("" if message.endswith("\n") else "\n")

    def Output(self, calldepth: int, message: str) -> Any:
        """Write a line."""
        return write_to(self.out, self.line(message))[1]

    def Print(self, *v: Any) -> None:
        """Write a line as Sprint does."""
        self.Output(2, sprint(*v))

    def Printf(self, format: str, *v: Any) -> None:  # noqa: A002  Go's name
        """Write a line as Sprintf does."""
        self.Output(2, sprintf(format, *v))

    def Println(self, *v: Any) -> None:
        """Write a line as Sprintln does."""
        self.Output(2, sprintln(*v))

    def Fatal(self, *v: Any) -> None:
        """Write a line and exit."""
        self._fatal(sprint(*v))

    def Fatalf(self, format: str, *v: Any) -> None:  # noqa: A002  Go's name
        """Write a line and exit."""
        self._fatal(sprintf(format, *v))

    def Fatalln(self, *v: Any) -> None:
        """Write a line and exit."""
        self._fatal(sprintln(*v))

    def _fatal(self, message: str) -> None:
        self.Output(2, message)
        raise Exit(1)

    def Panic(self, *v: Any) -> None:
        """Write a line and panic with it."""
        self._panic(sprint(*v))

    def Panicf(self, format: str, *v: Any) -> None:  # noqa: A002  Go's name
        """Write a line and panic with it."""
        self._panic(sprintf(format, *v))

    def Panicln(self, *v: Any) -> None:
        """Write a line and panic with it."""
        self._panic(sprintln(*v))

    def _panic(self, message: str) -> None:
        self.Output(2, message)
        raise GoPanic(message)

    def Flags(self) -> int:
        """Return the flags."""
        return self.flags

    def SetFlags(self, flags: int) -> None:
        """Set the flags."""
        self.flags = flags

    def Prefix(self) -> str:
        """Return the prefix."""
        return self.prefix

    def SetPrefix(self, prefix: str) -> None:
        """Set the prefix."""
        self.prefix = prefix

    def SetOutput(self, w: Any) -> None:
        """Say where lines go."""
        self.out = w

    def Writer(self) -> Any:
        """Return where lines go."""
        return self.out


_standard = per_run(Logger)


def Default() -> Logger:
    """Return the logger of the package's functions."""
    return _standard()


def New(out: Any, prefix: str, flags: int) -> Logger:
    """Return a new logger."""
    return Logger(out, prefix, flags)


def _of_package(name: str) -> Any:
    def function(*args: Any) -> Any:
        return getattr(_standard(), name)(*args)

    return function


implementations: Final = {
    name: _of_package(name) for name in (entry.partition("(")[0] for entry in NAMES)
}
