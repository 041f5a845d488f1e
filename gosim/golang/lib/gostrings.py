"""Package strings.

Models   strings/strings.go, builder.go, reader.go, replace.go, iter.go of Go 1.22 to 1.27.
Read     gosim.golang.lib.texts first, where most of the work is done.
Leaves out   SpecialCase, Clone's copy.

>>> b = Builder()
>>> b.WriteString("go"), b.WriteByte(33), b.String(), b.Len()
((2, None), None, 'go!', 3)
"""

from __future__ import annotations

import re
from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golang.lib import texts
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.lib.readers_text import reader
from gosim.golang.values import NIL_SLICE, Native, Slice, go_version, rune_string, slice_of
from gosim.golang.values.allocations import library_buffer, text_in
from gosim.golang.values.containers import grown

API: Final = """
package strings

import ("errors"; "io"; "iter"; "unicode/utf8")

func Clone(s string) string
func Compare(a, b string) int
func Contains(s, substr string) bool
func ContainsAny(s, chars string) bool
func ContainsFunc(s string, f func(rune) bool) bool
func ContainsRune(s string, r rune) bool
func Count(s, substr string) int
func Cut(s, sep string) (before, after string, found bool)
func CutPrefix(s, prefix string) (after string, found bool)
func CutSuffix(s, suffix string) (before string, found bool)
func EqualFold(s, t string) bool
func Fields(s string) []string
func FieldsFunc(s string, f func(rune) bool) []string
func HasPrefix(s, prefix string) bool
func HasSuffix(s, suffix string) bool
func Index(s, substr string) int
func IndexAny(s, chars string) int
func IndexByte(s string, c byte) int
func IndexFunc(s string, f func(rune) bool) int
func IndexRune(s string, r rune) int
func Join(elems []string, sep string) string
func LastIndex(s, substr string) int
func LastIndexAny(s, chars string) int
func LastIndexByte(s string, c byte) int
func LastIndexFunc(s string, f func(rune) bool) int
func Map(mapping func(rune) rune, s string) string
func Repeat(s string, count int) string
func Replace(s, old, new string, n int) string
func ReplaceAll(s, old, new string) string
func Split(s, sep string) []string
func SplitAfter(s, sep string) []string
func SplitAfterN(s, sep string, n int) []string
func SplitN(s, sep string, n int) []string
func Title(s string) string
func ToLower(s string) string
func ToTitle(s string) string
func ToUpper(s string) string
func ToValidUTF8(s, replacement string) string
func Trim(s, cutset string) string
func TrimFunc(s string, f func(rune) bool) string
func TrimLeft(s, cutset string) string
func TrimLeftFunc(s string, f func(rune) bool) string
func TrimPrefix(s, prefix string) string
func TrimRight(s, cutset string) string
func TrimRightFunc(s string, f func(rune) bool) string
func TrimSpace(s string) string
func TrimSuffix(s, suffix string) string

func each(parts []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, part := range parts {
			if !yield(part) {
				return
			}
		}
	}
}

func Lines(s string) iter.Seq[string] {
	parts := SplitAfter(s, "\\n")
	if last := len(parts) - 1; parts[last] == "" {
		parts = parts[:last]
	}
	return each(parts)
}
func SplitSeq(s, sep string) iter.Seq[string] { return each(Split(s, sep)) }
func SplitAfterSeq(s, sep string) iter.Seq[string] { return each(SplitAfter(s, sep)) }
func FieldsSeq(s string) iter.Seq[string] { return each(Fields(s)) }
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] { return each(FieldsFunc(s, f)) }

type Builder struct{}
func (b *Builder) Cap() int
func (b *Builder) Grow(n int)
func (b *Builder) Len() int
func (b *Builder) Reset()
func (b *Builder) String() string
func (b *Builder) Write(p []byte) (int, error)
func (b *Builder) WriteByte(c byte) error
func (b *Builder) WriteRune(r rune) (int, error)
func (b *Builder) WriteString(s string) (int, error)

type Replacer struct{}
func NewReplacer(oldnew ...string) *Replacer
func (r *Replacer) Replace(s string) string
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
""" + reader(
    {
        "TEXT": "string",
        "PACKAGE": "strings",
        "WHAT": "string",
        "DECODE": "DecodeRuneInString",
        "PUT(rest)": "io.WriteString(w, rest)",
        "WROTE": "WriteString",
    }
)

SINCE: Final = {
    "CutPrefix": 20, "CutSuffix": 20, "ContainsFunc": 21,
    "Lines": 24, "SplitSeq": 24, "SplitAfterSeq": 24, "FieldsSeq": 24, "FieldsFuncSeq": 24,
}  # fmt: skip
"""The minor version in which a name appeared, if that is later than 1.18."""


implementations: Final[dict[str, Any]] = {
    name: value for name, value in vars(texts).items() if name[0].isupper()
}
"""The functions of the package that take and return strings as they are."""


def Clone(s: str) -> str:
    """Return the string."""
    return s


def Join(elems: Slice, sep: str) -> str:
    """Return the strings with `sep` between."""
    return sep.join(elems.items())


def Split(s: str, sep: str) -> Slice:
    """Return the parts between `sep`."""
    return slice_of(texts.Split(s, sep))


def SplitN(s: str, sep: str, n: int) -> Slice:
    """Return at most n parts between `sep`; all if n < 0."""
    return _nil_if_none(texts.Split(s, sep, n), n)


def SplitAfter(s: str, sep: str) -> Slice:
    """Return the parts, each with the `sep` that ends it."""
    return slice_of(texts.Split(s, sep, -1, keep=True))


def SplitAfterN(s: str, sep: str, n: int) -> Slice:
    """Return at most n parts, each with the `sep` that ends it."""
    return _nil_if_none(texts.Split(s, sep, n, keep=True), n)


def _nil_if_none(parts: list[str], n: int) -> Slice:
    return slice_of(parts) if n else NIL_SLICE


def Fields(s: str) -> Slice:
    """Return the parts between white space."""
    return slice_of(texts.Fields(s))


def FieldsFunc(s: str, f: Any) -> Slice:
    """Return the parts between runes that satisfy f."""
    return slice_of(texts.FieldsFunc(s, f))


implementations.update(Split=Split, Fields=Fields, FieldsFunc=FieldsFunc)


class Builder(Native):
    """A string that grows, in a buffer of `most` bytes that `block` counts."""

    __slots__ = ("block", "bytes", "most", "text")
    block: Any
    bytes: bytearray
    most: int
    text: str | None

    def __init__(self) -> None:
        self.Reset()

    def write_text_(self, s: str) -> tuple[int, None]:
        """Append a string."""
        self.bytes += s.encode("latin-1")
        self.text = None
        if len(self.bytes) > self.most:
            self._grow(grown(self.most, len(self.bytes), 1))
        return len(s), None

    def _grow(self, most: int) -> None:
        self.most, self.block = most, library_buffer("strings.Builder", most)

    WriteString = write_text_

    def Write(self, p: Slice) -> tuple[int, None]:
        """Append bytes."""
        return self.write_text_(text_of(p))

    def WriteByte(self, c: int) -> None:
        """Append a byte."""
        self.write_text_(chr(c))

    def WriteRune(self, r: int) -> tuple[int, None]:
        """Append a rune."""
        return self.write_text_(rune_string(r))

    def String(self) -> str:
        """Return the string."""
        text = self.text
        if text is None:
            text = self.text = text_in(self.block, self.bytes.decode("latin-1"))
        return text

    def Len(self) -> int:
        """Return how many bytes it has."""
        return len(self.bytes)

    def Cap(self) -> int:
        """Return how many bytes there is room for."""
        return self.most

    def Reset(self) -> None:
        """Make it empty."""
        self.bytes, self.most = bytearray(), 0
        self.text = self.block = None

    def Grow(self, n: int) -> None:
        """Make room for n more bytes.  Panics for a negative n."""
        if n < 0:
            raise GoPanic("strings.Builder.Grow: negative count")
        if self.most - len(self.bytes) < n:
            wanted = 2 * self.most + n
            self._grow(grown(0, wanted, 1) if go_version().rounds_builders else wanted)


class Replacer(Native):
    """Replaces a list of strings, the earlier ones first at each place."""

    __slots__ = ("news", "pattern")

    def __init__(self) -> None:
        self.news: dict[str, str] = {}
        self.pattern = re.compile(r"(?!)")

    def Replace(self, s: str) -> str:
        """Return the string with all replacements made."""
        news = self.news
        return self.pattern.sub(lambda found: news[found[0]], s)


def NewReplacer(*oldnew: str) -> Replacer:
    """Return a Replacer for pairs of old and new.  Panics for an odd count."""
    if len(oldnew) % 2:
        raise GoPanic("strings.NewReplacer: odd argument count")
    made = Replacer()
    for old, new in zip(oldnew[::2], oldnew[1::2], strict=True):
        made.news.setdefault(old, new)
    if made.news:
        made.pattern = re.compile("|".join(re.escape(old) for old in made.news))
    return made
