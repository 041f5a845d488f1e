"""Package fmt: formatted output, and reading the simplest input.

Models   fmt/print.go, fmt/errors.go, fmt/scan.go of Go 1.22.
Read     gosim.golang.lib.fmt_printer first.
Leaves out   a Fscanf whose format has several lines.

>>> e = Errorf("open %s: %w", "a.txt", goerrors.New("denied"))
>>> e.Error(), goerrors.Unwrap(e).Error()
('open a.txt: denied', 'denied')
"""

from __future__ import annotations

from typing import Any, ClassVar

from gosim.golang.lib import goerrors
from gosim.golang.lib.fmt_printer import Directives, sprint, sprintf, sprintln
from gosim.golang.lib.fmt_scan import Sscan, Sscanf, Sscanln
from gosim.golang.lib.fmt_state import FormatString
from gosim.golang.lib.fmt_state import State as pp  # noqa: N813  Go's name
from gosim.golang.lib.unicodes import is_space as isSpace  # noqa: N812
from gosim.golang.types.gotypes import (
    ERROR,
    STRING,
    UINT8,
    Field,
    Named,
    Signature,
    Slice,
    Struct,
)
from gosim.golang.values import call, extend, slice_of, to_bytes, write_stdout

__all__ = ["FormatString", "Sscan", "Sscanf", "Sscanln", "isSpace", "pp"]

API = """
package fmt

import ("errors"; "io"; "unicode/utf8")

type Stringer interface { String() string }
type GoStringer interface { GoString() string }
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}
type Formatter interface { Format(f State, verb rune) }
type pp struct{}
func (p *pp) Write(b []byte) (n int, err error)
func (p *pp) WriteString(s string) (n int, err error)
func (p *pp) Width() (wid int, ok bool)
func (p *pp) Precision() (prec int, ok bool)
func (p *pp) Flag(b int) bool

func Print(a ...any) (n int, err error)
func Println(a ...any) (n int, err error)
func Printf(format string, a ...any) (n int, err error)
func Sprint(a ...any) string
func Sprintln(a ...any) string
func Sprintf(format string, a ...any) string
func Fprint(w io.Writer, a ...any) (n int, err error) { return put(w, Sprint(a...)) }
func Fprintln(w io.Writer, a ...any) (n int, err error) { return put(w, Sprintln(a...)) }
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return put(w, Sprintf(format, a...))
}
func put(w io.Writer, s string) (n int, err error) {
	if takesText(w) {
		return putText(w, s)
	}
	return w.Write([]byte(s))
}
func takesText(w io.Writer) bool
func putText(w io.Writer, s string) (n int, err error)
func Append(b []byte, a ...any) []byte
func Appendln(b []byte, a ...any) []byte
func Appendf(b []byte, format string, a ...any) []byte
func Errorf(format string, a ...any) error
func FormatString(state State, verb rune) string
type noInput struct{}
func (noInput) Read(p []byte) (int, error) { return 0, io.EOF }
func isSpace(r rune) bool

func Scan(a ...any) (n int, err error)                  { return Fscan(noInput{}, a...) }
func Scanln(a ...any) (n int, err error)                { return Fscanln(noInput{}, a...) }
func Scanf(format string, a ...any) (n int, err error)  { return Fscanf(noInput{}, format, a...) }
func Fscan(r io.Reader, a ...any) (n int, err error)    { return scan(runesOf(r), false, a) }
func Fscanln(r io.Reader, a ...any) (n int, err error)  { return scan(runesOf(r), true, a) }
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	from := runesOf(r)
	text := ""
	whole := len(format) > 0 && format[len(format)-1] == '\\n'
	for {
		c, _, err := from.ReadRune()
		if err != nil {
			break
		}
		if c == '\\n' && !whole {
			from.UnreadRune()
			break
		}
		text += string(c)
		if c == '\\n' {
			break
		}
	}
	return Sscanf(text, format, a...)
}

type byBytes struct {
	r      io.Reader
	last   rune
	size   int
	unread bool
}

func runesOf(r io.Reader) io.RuneScanner {
	if runes, ok := r.(io.RuneScanner); ok {
		return runes
	}
	return &byBytes{r: r}
}
func (b *byBytes) ReadRune() (rune, int, error) {
	if b.unread {
		b.unread = false
		return b.last, b.size, nil
	}
	var held [utf8.UTFMax]byte
	n := 0
	for n < len(held) && (n == 0 || !utf8.FullRune(held[:n])) {
		m, err := io.ReadFull(b.r, held[n:n+1])
		if n += m; err != nil {
			if n == 0 {
				return 0, 0, err
			}
			break
		}
	}
	b.last, b.size = utf8.DecodeRune(held[:n])
	return b.last, b.size, nil
}
func (b *byBytes) UnreadRune() error {
	b.unread = true
	return nil
}

func scan(from io.RuneScanner, line bool, a []any) (n int, err error) {
	for _, target := range a {
		word, err := nextWord(from, line)
		if err != nil {
			return n, err
		}
		if _, err = Sscan(word, target); err != nil {
			return n, err
		}
		n++
	}
	for line {
		c, _, err := from.ReadRune()
		if err != nil || c == '\\n' {
			break
		}
		if !isSpace(c) {
			return n, errors.New("expected newline")
		}
	}
	return n, nil
}
func nextWord(from io.RuneScanner, line bool) (word string, err error) {
	for {
		c, _, err := from.ReadRune()
		if err != nil {
			if word != "" {
				return word, nil
			}
			return "", err
		}
		if !isSpace(c) {
			word += string(c)
			continue
		}
		if word != "" {
			return word, from.UnreadRune()
		}
		if c == '\\n' && line {
			return "", errors.New("unexpected newline")
		}
	}
}
func Sscan(str string, a ...any) (n int, err error)
func Sscanln(str string, a ...any) (n int, err error)
func Sscanf(str string, format string, a ...any) (n int, err error)
"""

Sprint, Sprintln, Sprintf = sprint, sprintln, sprintf


def Print(*args: Any) -> tuple[int, None]:
    """Write the operands to standard output."""
    text = sprint(*args)
    write_stdout(text)
    return len(text), None


def Println(*args: Any) -> tuple[int, None]:
    """Write the operands to standard output, with spaces between and a newline."""
    text = sprintln(*args)
    write_stdout(text)
    return len(text), None


def Printf(format: str, *args: Any) -> tuple[int, None]:  # noqa: A002  Go's name
    """Write to standard output as the format says."""
    text = Directives(format, args).run()
    write_stdout(text)
    return len(text), None


def takesText(w: Any) -> bool:
    """Return whether a Writer is written in Python, and takes a string whole."""
    return hasattr(w, "write_text_")


def putText(w: Any, text: str) -> Any:
    """Give the string to such a Writer."""
    return w.write_text_(text)


def write_to(w: Any, text: str) -> Any:
    """Give the Go string to a Writer that does not wait."""
    if takesText(w):
        return putText(w, text)
    return call(w.Write, slice_of(list(to_bytes(text))))


def Append(b: Any, *args: Any) -> Any:
    """Append what Sprint returns."""
    return extend(b, UINT8, list(to_bytes(sprint(*args))))


def Appendln(b: Any, *args: Any) -> Any:
    """Append what Sprintln returns."""
    return extend(b, UINT8, list(to_bytes(sprintln(*args))))


def Appendf(b: Any, format: str, *args: Any) -> Any:  # noqa: A002  Go's name
    """Append what Sprintf returns."""
    return extend(b, UINT8, list(to_bytes(sprintf(format, *args))))


# -- errors -------------------------------------------------------------------------------------


class WrapError:
    """``*fmt.wrapError``: one %w."""

    __slots__ = ("err", "msg", "own_")
    go_type: Any = Named("wrapError", "fmt", Struct((Field("msg", STRING), Field("err", ERROR))))
    signatures: ClassVar[Any] = {"Unwrap": Signature((), (ERROR,))}

    def __init__(self, msg: str, err: Any) -> None:
        self.msg, self.err = msg, err

    def Error(self) -> str:
        """Return its text."""
        return self.msg

    def Unwrap(self) -> Any:
        """Return the operand of %w."""
        return self.err

    def __str__(self) -> str:
        return self.msg


class WrapErrors:
    """``*fmt.wrapErrors``: several %w."""

    __slots__ = ("errs", "msg", "own_")
    go_type: Any = Named(
        "wrapErrors", "fmt", Struct((Field("msg", STRING), Field("errs", Slice(ERROR))))
    )
    signatures: ClassVar[Any] = {"Unwrap": Signature((), (Slice(ERROR),))}

    def __init__(self, msg: str, errs: list[Any]) -> None:
        self.msg, self.errs = msg, slice_of(errs)

    def Error(self) -> str:
        """Return its text."""
        return self.msg

    def Unwrap(self) -> Any:
        """Return the operands of %w."""
        return self.errs

    def __str__(self) -> str:
        return self.msg


def Errorf(format: str, *args: Any) -> Any:  # noqa: A002  Go's name
    """Return an error with that text, which wraps the operands of %w."""
    directives = Directives(format, args, wraps=True)
    text = directives.run()
    wrapped = directives.wrapped
    if not wrapped:
        return goerrors.New(text)
    if len(wrapped) == 1:
        return WrapError(text, _error(args[wrapped[0]]))
    if directives.reordered:
        wrapped = sorted(set(wrapped))
    errors = [_error(args[number]) for number in wrapped]
    return WrapErrors(text, [error for error in errors if error is not None])


def _error(arg: Any) -> Any:
    """Return the operand if it is an error; with any other %w has complained."""
    return arg if arg is not None and hasattr(arg, "Error") else None
