"""Package bufio: lines and words from a reader, and a writer that collects.

Models   bufio/bufio.go, bufio/scan.go of Go 1.22.
Read     gosim.golang.lib.bufio_scanner first.

All of it is Go text, as readers and writers may wait.
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib.bufio_scanner import SCANNER
from gosim.golang.lib.bufio_writer import WRITER, buffer
from gosim.golang.lib.goerrors import New

API: Final = (
    """
package bufio

import ("bytes"; "fmt"; "io"; "strings"; "unicode"; "unicode/utf8")

const (
	MaxScanTokenSize = 64 * 1024
	defaultSize      = 4096
	mostEmpty        = 100
)

var ErrTooLong error
var ErrNegativeAdvance error
var ErrAdvanceTooFar error
var ErrBadReadCount error
var ErrFinalToken error
var ErrInvalidUnreadByte error
var ErrInvalidUnreadRune error
var ErrBufferFull error
var ErrNegativeCount error

type Reader struct {
	r         io.Reader
	buf       []byte
	at, end   int
	err       error
	last      int
	runeBytes int
}

func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	return &Reader{r: rd, buf: make([]byte, max(size, 16)), last: -1, runeBytes: -1}
}
func (b *Reader) Size() int     { return len(b.buf) }
func (b *Reader) Buffered() int { return b.end - b.at }
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	*b = Reader{r: r, buf: b.buf, last: -1, runeBytes: -1}
}

func (b *Reader) fill() {
	if b.at > 0 {
		copy(b.buf, b.buf[b.at:b.end])
		b.end -= b.at
		b.at = 0
	}
	for tries := 0; tries < mostEmpty; tries++ {
		n, err := b.r.Read(b.buf[b.end:])
		if n < 0 {
			panic("bufio: reader returned negative count from Read")
		}
		b.end += n
		if err != nil || n > 0 {
			b.err = err
			return
		}
	}
	b.err = io.ErrNoProgress
}

func (b *Reader) failure() error {
	err := b.err
	b.err = nil
	return err
}

func (b *Reader) forget() { b.last, b.runeBytes = -1, -1 }

func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.forget()
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.at:b.end], ErrBufferFull
	}
	var err error
	if have := b.Buffered(); have < n {
		n = have
		if err = b.failure(); err == nil {
			err = ErrBufferFull
		}
	}
	return b.buf[b.at : b.at+n], err
}

func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.forget()
	for {
		if b.Buffered() == 0 {
			b.fill()
		}
		part := min(b.Buffered(), n-discarded)
		b.at += part
		discarded += part
		if discarded == n {
			return n, nil
		}
		if b.err != nil {
			return discarded, b.failure()
		}
	}
}

func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.failure()
	}
	if b.at == b.end {
		if b.err != nil {
			return 0, b.failure()
		}
		into := b.buf
		if len(p) >= len(b.buf) {
			into = p
		}
		n, b.err = b.r.Read(into)
		if n < 0 {
			panic("bufio: reader returned negative count from Read")
		}
		if len(p) >= len(b.buf) {
			if n > 0 {
				b.last, b.runeBytes = int(p[n-1]), -1
			}
			return n, b.failure()
		}
		if n == 0 {
			return 0, b.failure()
		}
		b.at, b.end = 0, n
	}
	n = copy(p, b.buf[b.at:b.end])
	b.at += n
	b.last, b.runeBytes = int(b.buf[b.at-1]), -1
	return n, nil
}

func (b *Reader) ReadByte() (byte, error) {
	b.runeBytes = -1
	for b.at == b.end {
		if b.err != nil {
			return 0, b.failure()
		}
		b.fill()
	}
	c := b.buf[b.at]
	b.at++
	b.last = int(c)
	return c, nil
}

func (b *Reader) UnreadByte() error {
	if b.last < 0 || b.at == 0 && b.end > 0 {
		return ErrInvalidUnreadByte
	}
	if b.at > 0 {
		b.at--
	} else {
		b.end = 1
	}
	b.buf[b.at] = byte(b.last)
	b.forget()
	return nil
}

func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.Buffered() < utf8.UTFMax && !utf8.FullRune(b.buf[b.at:b.end]) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.runeBytes = -1
	if b.at == b.end {
		return 0, 0, b.failure()
	}
	r, size = utf8.DecodeRune(b.buf[b.at:b.end])
	b.at += size
	b.last, b.runeBytes = int(b.buf[b.at-1]), size
	return r, size, nil
}

func (b *Reader) UnreadRune() error {
	if b.runeBytes < 0 || b.at < b.runeBytes {
		return ErrInvalidUnreadRune
	}
	b.at -= b.runeBytes
	b.forget()
	return nil
}

func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	for from := 0; ; {
		if i := bytes.IndexByte(b.buf[b.at+from:b.end], delim); i >= 0 {
			line = b.buf[b.at : b.at+from+i+1]
			break
		}
		if b.err != nil {
			line, err = b.buf[b.at:b.end], b.failure()
			break
		}
		if b.Buffered() >= len(b.buf) {
			line, err = b.buf, ErrBufferFull
			break
		}
		from = b.Buffered()
		b.fill()
	}
	b.at += len(line)
	if n := len(line); n > 0 {
		b.last, b.runeBytes = int(line[n-1]), -1
	}
	return line, err
}

func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var whole []byte
	for {
		part, err := b.ReadSlice(delim)
		whole = append(whole, part...)
		if err != ErrBufferFull {
			return whole, err
		}
	}
}

func (b *Reader) ReadString(delim byte) (string, error) {
	line, err := b.ReadBytes(delim)
	return string(line), err
}

func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\\n')
	if err == ErrBufferFull {
		if n := len(line); n > 0 && line[n-1] == '\\r' {
			b.at--
			line = line[:n-1]
		}
		return line, true, nil
	}
	if len(line) == 0 {
		return nil, false, err
	}
	if n := len(line); line[n-1] == '\\n' {
		line = line[:n-1]
		if n > 1 && line[n-2] == '\\r' {
			line = line[:n-2]
		}
	}
	return line, false, nil
}

func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.forget()
	for {
		m, failed := w.Write(b.buf[b.at:b.end])
		b.at += m
		n += int64(m)
		if failed != nil {
			return n, failed
		}
		if err = b.failure(); err != nil {
			break
		}
		b.fill()
		if b.at == b.end && b.err == io.EOF {
			err = b.failure()
			break
		}
	}
	if err == io.EOF {
		err = nil
	}
	return n, err
}

type ReadWriter struct {
	*Reader
	*Writer
}

func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
"""
    + SCANNER
    + WRITER
)

ErrTooLong: Final = New("bufio.Scanner: token too long")
ErrNegativeAdvance: Final = New("bufio.Scanner: SplitFunc returns negative advance count")
ErrAdvanceTooFar: Final = New("bufio.Scanner: SplitFunc returns advance count beyond input")
ErrBadReadCount: Final = New("bufio.Scanner: Read returned impossible count")
ErrFinalToken: Final = New("final token")
ErrInvalidUnreadByte: Final = New("bufio: invalid use of UnreadByte")
ErrInvalidUnreadRune: Final = New("bufio: invalid use of UnreadRune")
ErrBufferFull: Final = New("bufio: buffer full")
ErrNegativeCount: Final = New("bufio: negative count")

__all__ = ["buffer"]
