"""Package syscall: the numbers of signals.

Models   syscall/syscall_unix.go of Go 1.22: Signal.
Read     gosim.golang.lib.gosignal next.
Leaves out   every call into the system.
"""

from __future__ import annotations

from typing import Final

API: Final = """
package syscall

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
"""
