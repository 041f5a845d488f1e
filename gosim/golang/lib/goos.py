"""Package os: the streams, exit, arguments and environment of a process that has no others.

Models   os/proc.go, os/env.go, os/file.go of Go 1.22.
Read     gosim.golang.values first.
Leaves out   files, processes, users: a program cannot reach the machine, and what it opens does
             not exist.  Standard input is at its end, the environment is empty at first, os.Args
             has the program's name alone.

>>> Getenv("HOME"), LookupEnv("HOME"), Args.items()
('', ('', False), ['main'])
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NoReturn

from gosim.golang.lib.goerrors import New
from gosim.golang.lib.gofs import ErrClosed, ErrExist, ErrInvalid, ErrNotExist, ErrPermission
from gosim.golang.lib.goio import EOF
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.lib.perrun import per_run
from gosim.golang.values import Exit as ExitRun
from gosim.golang.values import Native, Slice, slice_of, write_stderr, write_stdout

API: Final = """
package os

import ("io/fs"; "syscall")

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

type PathError = fs.PathError
type FileInfo = fs.FileInfo
type FileMode = fs.FileMode

const (
	O_RDONLY = 0
	O_WRONLY = 1
	O_RDWR   = 2
	O_APPEND = 1024
	O_CREATE = 64
	O_EXCL   = 128
	O_TRUNC  = 512
)

func absent(op, name string) error { return &PathError{op, name, syscall.ENOENT} }
func Open(name string) (*File, error)       { return nil, absent("open", name) }
func ReadFile(name string) ([]byte, error)  { return nil, absent("open", name) }
func Stat(name string) (FileInfo, error)    { return nil, absent("stat", name) }
func Lstat(name string) (FileInfo, error)   { return nil, absent("lstat", name) }
func Remove(name string) error              { return absent("remove", name) }

func cause(err error) error {
	if failed, ok := err.(*PathError); ok {
		return failed.Err
	}
	return err
}
func is(err, target error) bool {
	err = cause(err)
	number, ok := err.(syscall.Errno)
	return err == target || ok && number.Is(target)
}
func IsExist(err error) bool      { return is(err, ErrExist) }
func IsNotExist(err error) bool   { return is(err, ErrNotExist) }
func IsPermission(err error) bool { return is(err, ErrPermission) }
func IsTimeout(err error) bool {
	t, ok := cause(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func ExpandEnv(s string) string { return Expand(s, Getenv) }
func Expand(s string, mapping func(string) string) string {
	expanded := ""
	for s != "" {
		if s[0] != '$' || len(s) == 1 {
			expanded, s = expanded+s[:1], s[1:]
			continue
		}
		name, size := variable(s[1:])
		switch {
		case name != "":
			expanded += mapping(name)
		case size == 0:
			expanded += "$"
		}
		s = s[1+size:]
	}
	return expanded
}
func variable(s string) (name string, size int)

func Clearenv() {
	for _, entry := range Environ() {
		for i := range entry {
			if entry[i] == '=' {
				Unsetenv(entry[:i])
				break
			}
		}
	}
}
func Hostname() (name string, err error)

type File struct{}
func (f *File) Name() string
func (f *File) Close() error
func (f *File) Sync() error
func (f *File) Read(b []byte) (n int, err error)
func (f *File) Write(b []byte) (n int, err error)
func (f *File) WriteString(s string) (n int, err error)
"""

__all__ = ["ErrClosed", "ErrExist", "ErrInvalid", "ErrNotExist", "ErrPermission"]

ErrDeadlineExceeded: Final = New("i/o timeout")
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


_VARIABLE: Final = re.compile(r"\{([^}]*)\}|([*#$@!?\-0-9])|([A-Za-z_][A-Za-z0-9_]*)|(\{)")


def variable(s: str) -> tuple[str, int]:
    """Return the name after a $, and how much of the string it takes.  Go: getShellName."""
    found = _VARIABLE.match(s)
    return (found[1] or found[2] or found[3] or "", found.end()) if found else ("", 0)


def Getpid() -> int:
    """Return a number."""
    return 1


def Hostname() -> tuple[str, None]:
    """Return a name."""
    return "gosim", None
