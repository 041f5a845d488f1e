"""Package text/tabwriter: columns that are as wide as their widest cell.

Models   text/tabwriter/tabwriter.go of Go 1.22.
Read     gosim.golang.lib.gofmt first.
Leaves out   HTML, escapes, the flag TabIndent; widths count runes.

A cell ends with a tab.  A column is a run of lines that all have a cell there: it is as wide as
the widest of them, and a line without the cell ends it.

>>> print(aligned("a\\tb\\tc\\nlong\\tx\\ty\\n", 0, 8, 1, " ", 0), end="")
a    b c
long x y
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.fmt_format import rune_count
from gosim.golang.lib.gofmt import write_to
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.values import Native, Slice

API: Final = """
package tabwriter

import "io"

const (
	FilterHTML uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

type Writer struct{}
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer
func (b *Writer) Init(
	output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint,
) *Writer
func (b *Writer) Write(buf []byte) (n int, err error)
func (b *Writer) Flush() error
"""

ALIGN_RIGHT: Final = 1 << 2
DISCARD_EMPTY: Final = 1 << 3
DEBUG: Final = 1 << 5


def aligned(text: str, least: int, tab: int, padding: int, fill: str, flags: int) -> str:
    """Return the text with its cells in columns.  Lines after a form feed begin anew."""
    return "".join(_block(block, least, tab, padding, fill, flags) for block in text.split("\f"))


def _block(text: str, least: int, tab: int, padding: int, fill: str, flags: int) -> str:
    rows = [line.split("\t") for line in text.split("\n")]
    widths: list[list[int]] = [[] for _ in rows]
    _measure(rows, widths, 0, len(rows), 0, (least, tab, padding, fill, flags))
    return "\n".join(
        _line(row, width, tab, fill, flags) for row, width in zip(rows, widths, strict=True)
    )


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


def _line(row: list[str], widths: list[int], tab: int, fill: str, flags: int) -> str:
    parts = []
    for number, cell in enumerate(row):
        if number and flags & DEBUG:
            parts.append("|")
        if number >= len(widths):
            parts.append(cell)
            continue
        missing = widths[number] - rune_count(cell)
        blank = "\t" * (-(-missing // tab) if tab else 0) if fill == "\t" else fill * missing
        parts.append(blank + cell if flags & ALIGN_RIGHT and fill != "\t" else cell + blank)
    return "".join(parts)


class Writer(Native):
    """Collects text until Flush, and writes it in columns."""

    __slots__ = ("how", "out", "parts")

    def __init__(self) -> None:
        self.out: Any = None
        self.how: tuple[int, int, int, str, int] = (0, 8, 1, " ", 0)
        self.parts: list[str] = []

    def Init(self, out: Any, least: int, tab: int, padding: int, fill: int, flags: int) -> Writer:
        """Say how."""
        self.out, self.how, self.parts = out, (least, tab, padding, chr(fill), flags), []
        return self

    def write_text_(self, s: str) -> tuple[int, None]:
        """Take a string."""
        self.parts.append(s)
        return len(s), None

    def Write(self, buf: Slice) -> tuple[int, None]:
        """Take bytes."""
        return self.write_text_(text_of(buf))

    def Flush(self) -> Any:
        """Write what was taken."""
        text, self.parts = "".join(self.parts), []
        return write_to(self.out, aligned(text, *self.how))[1] if text else None


def NewWriter(out: Any, least: int, tab: int, padding: int, fill: int, flags: int) -> Writer:
    """Return a Writer of columns."""
    return Writer().Init(out, least, tab, padding, fill, flags)
