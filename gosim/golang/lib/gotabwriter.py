"""Package text/tabwriter: columns that are as wide as their widest cell.

Models   text/tabwriter/tabwriter.go of Go 1.22.
Read     gosim.golang.lib.gofmt first.
Leaves out   HTML, escapes, the flag TabIndent; widths count runes.

A cell ends with a tab.  A column is a run of lines that all have a cell there: it is as wide as
the widest of them, and a line without the cell ends it.

>>> print("".join(aligned("a\\tb\\tc\\nlong\\tx\\ty\\n", 0, 8, 1, " ", 0)), end="")
a    b c
long x y
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib.fmt_format import rune_count
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.values import Slice, slice_of

API: Final = """
package tabwriter

import ("fmt"; "io")

const (
	FilterHTML uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

type Writer struct {
	out                 io.Writer
	least, tab, padding int
	fill                byte
	flags               uint
	held                []byte
}
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}
func (b *Writer) Init(
	output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint,
) *Writer {
	*b = Writer{output, minwidth, tabwidth, padding, padchar, flags, nil}
	return b
}
func (b *Writer) Write(buf []byte) (n int, err error) {
	b.held = append(b.held, buf...)
	for end := settled(b.held); end > 0; end = settled(b.held) {
		block := b.held[:end]
		b.held = b.held[end:]
		if err := b.put(block); err != nil {
			return 0, err
		}
		if block[end-1] == '\\f' && b.flags&Debug != 0 {
			io.WriteString(b.out, "---\\n")
		}
	}
	return len(buf), nil
}
func (b *Writer) Flush() error {
	block := b.held
	b.held = nil
	return b.put(block)
}
func (b *Writer) put(block []byte) error {
	for _, piece := range pieces(block, b.least, b.tab, b.padding, b.fill, b.flags) {
		if _, err := fmt.Fprint(b.out, piece); err != nil {
			return err
		}
	}
	return nil
}
func settled(text []byte) int
func pieces(text []byte, least, tab, padding int, fill byte, flags uint) []string
"""

ALIGN_RIGHT: Final = 1 << 2
DISCARD_EMPTY: Final = 1 << 3
DEBUG: Final = 1 << 5

TAB, NEWLINE, FORM_FEED = b"\t\n\f"
PADDED: Final = 8
"""How many bytes of padding are written at once."""


def aligned(text: str, least: int, tab: int, padding: int, fill: str, flags: int) -> list[str]:
    """Return what is written of a text with its cells in columns, piece by piece."""
    rows = [line.split("\t") for line in text.replace("\f", "\n").split("\n")]
    widths: list[list[int]] = [[] for _ in rows]
    _measure(rows, widths, 0, len(rows), 0, (least, tab, padding, fill, flags))
    written: list[str] = []
    for row, width in zip(rows, widths, strict=True):
        written += [*_line(row, width, tab, fill, flags), "\n"]
    return written[:-1]


def _measure(
    rows: list[list[str]],
    widths: list[list[int]],
    first: int,
    last: int,
    column: int,
    how: tuple[int, int, int, str, int],
) -> None:
    """Find the width of each run of lines that have a cell in the column, and go right."""
    least, tab, padding, fill, flags = how
    line = first
    while line < last:
        if column >= len(rows[line]) - 1:
            line += 1
            continue
        end = line
        while end < last and column < len(rows[end]) - 1:
            end += 1
        cells = [rune_count(rows[at][column]) for at in range(line, end)]
        width = max(least, max(cells) + padding)
        if flags & DISCARD_EMPTY and not any(cells):
            width = 0
        if fill == "\t" and tab:
            width = -(-width // tab) * tab
        for at in range(line, end):
            widths[at].append(width)
        _measure(rows, widths, line, end, column + 1, how)
        line = end


def _line(row: list[str], widths: list[int], tab: int, fill: str, flags: int) -> list[str]:
    parts: list[str] = []
    for number, cell in enumerate(row):
        if number and flags & DEBUG:
            parts.append("|")
        if number >= len(widths):
            parts.append(cell)
            continue
        missing = widths[number] - rune_count(cell)
        blank = "\t" * (-(-missing // tab) if tab else 0) if fill == "\t" else fill * missing
        padding = [blank[at : at + PADDED] for at in range(0, len(blank), PADDED)]
        text = [cell] if cell else []
        parts += padding + text if flags & ALIGN_RIGHT and fill != "\t" else text + padding
    return parts


def settled(text: Slice) -> int:
    """Return how much of the text no later line can change: a line without a tab ends columns."""
    start = 0
    for at, char in enumerate(text.items()):
        if char == FORM_FEED or (char == NEWLINE and TAB not in text.items()[start:at]):
            return at + 1
        if char == NEWLINE:
            start = at + 1
    return 0


def pieces(text: Slice, least: int, tab: int, padding: int, fill: int, flags: int) -> Slice:
    """Return what is written of a text, one string for each call of Write."""
    return slice_of(aligned(text_of(text), least, tab, padding, chr(fill), flags))
