"""Package io: the interfaces that readers and writers have.

Models   io/io.go of Go 1.22.
Read     gosim.golang.lib.goerrors first.
Leaves out   OffsetWriter.

>>> EOF.Error()
'EOF'
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.goerrors import ErrorString
from gosim.golang.values import Native

API = """
package io

import ("errors"; "sync")

var EOF error
var ErrShortBuffer error
var ErrNoProgress error
var ErrUnexpectedEOF error
var ErrShortWrite error
var ErrClosedPipe error
var Discard Writer

type Reader interface { Read(p []byte) (n int, err error) }
type Writer interface { Write(p []byte) (n int, err error) }
type Closer interface { Close() error }
type ReadWriter interface { Reader; Writer }
type ReadCloser interface { Reader; Closer }
type WriteCloser interface { Writer; Closer }
type ReadWriteCloser interface { Reader; Writer; Closer }
type StringWriter interface { WriteString(s string) (n int, err error) }
type ByteReader interface { ReadByte() (byte, error) }
type ByteWriter interface { WriteByte(c byte) error }
type ByteScanner interface { ByteReader; UnreadByte() error }
type RuneScanner interface { RuneReader; UnreadRune() error }
type ReaderFrom interface { ReadFrom(r Reader) (n int64, err error) }
type WriterTo interface { WriteTo(w Writer) (n int64, err error) }
type ReaderAt interface { ReadAt(p []byte, off int64) (n int, err error) }
type WriterAt interface { WriteAt(p []byte, off int64) (n int, err error) }
type Seeker interface { Seek(offset int64, whence int) (int64, error) }
type ReadSeeker interface { Reader; Seeker }
type WriteSeeker interface { Writer; Seeker }
type ReadSeekCloser interface { Reader; Seeker; Closer }
type ReadWriteSeeker interface { Reader; Writer; Seeker }
type RuneReader interface { ReadRune() (r rune, size int, err error) }

const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

type discard struct{}
func (d *discard) Write(p []byte) (int, error)
func (d *discard) WriteString(s string) (int, error)

func WriteString(w Writer, s string) (n int, err error) {
	if whole, ok := w.(StringWriter); ok {
		return whole.WriteString(s)
	}
	return w.Write([]byte(s))
}

func MultiWriter(writers ...Writer) Writer { return &multiWriter{append([]Writer(nil), writers...)} }

type multiWriter struct{ writers []Writer }

func (t *multiWriter) Write(p []byte) (int, error) {
	for _, w := range t.writers {
		if n, err := w.Write(p); err != nil {
			return n, err
		} else if n < len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

func MultiReader(readers ...Reader) Reader { return &multiReader{append([]Reader(nil), readers...)} }

type multiReader struct{ readers []Reader }

func (m *multiReader) Read(p []byte) (int, error) {
	for len(m.readers) > 0 {
		n, err := m.readers[0].Read(p)
		if err == EOF {
			m.readers = m.readers[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.readers) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

func TeeReader(r Reader, w Writer) Reader { return &teeReader{from: r, to: w} }

type teeReader struct {
	from Reader
	to   Writer
}

func (t *teeReader) Read(p []byte) (int, error) {
	n, err := t.from.Read(p)
	if n == 0 {
		return n, err
	}
	if written, failed := t.to.Write(p[:n]); failed != nil {
		return written, failed
	}
	return n, err
}

func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (int, error) {
	if l.N <= 0 {
		return 0, EOF
	}
	n, err := l.R.Read(p[:min(int64(len(p)), l.N)])
	l.N -= int64(n)
	return n, err
}

func NopCloser(r Reader) ReadCloser { return nopCloser{r} }

type nopCloser struct{ Reader }

func (nopCloser) Close() error { return nil }

func ReadAtLeast(r Reader, buf []byte, least int) (int, error) {
	if least > len(buf) {
		return 0, ErrShortBuffer
	}
	var err error
	read := 0
	for more := 0; err == nil && read < least; read += more {
		more, err = r.Read(buf[read:])
	}
	switch {
	case read >= least:
		return read, nil
	case err == EOF && read > 0:
		return read, ErrUnexpectedEOF
	}
	return read, err
}
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

type pipe struct {
	writing   sync.Mutex
	offers    chan []byte
	taken     chan int
	done      chan struct{}
	ending    sync.Once
	readFail  error
	writeFail error
}

func (p *pipe) closed() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}
func (p *pipe) end() { p.ending.Do(func() { close(p.done) }) }
func (p *pipe) readError() error {
	if p.writeFail == nil && p.readFail != nil {
		return ErrClosedPipe
	}
	return p.writeFail
}
func (p *pipe) writeError() error {
	if p.readFail == nil && p.writeFail != nil {
		return ErrClosedPipe
	}
	return p.readFail
}

type PipeReader struct{ p *pipe }
type PipeWriter struct{ p *pipe }

func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{offers: make(chan []byte), taken: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}

func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.p
	if p.closed() {
		return 0, p.readError()
	}
	select {
	case from := <-p.offers:
		n = copy(data, from)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.readError()
	}
}
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	if r.p.readFail == nil {
		r.p.readFail = err
	}
	r.p.end()
	return nil
}

func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.p
	if p.closed() {
		return 0, p.writeError()
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for first := true; first || len(data) > 0; first = false {
		select {
		case p.offers <- data:
			count := <-p.taken
			data = data[count:]
			n += count
		case <-p.done:
			return n, p.writeError()
		}
	}
	return n, nil
}
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	if w.p.writeFail == nil {
		w.p.writeFail = err
	}
	w.p.end()
	return nil
}

func ReadAll(r Reader) ([]byte, error) {
	all := make([]byte, 0, 512)
	for {
		n, err := r.Read(all[len(all):cap(all)])
		all = all[:len(all)+n]
		if err == EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		if len(all) == cap(all) {
			all = append(all, 0)[:len(all)]
		}
	}
}

var errWhence = errors.New("Seek: invalid whence")
var errOffset = errors.New("Seek: invalid offset")

type SectionReader struct {
	r               ReaderAt
	base, at, limit int64
	n               int64
}

func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	limit := int64(1<<63 - 1)
	if off <= limit-n {
		limit = off + n
	}
	return &SectionReader{r, off, off, limit, n}
}
func (s *SectionReader) Size() int64 { return s.limit - s.base }
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.n }
func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.at >= s.limit {
		return 0, EOF
	}
	n, err = s.r.ReadAt(p[:min(int64(len(p)), s.limit-s.at)], s.at)
	s.at += int64(n)
	return n, err
}
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	if room := s.limit - off; int64(len(p)) > room {
		if n, err = s.r.ReadAt(p[:room], off); err == nil {
			err = EOF
		}
		return n, err
	}
	return s.r.ReadAt(p, off)
}
func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.base
	case SeekCurrent:
		offset += s.at
	case SeekEnd:
		offset += s.limit
	default:
		return 0, errWhence
	}
	if offset < s.base {
		return 0, errOffset
	}
	s.at = offset
	return offset - s.base, nil
}

func CopyN(dst Writer, src Reader, n int64) (int64, error) {
	written, err := Copy(dst, LimitReader(src, n))
	if err == nil && written < n {
		err = EOF
	}
	return written, err
}

func Copy(dst Writer, src Reader) (written int64, err error) { return copied(dst, src, nil) }
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return copied(dst, src, buf)
}
func copied(dst Writer, src Reader, part []byte) (written int64, err error) {
	if from, ok := src.(WriterTo); ok {
		return from.WriteTo(dst)
	}
	if to, ok := dst.(ReaderFrom); ok {
		return to.ReadFrom(src)
	}
	if part == nil {
		size := 32 * 1024
		if l, ok := src.(*LimitedReader); ok && int64(size) > l.N {
			size = int(max(l.N, 1))
		}
		part = make([]byte, size)
	}
	for {
		n, err := src.Read(part)
		if n > 0 {
			m, failed := dst.Write(part[:n])
			written += int64(m)
			if failed != nil {
				return written, failed
			}
			if m != n {
				return written, ErrShortWrite
			}
		}
		if err == EOF {
			return written, nil
		}
		if err != nil {
			return written, err
		}
	}
}
"""

EOF: Final = ErrorString("EOF")
ErrUnexpectedEOF: Final = ErrorString("unexpected EOF")
ErrShortWrite: Final = ErrorString("short write")
ErrShortBuffer: Final = ErrorString("short buffer")
ErrNoProgress: Final = ErrorString("multiple Read calls return no data or error")
ErrClosedPipe: Final = ErrorString("io: read/write on closed pipe")


class discard(Native):  # noqa: N801  Go's name
    """The Writer that forgets."""

    __slots__ = ()

    def Write(self, p: Any) -> tuple[int, None]:
        """Forget the bytes."""
        return p.n, None

    def WriteString(self, s: str) -> tuple[int, None]:
        """Forget the string."""
        return len(s), None

    write_text_ = WriteString


Discard: Final = discard()
