"""The Reader of packages strings and bytes, in Go: one text for both.

Models   strings/reader.go, bytes/reader.go of Go 1.22.
Read     gosim.golang.lib.goio first.
Leaves out   nothing.
"""

from __future__ import annotations

from typing import Final

_TEXT: Final = """
type Reader struct {
	s    TEXT
	at   int64
	last int
}

func NewReader(s TEXT) *Reader { return &Reader{s, 0, -1} }
func (r *Reader) Reset(s TEXT) { *r = Reader{s, 0, -1} }
func (r *Reader) Size() int64  { return int64(len(r.s)) }
func (r *Reader) Len() int {
	return max(len(r.s)-int(r.at), 0)
}
func (r *Reader) over() bool { return r.at >= int64(len(r.s)) }

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.over() {
		return 0, io.EOF
	}
	r.last = -1
	n = copy(b, r.s[r.at:])
	r.at += int64(n)
	return n, nil
}
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("PACKAGE.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	if n = copy(b, r.s[off:]); n < len(b) {
		err = io.EOF
	}
	return n, err
}
func (r *Reader) ReadByte() (byte, error) {
	r.last = -1
	if r.over() {
		return 0, io.EOF
	}
	r.at++
	return r.s[r.at-1], nil
}
func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("PACKAGE.Reader.UnreadByte: at beginning of WHAT")
	}
	r.last = -1
	r.at--
	return nil
}
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.over() {
		r.last = -1
		return 0, 0, io.EOF
	}
	r.last = int(r.at)
	ch, size = utf8.DECODE(r.s[r.at:])
	r.at += int64(size)
	return ch, size, nil
}
func (r *Reader) UnreadRune() error {
	if r.at <= 0 {
		return errors.New("PACKAGE.Reader.UnreadRune: at beginning of WHAT")
	}
	if r.last < 0 {
		return errors.New("PACKAGE.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at = int64(r.last)
	r.last = -1
	return nil
}
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.last = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("PACKAGE.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("PACKAGE.Reader.Seek: negative position")
	}
	r.at = offset
	return offset, nil
}
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.last = -1
	if r.over() {
		return 0, nil
	}
	rest := r.s[r.at:]
	m, err := PUT(rest)
	if m > len(rest) {
		panic("PACKAGE.Reader.WriteTo: invalid WROTE count")
	}
	r.at += int64(m)
	if m != len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
"""


def reader(words: dict[str, str]) -> str:
    """Return the text with these words for its placeholders."""
    text = _TEXT
    for word, meaning in words.items():
        text = text.replace(word, meaning)
    return text
