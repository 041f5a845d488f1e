"""Package os: the streams, exit, arguments and environment of a process that has no others.

Models   os/proc.go, os/env.go, os/file.go of Go 1.22.
Read     gosim.golang.values first.
Leaves out   files, processes, users: a program cannot reach the machine.  Standard input is at
             its end, the environment is empty at first, os.Args has the program's name alone.

>>> Getenv("HOME"), LookupEnv("HOME"), Args.items()
('', ('', False), ['main'])
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NoReturn

from gosim.golang.lib.goerrors import New
from gosim.golang.lib.goio import EOF
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.lib.perrun import per_run
from gosim.golang.values import Exit as ExitRun
from gosim.golang.values import Native, Slice, slice_of, write_stderr, write_stdout

API: Final = """
package os

import "syscall"

var Args []string
var Stdin *File
var Stdout *File
var Stderr *File
var ErrInvalid error
var ErrNotExist error
var ErrExist error
var ErrPermission error
var ErrDeadlineExceeded error
var ErrClosed error
var ErrProcessDone error

type Signal interface {
	String() string
	Signal()
}
var Interrupt Signal = syscall.SIGINT
var Kill Signal = syscall.SIGKILL

func Exit(code int)
func Getenv(key string) string
func LookupEnv(key string) (string, bool)
func Setenv(key, value string) error
func Unsetenv(key string) error
func Environ() []string
func Getpid() int
func Hostname() (name string, err error)

type File struct{}
func (f *File) Name() string
func (f *File) Close() error
func (f *File) Sync() error
func (f *File) Read(b []byte) (n int, err error)
func (f *File) Write(b []byte) (n int, err error)
func (f *File) WriteString(s string) (n int, err error)
"""

ErrInvalid: Final = New("invalid argument")
ErrNotExist: Final = New("file does not exist")
ErrExist: Final = New("file already exists")
ErrPermission: Final = New("permission denied")
ErrDeadlineExceeded: Final = New("i/o timeout")
ErrClosed: Final = New("file already closed")
ErrProcessDone: Final = New("os: process already finished")


class File(Native):
    """One of the three standard streams."""

    __slots__ = ("name", "write")

    def __init__(self, name: str = "", write: Callable[[str], None] | None = None) -> None:
        self.name, self.write = name, write

    def write_text_(self, s: str) -> tuple[int, Any]:
        """Write a string."""
        if self.write is None:
            return 0, New(f"write {self.name}: bad file descriptor")
        self.write(s)
        return len(s), None

    WriteString = write_text_

    def Write(self, b: Slice) -> tuple[int, Any]:
        """Write bytes."""
        return self.write_text_(text_of(b))

    def Read(self, b: Slice) -> tuple[int, Any]:
        """Find nothing: the input is at its end."""
        return 0, EOF

    def Name(self) -> str:
        """Return its path."""
        return self.name

    def Close(self) -> None:
        """Do nothing."""

    def Sync(self) -> None:
        """Do nothing."""


Args: Final = slice_of(["main"])
Stdin: Final = File("/dev/stdin")
Stdout: Final = File("/dev/stdout", write_stdout)
Stderr: Final = File("/dev/stderr", write_stderr)

_environment: Callable[[], dict[str, str]]


class _Environment(dict[str, str]):
    """The variables of one run."""


_environment = per_run(_Environment)


def Exit(code: int) -> NoReturn:
    """End the program at once; deferred calls do not run."""
    raise ExitRun(code)


def Getenv(key: str) -> str:
    """Return the variable, or an empty string."""
    return _environment().get(key, "")


def LookupEnv(key: str) -> tuple[str, bool]:
    """Return the variable, and whether it is set."""
    return Getenv(key), key in _environment()


def Setenv(key: str, value: str) -> None:
    """Set the variable."""
    _environment()[key] = value


def Unsetenv(key: str) -> None:
    """Forget the variable."""
    _environment().pop(key, None)


def Environ() -> Slice:
    """Return all variables."""
    return slice_of([f"{key}={value}" for key, value in _environment().items()])


def Getpid() -> int:
    """Return a number."""
    return 1


def Hostname() -> tuple[str, None]:
    """Return a name."""
    return "gosim", None
