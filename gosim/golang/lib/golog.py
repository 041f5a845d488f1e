"""Package log: lines with the virtual time, to standard error.

Models   log/log.go of Go 1.22.
Read     gosim.golang.lib.gofmt and gosim.golang.values.stacks first.
Leaves out   slog; the files of a program that has several: a line is said to be in the first.

>>> head("app: ", 3, (2009, 11, 10, 23, 0, 3, 5_000_000), "")
'app: 2009/11/10 23:00:03 '
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib.dates import civil
from gosim.golang.values.stacks import calls_now
from gosim.kernel import running

_BOTH: Final = {
    "Print(v ...any)": "output(2, fmt.Sprint(v...))",
    "Printf(format string, v ...any)": "output(2, fmt.Sprintf(format, v...))",
    "Println(v ...any)": "output(2, fmt.Sprintln(v...))",
    "Fatal(v ...any)": "fatal(fmt.Sprint(v...))",
    "Fatalf(format string, v ...any)": "fatal(fmt.Sprintf(format, v...))",
    "Fatalln(v ...any)": "fatal(fmt.Sprintln(v...))",
    "Panic(v ...any)": "panics(fmt.Sprint(v...))",
    "Panicf(format string, v ...any)": "panics(fmt.Sprintf(format, v...))",
    "Panicln(v ...any)": "panics(fmt.Sprintln(v...))",
    "SetFlags(flag int)": "setFlags(flag)",
    "SetPrefix(prefix string)": "setPrefix(prefix)",
    "SetOutput(w io.Writer)": "setOutput(w)",
    "Flags() int": "flag",
    "Prefix() string": "prefix",
    "Writer() io.Writer": "out",
    "Output(calldepth int, s string) error": "output(calldepth, s)",
}
"""What a Logger does, and the package for its standard Logger."""


def _declared(head: str, does: str) -> str:
    result = "return " if head.endswith(("int", "string", "io.Writer", "error")) else ""
    return f"func (l *Logger) {head} {{ {result}l.{does} }}\nfunc {head} {{ {result}std.{does} }}\n"


API: Final = """
package log

import ("fmt"; "io"; "os"; "sync")

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

type Logger struct {
	mu     sync.Mutex
	prefix string
	flag   int
	out    io.Writer
}

var std = New(os.Stderr, "", LstdFlags)

func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}
func Default() *Logger { return std }

func (l *Logger) output(depth int, s string) error {
	text := line(l.prefix, l.flag, depth, s)
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := fmt.Fprint(l.out, text)
	return err
}
func line(prefix string, flag, depth int, s string) string
func (l *Logger) fatal(s string) {
	l.output(3, s)
	os.Exit(1)
}
func (l *Logger) panics(s string) {
	l.output(3, s)
	panic(s)
}
func (l *Logger) setFlags(flag int)        { l.flag = flag }
func (l *Logger) setPrefix(prefix string)  { l.prefix = prefix }
func (l *Logger) setOutput(w io.Writer)    { l.out = w }
""" + "".join(_declared(head, does) for head, does in _BOTH.items())

_DATE, _TIME, _MICROSECONDS, _LONG_FILE, _SHORT_FILE, _UTC, _MESSAGE_PREFIX = (
    1 << bit for bit in range(7)
)


def line(prefix: str, flags: int, depth: int, message: str) -> str:
    """Return the message as a line; who called stands so deep in the stack."""
    place = ""
    if flags & (_LONG_FILE | _SHORT_FILE):
        calls = calls_now()[depth:]
        place = f"{calls[0].file}:{calls[0].line}: " if calls else "???:0: "
    before = head(prefix, flags, civil(running.p.now), place)
    return before + message + ("" if message.endswith("\n") else "\n")


def head(prefix: str, flags: int, at: tuple[int, int, int, int, int, int, int], place: str) -> str:
    """Return what stands before a message.  Go: formatHeader."""
    year, month, day, hour, minute, second, nanosecond = at
    text = "" if flags & _MESSAGE_PREFIX else prefix
    if flags & _DATE:
        text += f"{year:04d}/{month:02d}/{day:02d} "
    if flags & (_TIME | _MICROSECONDS):
        text += f"{hour:02d}:{minute:02d}:{second:02d}"
        text += f".{nanosecond // 1000:06d} " if flags & _MICROSECONDS else " "
    return text + place + (prefix if flags & _MESSAGE_PREFIX else "")
