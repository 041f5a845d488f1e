"""The Buffer of package bytes, in Go.

Models   bytes/buffer.go of Go 1.22.
Read     gosim.golang.lib.goio first, gosim.golang.lib.gobytes next.
Leaves out   the panic of a Buffer that is too large.
"""

from __future__ import annotations

from typing import Final

BUFFER: Final = """
var ErrTooLarge error

type Buffer struct {
	buf  []byte
	at   int
	last int8
}

const (
	noRead   = 0
	readByte = -1
)

func NewBuffer(buf []byte) *Buffer      { return &Buffer{buf: buf} }
func NewBufferString(s string) *Buffer  { return &Buffer{buf: []byte(s)} }
func (b *Buffer) Bytes() []byte         { return b.buf[b.at:] }
func (b *Buffer) Len() int              { return len(b.buf) - b.at }
func (b *Buffer) Cap() int              { return cap(b.buf) }
func (b *Buffer) Available() int        { return cap(b.buf) - len(b.buf) }
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.at:])
}
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.at, b.last = 0, noRead
}
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = noRead
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.at+n]
}
func (b *Buffer) room(n int) int {
	held := b.Len()
	if held == 0 && b.at != 0 {
		b.Reset()
	}
	if end := len(b.buf); n <= cap(b.buf)-end {
		b.buf = b.buf[:end+n]
		return end
	}
	if b.buf == nil && n <= 64 {
		b.buf = make([]byte, n, 64)
		return 0
	}
	if n <= cap(b.buf)/2-held {
		copy(b.buf, b.buf[b.at:])
	} else {
		size := max(held+b.at+n, 2*(cap(b.buf)-b.at))
		larger := append([]byte(nil), make([]byte, size)...)
		copy(larger, b.buf[b.at:])
		b.buf = larger
	}
	b.at = 0
	b.buf = b.buf[:held+n]
	return held
}
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	end := b.room(n)
	b.buf = b.buf[:end]
}
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = noRead
	at := b.room(len(p))
	return copy(b.buf[at:], p), nil
}
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = noRead
	at := b.room(len(s))
	return copy(b.buf[at:], s), nil
}
func (b *Buffer) WriteByte(c byte) error {
	b.last = noRead
	at := b.room(1)
	b.buf[at] = c
	return nil
}
func (b *Buffer) WriteRune(r rune) (n int, err error) { return b.WriteString(string(r)) }
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = noRead
	for {
		at := b.room(MinRead)
		b.buf = b.buf[:at]
		m, err := r.Read(b.buf[at:cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:at+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = noRead
	if held := b.Len(); held > 0 {
		m, err := w.Write(b.buf[b.at:])
		if m > held {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.at += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != held {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}
func (b *Buffer) over() bool {
	b.last = noRead
	if b.Len() > 0 {
		return false
	}
	b.Reset()
	return true
}
func (b *Buffer) Read(p []byte) (n int, err error) {
	if b.over() {
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.at:])
	b.at += n
	if n > 0 {
		b.last = readByte
	}
	return n, nil
}
func (b *Buffer) Next(n int) []byte {
	b.last = noRead
	n = min(n, b.Len())
	data := b.buf[b.at : b.at+n]
	b.at += n
	if n > 0 {
		b.last = readByte
	}
	return data
}
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.at:], io.EOF
	}
	return b.buf[b.at : b.at+n], nil
}
func (b *Buffer) ReadByte() (byte, error) {
	if b.over() {
		return 0, io.EOF
	}
	c := b.buf[b.at]
	b.at++
	b.last = readByte
	return c, nil
}
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.over() {
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.at:])
	b.at += size
	b.last = int8(size)
	return r, size, nil
}
func (b *Buffer) UnreadRune() error {
	if b.last <= noRead {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.at = max(b.at-int(b.last), 0)
	b.last = noRead
	return nil
}
func (b *Buffer) UnreadByte() error {
	if b.last == noRead {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = noRead
	b.at = max(b.at-1, 0)
	return nil
}
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	end := len(b.buf)
	if i := IndexByte(b.buf[b.at:], delim); i >= 0 {
		end = b.at + i + 1
	} else {
		err = io.EOF
	}
	line = append(line, b.buf[b.at:end]...)
	b.at = end
	b.last = readByte
	return line, err
}
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	bytes, err := b.ReadBytes(delim)
	return string(bytes), err
}
"""
