"""Package syscall: the numbers of signals and errors.

Models   syscall/syscall_unix.go of Go 1.22: Signal, Errno.
Read     gosim.golang.lib.gosignal next.
Leaves out   every call into the system.
"""

from __future__ import annotations

from typing import Final

_ERRNOS: Final = {
    "EPERM": (1, "operation not permitted"),
    "ENOENT": (2, "no such file or directory"),
    "EINTR": (4, "interrupted system call"),
    "EIO": (5, "input/output error"),
    "EBADF": (9, "bad file descriptor"),
    "EAGAIN": (11, "resource temporarily unavailable"),
    "ENOMEM": (12, "cannot allocate memory"),
    "EACCES": (13, "permission denied"),
    "EBUSY": (16, "device or resource busy"),
    "EEXIST": (17, "file exists"),
    "ENOTDIR": (20, "not a directory"),
    "EISDIR": (21, "is a directory"),
    "EINVAL": (22, "invalid argument"),
    "ENFILE": (23, "too many open files in system"),
    "EMFILE": (24, "too many open files"),
    "ENOSPC": (28, "no space left on device"),
    "EPIPE": (32, "broken pipe"),
    "ENOSYS": (38, "function not implemented"),
    "ENOTEMPTY": (39, "directory not empty"),
    "EADDRINUSE": (98, "address already in use"),
    "ENETUNREACH": (101, "network is unreachable"),
    "ECONNABORTED": (103, "software caused connection abort"),
    "ECONNRESET": (104, "connection reset by peer"),
    "ENOTCONN": (107, "transport endpoint is not connected"),
    "ETIMEDOUT": (110, "connection timed out"),
    "ECONNREFUSED": (111, "connection refused"),
    "EHOSTUNREACH": (113, "no route to host"),
}
"""Linux's numbers of errors, those that programs compare with, and what they say."""

API: Final = """
package syscall

import ("io/fs"; "strconv")

type Errno uintptr

const (
ERRNOS)

func message(e int) string
func (e Errno) Error() string {
	if text := message(int(e)); text != "" {
		return text
	}
	return "errno " + strconv.Itoa(int(e))
}
func (e Errno) Is(target error) bool {
	switch target {
	case fs.ErrPermission:
		return e == EACCES || e == EPERM
	case fs.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case fs.ErrNotExist:
		return e == ENOENT
	}
	return false
}
func (e Errno) Temporary() bool { return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout() }
func (e Errno) Timeout() bool   { return e == EAGAIN || e == ETIMEDOUT }

type Signal int

const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGUSR2 Signal = 12
	SIGPIPE Signal = 13
	SIGALRM Signal = 14
	SIGTERM Signal = 15
)

func (s Signal) Signal() {}

func name(s int) string {
	switch s {
	case 1:
		return "hangup"
	case 2:
		return "interrupt"
	case 3:
		return "quit"
	case 9:
		return "killed"
	case 10:
		return "user defined signal 1"
	case 12:
		return "user defined signal 2"
	case 13:
		return "broken pipe"
	case 14:
		return "alarm clock"
	case 15:
		return "terminated"
	}
	return ""
}

func digits(n int) string {
	if n < 0 {
		return "-" + digits(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + digits(n%10)
}

func (s Signal) String() string {
	if text := name(int(s)); text != "" {
		return text
	}
	return "signal " + digits(int(s))
}
""".replace(
    "ERRNOS", "".join(f"\t{name} = Errno({number})\n" for name, (number, _) in _ERRNOS.items())
)


def message(number: int) -> str:
    """Return what the error says; an empty string for one that is not known here."""
    return dict(_ERRNOS.values()).get(number, "")
