"""Package bytes.

Models   bytes/bytes.go, bytes/buffer.go, bytes/reader.go of Go 1.22.
Read     gosim.golang.lib.texts first: bytes.X(p) is strings.X of the bytes as a string.
Leaves out   aliasing of results with their operand; a Buffer's capacity; ReadFrom.

>>> b = Buffer()
>>> b.WriteString("go"), b.WriteByte(33), b.String(), b.ReadByte(), b.Len()
((2, None), None, 'go!', (103, None), 2)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.lib import texts
from gosim.golang.lib.goio import EOF
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.types.gotypes import UINT8
from gosim.golang.values import (
    NIL_SLICE,
    Native,
    Slice,
    copy_items,
    decode_rune,
    rune_string,
    slice_of,
    to_bytes,
)

_TO_BYTES: Final = """
Map(mapping func(rune) rune, s []byte) | Repeat(b []byte, count int)
Replace(s, old, new []byte, n int) | ReplaceAll(s, old, new []byte) | Title(s []byte)
ToLower(s []byte) | ToTitle(s []byte) | ToUpper(s []byte) | Trim(s []byte, cutset string)
ToValidUTF8(s, replacement []byte)
TrimFunc(s []byte, f func(rune) bool) | TrimLeft(s []byte, cutset string)
TrimLeftFunc(s []byte, f func(rune) bool) | TrimPrefix(s, prefix []byte)
TrimRight(s []byte, cutset string) | TrimRightFunc(s []byte, f func(rune) bool)
TrimSpace(s []byte) | TrimSuffix(s, suffix []byte)
"""
_TO_INT: Final = """
Compare(a, b []byte) | Count(s, sep []byte) | Index(s, sep []byte) | IndexByte(b []byte, c byte)
IndexAny(s []byte, chars string) | IndexFunc(s []byte, f func(rune) bool)
IndexRune(s []byte, r rune) | LastIndex(s, sep []byte) | LastIndexByte(s []byte, c byte)
LastIndexAny(s []byte, chars string) | LastIndexFunc(s []byte, f func(rune) bool)
"""
_TO_BOOL: Final = """
Contains(b, sub []byte) | ContainsAny(b []byte, chars string) | ContainsRune(b []byte, r rune)
ContainsFunc(b []byte, f func(rune) bool) | EqualFold(s, t []byte)
HasPrefix(s, prefix []byte) | HasSuffix(s, suffix []byte)
"""


def _entries(table: str) -> list[str]:
    return [entry.strip() for line in table.strip().splitlines() for entry in line.split("|")]


def _declared(table: str, result: str) -> str:
    return "".join(f"func {entry} {result}\n" for entry in _entries(table))


API: Final = (
    """
package bytes

const MinRead = 512

func Clone(b []byte) []byte
func Equal(a, b []byte) bool
func Join(s [][]byte, sep []byte) []byte
func Split(s, sep []byte) [][]byte
func SplitN(s, sep []byte, n int) [][]byte
func SplitAfter(s, sep []byte) [][]byte
func SplitAfterN(s, sep []byte, n int) [][]byte
func Fields(s []byte) [][]byte
func FieldsFunc(s []byte, f func(rune) bool) [][]byte
func CutPrefix(s, prefix []byte) (after []byte, found bool)
func CutSuffix(s, suffix []byte) (before []byte, found bool)
func Cut(s, sep []byte) (before, after []byte, found bool)
func Runes(s []byte) []rune

type Buffer struct{}
func NewBuffer(buf []byte) *Buffer
func NewBufferString(s string) *Buffer
func (b *Buffer) Bytes() []byte
func (b *Buffer) Cap() int
func (b *Buffer) Grow(n int)
func (b *Buffer) Len() int
func (b *Buffer) Next(n int) []byte
func (b *Buffer) Read(p []byte) (n int, err error)
func (b *Buffer) ReadByte() (byte, error)
func (b *Buffer) ReadRune() (r rune, size int, err error)
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error)
func (b *Buffer) ReadString(delim byte) (line string, err error)
func (b *Buffer) Reset()
func (b *Buffer) String() string
func (b *Buffer) Truncate(n int)
func (b *Buffer) Write(p []byte) (n int, err error)
func (b *Buffer) WriteByte(c byte) error
func (b *Buffer) WriteRune(r rune) (n int, err error)
func (b *Buffer) WriteString(s string) (n int, err error)

type Reader struct{}
func NewReader(b []byte) *Reader
func (r *Reader) Len() int
func (r *Reader) Read(b []byte) (n int, err error)
func (r *Reader) ReadByte() (byte, error)
func (r *Reader) ReadRune() (ch rune, size int, err error)
"""
    + _declared(_TO_BYTES, "[]byte")
    + _declared(_TO_INT, "int")
    + _declared(_TO_BOOL, "bool")
)


def _slice(s: str) -> Slice:
    return slice_of(list(to_bytes(s)))


def _parts(found: list[str]) -> Slice:
    return slice_of([_slice(part) for part in found])


def _text(v: Any) -> Any:
    return text_of(v) if isinstance(v, Slice) else v


def _plain(function: Callable[..., Any]) -> Callable[..., Any]:
    def on_bytes(*args: Any) -> Any:
        return function(*map(_text, args))

    return on_bytes


def _sliced(function: Callable[..., Any]) -> Callable[..., Any]:
    def on_bytes(*args: Any) -> Slice:
        return _slice(function(*map(_text, args)))

    return on_bytes


implementations: dict[str, Any] = {}
"""The functions that package strings has too."""

for _table, _wrapper in ((_TO_BYTES, _sliced), (_TO_INT, _plain), (_TO_BOOL, _plain)):
    for _entry in _entries(_table):
        _name = _entry.partition("(")[0]
        implementations[_name] = _wrapper(getattr(texts, _name))


def Clone(b: Slice) -> Slice:
    """Return a copy."""
    return b if b is NIL_SLICE else slice_of(b.items())


def Equal(a: Slice, b: Slice) -> bool:
    """Return whether the bytes are the same."""
    return a.items() == b.items()


def Join(s: Slice, sep: Slice) -> Slice:
    """Return the parts with `sep` between."""
    return _slice(text_of(sep).join(text_of(part) for part in s.items()))


def Split(s: Slice, sep: Slice) -> Slice:
    """Return the parts between `sep`."""
    return SplitN(s, sep, -1)


def SplitN(s: Slice, sep: Slice, n: int) -> Slice:
    """Return at most n parts between `sep`; nil for none at all."""
    return _parts(texts.Split(text_of(s), text_of(sep), n)) if n else NIL_SLICE


def SplitAfter(s: Slice, sep: Slice) -> Slice:
    """Return the parts, each with the `sep` after it."""
    return SplitAfterN(s, sep, -1)


def SplitAfterN(s: Slice, sep: Slice, n: int) -> Slice:
    """Return at most n parts, each with the `sep` after it; nil for none at all."""
    return _parts(texts.Split(text_of(s), text_of(sep), n, keep=True)) if n else NIL_SLICE


def Fields(s: Slice) -> Slice:
    """Return the parts between white space."""
    return _parts(texts.Fields(text_of(s)))


def FieldsFunc(s: Slice, f: Callable[[int], Any]) -> Slice:
    """Return the parts between runes that satisfy f."""
    return _parts(texts.FieldsFunc(text_of(s), f))


def CutPrefix(s: Slice, prefix: Slice) -> tuple[Slice, bool]:
    """Return what follows the prefix, and whether it is there."""
    after, found = texts.CutPrefix(text_of(s), text_of(prefix))
    return (_slice(after), True) if found else (s, False)


def CutSuffix(s: Slice, suffix: Slice) -> tuple[Slice, bool]:
    """Return what precedes the suffix, and whether it is there."""
    before, found = texts.CutSuffix(text_of(s), text_of(suffix))
    return (_slice(before), True) if found else (s, False)


def Cut(s: Slice, sep: Slice) -> tuple[Slice, Slice, bool]:
    """Return what is before and after the first `sep`, and whether there is one."""
    before, after, found = texts.Cut(text_of(s), text_of(sep))
    return (_slice(before), _slice(after), True) if found else (s, NIL_SLICE, False)


def Runes(s: Slice) -> Slice:
    """Return the runes."""
    return slice_of([decode_rune(piece, 0)[0] for piece in texts.pieces(text_of(s))])


class Buffer(Native):
    """Bytes that are written at the end and read at the beginning."""

    __slots__ = ("at", "held")

    def __init__(self, held: list[int] | None = None) -> None:
        self.held: list[int] = [] if held is None else held
        self.at = 0

    def write_text_(self, s: str) -> tuple[int, None]:
        """Append a string."""
        self.held.extend(to_bytes(s))
        return len(s), None

    WriteString = write_text_

    def Write(self, p: Slice) -> tuple[int, None]:
        """Append bytes."""
        self.held.extend(p.items())
        return p.n, None

    def WriteByte(self, c: int) -> None:
        """Append a byte."""
        self.held.append(c)

    def WriteRune(self, r: int) -> tuple[int, None]:
        """Append a rune."""
        return self.write_text_(rune_string(r))

    def Bytes(self) -> Slice:
        """Return what has not been read."""
        return slice_of(self.held[self.at :])

    def String(self) -> str:
        """Return what has not been read."""
        return bytes(self.held[self.at :]).decode("latin-1")

    def Len(self) -> int:
        """Return how much has not been read."""
        return len(self.held) - self.at

    def Cap(self) -> int:
        """Return its capacity, which is not modelled."""
        return len(self.held)

    def Grow(self, n: int) -> None:
        """Promise room for n bytes."""

    def Reset(self) -> None:
        """Make it empty."""
        self.held, self.at = [], 0

    def Truncate(self, n: int) -> None:
        """Keep the first n bytes of what has not been read."""
        del self.held[self.at + n :]

    def Next(self, n: int) -> Slice:
        """Read n bytes, or all there are."""
        part = self.held[self.at : self.at + n]
        self.at += len(part)
        return slice_of(part)

    def Read(self, p: Slice) -> tuple[int, Any]:
        """Read bytes into `p`."""
        if self.Len() == 0:
            self.Reset()
            return 0, None if p.n == 0 else EOF
        return copy_items(p, self.Next(p.n), UINT8), None

    def ReadByte(self) -> tuple[int, Any]:
        """Read a byte."""
        part = self.Next(1)
        return (part.a[0], None) if part.n else (0, EOF)

    def ReadRune(self) -> tuple[int, int, Any]:
        """Read a rune."""
        if self.Len() == 0:
            return 0, 0, EOF
        rune, size = decode_rune(self.String(), 0)
        self.at += size
        return rune, size, None

    def ReadBytes(self, delim: int) -> tuple[Slice, Any]:
        """Read up to and with the delimiter."""
        try:
            end = self.held.index(delim, self.at) + 1
        except ValueError:
            return self.Next(self.Len()), EOF
        return self.Next(end - self.at), None

    def ReadString(self, delim: int) -> tuple[str, Any]:
        """Read up to and with the delimiter."""
        line, error = self.ReadBytes(delim)
        return text_of(line), error


class Reader(Buffer):
    """Reads from a slice of bytes."""

    __slots__ = ()


def NewBuffer(buf: Slice) -> Buffer:
    """Return a Buffer that holds these bytes."""
    return Buffer(buf.items())


def NewBufferString(s: str) -> Buffer:
    """Return a Buffer that holds these bytes."""
    return Buffer(list(to_bytes(s)))


def NewReader(b: Slice) -> Reader:
    """Return a Reader of these bytes."""
    return Reader(b.items())
