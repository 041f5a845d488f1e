"""The Writer of package bufio, in Go.

Models   bufio/bufio.go of Go 1.22: Writer.
Read     gosim.golang.lib.gostrings first, gosim.golang.lib.gobufio next.
Leaves out   ReadFrom.
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib.gostrings import Builder

WRITER: Final = """
type Writer struct {
	w    io.Writer
	held buffer
	size int
	err  error
}

type buffer struct{}
func (b *buffer) Grow(n int)
func (b *buffer) Len() int
func (b *buffer) Reset()
func (b *buffer) String() string
func (b *buffer) Write(p []byte) (int, error)
func (b *buffer) WriteByte(c byte) error
func (b *buffer) WriteRune(r rune) (int, error)
func (b *buffer) WriteString(s string) (int, error)

func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, defaultSize) }
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && b.size >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	b := &Writer{w: w, size: size}
	b.held.Grow(size)
	return b
}
func (b *Writer) Size() int      { return b.size }
func (b *Writer) Buffered() int  { return b.held.Len() }
func (b *Writer) Available() int { return b.size - b.held.Len() }
func (b *Writer) AvailableBuffer() []byte { return make([]byte, 0, b.Available()) }
func (b *Writer) Reset(w io.Writer) {
	if b.size == 0 {
		b.size = defaultSize
	}
	b.w, b.err = w, nil
	b.held.Reset()
}

func (b *Writer) Flush() error {
	if b.err != nil || b.held.Len() == 0 {
		return b.err
	}
	text := b.held.String()
	n, err := fmt.Fprint(b.w, text)
	if n < len(text) && err == nil {
		err = io.ErrShortWrite
	}
	b.held.Reset()
	if err != nil {
		b.held.WriteString(text[max(n, 0):])
		b.err = err
	}
	return err
}

func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > b.Available() && b.err == nil {
		var n int
		if b.held.Len() == 0 {
			n, b.err = b.w.Write(p)
		} else {
			n = b.Available()
			b.held.Write(p[:n])
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	b.held.Write(p)
	return nn + len(p), nil
}

func (b *Writer) WriteString(s string) (nn int, err error) {
	whole, direct := b.w.(io.StringWriter)
	for len(s) > b.Available() && b.err == nil {
		var n int
		if b.held.Len() == 0 && direct {
			n, b.err = whole.WriteString(s)
		} else {
			n = b.Available()
			b.held.WriteString(s[:n])
			b.Flush()
		}
		nn += n
		s = s[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	b.held.WriteString(s)
	return nn + len(s), nil
}

func (b *Writer) WriteByte(c byte) error {
	if b.err == nil && b.Available() <= 0 {
		b.Flush()
	}
	if b.err == nil {
		b.held.WriteByte(c)
	}
	return b.err
}

func (b *Writer) WriteRune(r rune) (size int, err error) {
	if b.err == nil && b.Available() < utf8.UTFMax {
		b.Flush()
	}
	if b.err != nil {
		return 0, b.err
	}
	return b.held.WriteRune(r)
}
"""


class buffer(Builder):  # noqa: N801  the name of the Go type in API
    """What a Writer holds: emptied, it keeps its memory."""

    __slots__ = ()

    def Reset(self) -> None:
        """Make it empty."""
        most, block = getattr(self, "most", 0), getattr(self, "block", None)
        super().Reset()
        self.most, self.block = most, block
