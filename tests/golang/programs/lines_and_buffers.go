package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

type LineReader struct {
	sc   *bufio.Scanner
	line int
}

func (l *LineReader) Next() (string, error) {
	if !l.sc.Scan() {
		if err := l.sc.Err(); err != nil {
			return "", fmt.Errorf("line %d: %w", l.line+1, err)
		}
		return "", io.EOF
	}
	l.line++
	return l.sc.Text(), nil
}

type flaky struct {
	r io.Reader
	n int
}

func (f *flaky) Read(p []byte) (int, error) {
	f.n++
	time.Sleep(time.Millisecond)
	if f.n == 3 {
		return 0, errors.New("connection reset")
	}
	if len(p) > 8 {
		p = p[:8]
	}
	return f.r.Read(p)
}
func main() {
	l := &LineReader{sc: bufio.NewScanner(&flaky{r: strings.NewReader("alpha\nbeta\ngamma\n")})}
	for {
		s, err := l.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Println("error:", err)
			break
		}
		fmt.Println(l.line, s)
	}
	sc := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000) + "\nshort\n"))
	for sc.Scan() {
		fmt.Println(len(sc.Text()))
	}
	fmt.Println(sc.Err(), errors.Is(sc.Err(), bufio.ErrTooLong))
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("y", 70000)))
	sc.Buffer(make([]byte, 0, 1024), 1<<20)
	for sc.Scan() {
		fmt.Println(len(sc.Bytes()))
	}
	sc = bufio.NewScanner(strings.NewReader("a,b,,c"))
	sc.Split(func(data []byte, eof bool) (int, []byte, error) {
		if i := strings.IndexByte(string(data), ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if eof && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("héy"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Printf("%s|", sc.Text())
	}
	fmt.Println()
	br := bufio.NewReader(strings.NewReader("peek me\nrest of it"))
	p, err := br.Peek(4)
	fmt.Printf("%s %v\n", p, err)
	r, n, _ := br.ReadRune()
	br.UnreadRune()
	fmt.Println(string(r), n, br.Buffered())
	ln, pre, err := br.ReadLine()
	fmt.Println(string(ln), pre, err)
	br.Discard(5)
	b, err := br.ReadBytes('f')
	fmt.Printf("%q %v\n", b, err)
	_, err = br.Peek(100)
	fmt.Println(err)
	rest, err := io.ReadAll(br)
	fmt.Printf("%q %v\n", rest, err)
	var sb strings.Builder
	bw := bufio.NewWriterSize(&sb, 16)
	for i := range 4 {
		fmt.Fprintf(bw, "chunk%d;", i)
		fmt.Println(bw.Buffered(), bw.Available(), sb.Len())
	}
	bw.Flush()
	fmt.Println(sb.String())
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(&sb))
	rw.WriteString("!")
	s, _ := rw.ReadString('\n')
	rw.Flush()
	fmt.Println(s, sb.String())
	pr, pw := io.Pipe()
	go func() {
		for i := range 3 {
			time.Sleep(10 * time.Millisecond)
			fmt.Fprintln(pw, "msg", i)
		}
		pw.Close()
	}()
	tr := io.TeeReader(pr, &sb)
	m, err := io.Copy(io.Discard, tr)
	fmt.Println(m, err, sb.Len(), time.Now().Nanosecond()/1e6)
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader(""), strings.NewReader("b"))
	x, _ := io.ReadAll(mr)
	fmt.Println(string(x))
	mw := io.MultiWriter(&sb, io.Discard)
	nn, err := mw.Write([]byte("zz"))
	fmt.Println(nn, err)
	lr := &io.LimitedReader{R: strings.NewReader("0123456789"), N: 4}
	y, _ := io.ReadAll(lr)
	fmt.Println(string(y), lr.N)
	_, err = io.CopyN(io.Discard, strings.NewReader("abc"), 5)
	fmt.Println(err)
	buf := make([]byte, 2)
	_, err = io.ReadAtLeast(strings.NewReader("abc"), buf, 3)
	fmt.Println(err)
}
