"""The Scanner of package bufio, in Go: a reader's text in lines, words, runes or bytes.

Models   bufio/scan.go of Go 1.22.
Read     gosim.golang.lib.goio first, gosim.golang.lib.gobufio next.
Leaves out   nothing.

A token is a window of the buffer: the next call of Scan may write over it.
"""

from __future__ import annotations

from typing import Final

SCANNER: Final = """
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
	r          io.Reader
	split      SplitFunc
	most       int
	token      []byte
	buf        []byte
	start, end int
	err        error
	empty      int
	begun      bool
	over       bool
}

func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, most: MaxScanTokenSize}
}
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.begun {
		panic("Buffer called after Scan")
	}
	s.buf, s.most = buf[:cap(buf)], max
}
func (s *Scanner) Split(split SplitFunc) {
	if s.begun {
		panic("Split called after Scan")
	}
	s.split = split
}
func (s *Scanner) Bytes() []byte { return s.token }
func (s *Scanner) Text() string  { return string(s.token) }
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

func (s *Scanner) fails(err error) bool {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
	return false
}

func (s *Scanner) Scan() bool {
	if s.over {
		return false
	}
	s.begun = true
	for {
		if s.end > s.start || s.err != nil {
			if found, ok := s.next(); found || s.over {
				return ok
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			s.token = nil
			return false
		}
		if !s.makeRoom() {
			s.token = nil
			return false
		}
		s.fill()
	}
}

func (s *Scanner) next() (found, ok bool) {
	advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
	switch {
	case err == ErrFinalToken:
		s.token, s.over = token, true
		return true, token != nil
	case err != nil:
		s.token = nil
		return true, s.fails(err)
	case advance < 0:
		s.token = nil
		return true, s.fails(ErrNegativeAdvance)
	case advance > s.end-s.start:
		s.token = nil
		return true, s.fails(ErrAdvanceTooFar)
	}
	s.start += advance
	s.token = token
	if token == nil {
		return false, false
	}
	if s.err == nil || advance > 0 {
		s.empty = 0
	} else if s.empty++; s.empty > mostEmpty {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
	return true, true
}

func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.most {
		return s.fails(ErrTooLong)
	}
	size := len(s.buf) * 2
	if size == 0 {
		size = defaultSize
	}
	buf := make([]byte, min(size, s.most))
	copy(buf, s.buf[s.start:s.end])
	s.buf = buf
	s.end -= s.start
	s.start = 0
	return true
}

func (s *Scanner) fill() {
	for tries := 0; ; tries++ {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fails(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.fails(err)
			return
		}
		if n > 0 {
			s.empty = 0
			return
		}
		if tries > mostEmpty {
			s.fails(io.ErrNoProgress)
			return
		}
	}
}
"""
