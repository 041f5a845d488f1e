"""Package bytes.

Models   bytes/bytes.go, bytes/buffer.go, bytes/reader.go of Go 1.22.
Read     gosim.golang.lib.texts first: bytes.X(p) is strings.X of the bytes as a string.
Leaves out   aliasing of results with their operand.

>>> text_of(Join(slice_of([_slice("a"), _slice("b")]), _slice("-")))
'a-b'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.lib import texts
from gosim.golang.lib.buffer_text import BUFFER
from gosim.golang.lib.goerrors import New
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.lib.readers_text import reader
from gosim.golang.values import NIL_SLICE, Slice, decode_rune, slice_of, to_bytes

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

import ("errors"; "io"; "iter"; "unicode/utf8")

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
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			line := s
			if i := IndexByte(s, '\\n'); i >= 0 {
				line, s = s[:i+1:i+1], s[i+1:]
			} else {
				s = nil
			}
			if !yield(line) {
				return
			}
		}
	}
}
func each(parts [][]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, part := range parts {
			if !yield(part) {
				return
			}
		}
	}
}
func SplitSeq(s, sep []byte) iter.Seq[[]byte]      { return each(Split(s, sep)) }
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return each(SplitAfter(s, sep)) }
func FieldsSeq(s []byte) iter.Seq[[]byte]          { return each(Fields(s)) }
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] { return each(FieldsFunc(s, f)) }
"""
    + BUFFER
    + reader(
        {
            "TEXT": "[]byte",
            "PACKAGE": "bytes",
            "WHAT": "slice",
            "DECODE": "DecodeRune",
            "PUT(rest)": "w.Write(rest)",
            "WROTE": "Write",
        }
    )
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


ErrTooLarge: Final = New("bytes.Buffer: too large")

SINCE: Final = dict.fromkeys(
    ("Lines", "SplitSeq", "SplitAfterSeq", "FieldsSeq", "FieldsFuncSeq"), 24
)
"""The minor version in which a name appeared."""
