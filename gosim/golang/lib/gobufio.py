"""Package bufio: lines and words from a reader, and a writer that collects.

Models   bufio/bufio.go, bufio/scan.go of Go 1.22.
Read     gosim.golang.lib.goio and gofmt first.
Leaves out   ReadWriter; a Scanner's longest token is counted in what it holds, not what it reads.

>>> w = NewWriter(None)
>>> w.WriteString("not yet"), w.Buffered()
((7, None), 7)
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.goerrors import New
from gosim.golang.lib.gofmt import write_to
from gosim.golang.lib.goutf8 import text_of
from gosim.golang.values import Native, Slice, rune_string

API: Final = """
package bufio

import ("bytes"; "errors"; "io"; "unicode"; "unicode/utf8")

const (
	MaxScanTokenSize = 64 * 1024
	defaultSize      = 4096
)

var ErrTooLong error
var ErrFinalToken error
var ErrBufferFull error

type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return size, data[:size], nil
}

func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	line, next := data, len(data)
	if i := bytes.IndexByte(data, '\\n'); i >= 0 {
		line, next = data[:i], i+1
	} else if !atEOF {
		return 0, nil, nil
	}
	if n := len(line); n > 0 && line[n-1] == '\\r' {
		line = line[:n-1]
	}
	return next, line, nil
}

func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

type Scanner struct {
	r     io.Reader
	split SplitFunc
	held  []byte
	token []byte
	most  int
	end   error
	err   error
	over  bool
}

func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, most: MaxScanTokenSize}
}
func (s *Scanner) Buffer(buf []byte, max int) { s.most = max }
func (s *Scanner) Split(split SplitFunc)      { s.split = split }
func (s *Scanner) Err() error                 { return s.err }
func (s *Scanner) Bytes() []byte              { return s.token }
func (s *Scanner) Text() string               { return string(s.token) }

func (s *Scanner) Scan() bool {
	for !s.over {
		if len(s.held) > 0 || s.end != nil {
			advance, token, err := s.split(s.held, s.end != nil)
			if err != nil {
				s.over = true
				s.token = token
				if err == ErrFinalToken {
					return token != nil
				}
				s.err = err
				break
			}
			s.held = s.held[advance:]
			if token != nil {
				s.token = token
				return true
			}
			if s.end != nil && (advance == 0 || len(s.held) == 0) {
				break
			}
			if advance > 0 {
				continue
			}
		}
		if len(s.held) >= s.most {
			s.err = ErrTooLong
			break
		}
		if s.end == nil {
			s.fill()
		}
	}
	s.over = true
	s.token = nil
	return false
}

func (s *Scanner) fill() {
	part := make([]byte, defaultSize)
	n, err := s.r.Read(part)
	s.held = append(s.held[:len(s.held):len(s.held)], part[:n]...)
	if err != nil {
		s.end = err
		if err != io.EOF {
			s.err = err
		}
	}
}

type Reader struct {
	r    io.Reader
	held []byte
	last int
	err  error
}

func NewReader(rd io.Reader) *Reader               { return &Reader{r: rd, last: -1} }
func NewReaderSize(rd io.Reader, size int) *Reader { return NewReader(rd) }
func (b *Reader) Buffered() int                    { return len(b.held) }
func (b *Reader) Reset(r io.Reader)                { *b = Reader{r: r, last: -1} }

func (b *Reader) fill() bool {
	if b.err != nil {
		return false
	}
	part := make([]byte, defaultSize)
	n, err := b.r.Read(part)
	b.held = append(b.held, part[:n]...)
	b.err = err
	return n > 0 || err == nil
}

func (b *Reader) failure() error {
	err := b.err
	b.err = nil
	return err
}

func (b *Reader) Peek(n int) ([]byte, error) {
	for len(b.held) < n && b.fill() {
	}
	if len(b.held) < n {
		return b.held, b.failure()
	}
	return b.held[:n], nil
}

func (b *Reader) Discard(n int) (int, error) {
	part, err := b.Peek(n)
	b.held = b.held[len(part):]
	return len(part), err
}

func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	for len(b.held) == 0 {
		if !b.fill() {
			return 0, b.failure()
		}
	}
	n = copy(p, b.held)
	b.held = b.held[n:]
	return n, nil
}

func (b *Reader) ReadByte() (byte, error) {
	for len(b.held) == 0 {
		if !b.fill() {
			return 0, b.failure()
		}
	}
	c := b.held[0]
	b.held = b.held[1:]
	b.last = int(c)
	return c, nil
}

func (b *Reader) UnreadByte() error {
	if b.last < 0 {
		return errors.New("bufio: invalid use of UnreadByte")
	}
	b.held = append([]byte{byte(b.last)}, b.held...)
	b.last = -1
	return nil
}

func (b *Reader) ReadRune() (r rune, size int, err error) {
	for !utf8.FullRune(b.held) && b.fill() {
	}
	if len(b.held) == 0 {
		return 0, 0, b.failure()
	}
	r, size = utf8.DecodeRune(b.held)
	b.held = b.held[size:]
	return r, size, nil
}

func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	for {
		if i := bytes.IndexByte(b.held, delim); i >= 0 {
			line := b.held[:i+1 : i+1]
			b.held = b.held[i+1:]
			return line, nil
		}
		if !b.fill() {
			line := b.held
			b.held = nil
			return line, b.failure()
		}
	}
}

func (b *Reader) ReadString(delim byte) (string, error) {
	line, err := b.ReadBytes(delim)
	return string(line), err
}

func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadBytes('\\n')
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

type Writer struct{}
func NewWriter(w io.Writer) *Writer
func NewWriterSize(w io.Writer, size int) *Writer
func (b *Writer) Available() int
func (b *Writer) Buffered() int
func (b *Writer) Flush() error
func (b *Writer) Size() int
func (b *Writer) Write(p []byte) (nn int, err error)
func (b *Writer) WriteByte(c byte) error
func (b *Writer) WriteRune(r rune) (size int, err error)
func (b *Writer) WriteString(s string) (int, error)
"""


ErrTooLong: Final = New("bufio.Scanner: token too long")
ErrFinalToken: Final = New("final token")
ErrBufferFull: Final = New("bufio: buffer full")

SIZE: Final = 4096


class Writer(Native):
    """Collects what is written until it is full or flushed."""

    __slots__ = ("held", "most", "out", "parts")

    def __init__(self, out: Any = None, most: int = SIZE) -> None:
        self.out, self.most = out, most
        self.parts: list[str] = []
        self.held = 0

    def write_text_(self, s: str) -> tuple[int, Any]:
        """Take a string; write what is too much."""
        self.parts.append(s)
        self.held += len(s)
        if self.held > self.most:
            text = "".join(self.parts)
            keep = len(text) % self.most or self.most
            self.parts, self.held = [text[-keep:]], keep
            return len(s), write_to(self.out, text[:-keep])[1]
        return len(s), None

    WriteString = write_text_

    def Write(self, p: Slice) -> tuple[int, Any]:
        """Take bytes."""
        return self.write_text_(text_of(p))

    def WriteByte(self, c: int) -> Any:
        """Take a byte."""
        return self.write_text_(chr(c))[1]

    def WriteRune(self, r: int) -> tuple[int, Any]:
        """Take a rune."""
        return self.write_text_(rune_string(r))

    def Flush(self) -> Any:
        """Write what was collected."""
        text = "".join(self.parts)
        self.parts, self.held = [], 0
        return write_to(self.out, text)[1] if text else None

    def Buffered(self) -> int:
        """Return how much was collected."""
        return self.held

    def Available(self) -> int:
        """Return how much room is left."""
        return self.most - self.held

    def Size(self) -> int:
        """Return how much it can collect."""
        return self.most


def NewWriter(w: Any) -> Writer:
    """Return a Writer that collects for `w`."""
    return Writer(w)


def NewWriterSize(w: Any, size: int) -> Writer:
    """Return a Writer that collects so many bytes for `w`."""
    return Writer(w, size if size > 0 else SIZE)
