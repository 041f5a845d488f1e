package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"text/tabwriter"
	"time"
)

type slowReader struct {
	r io.Reader
	d time.Duration
}

func (s *slowReader) Read(p []byte) (int, error) {
	time.Sleep(s.d)
	if len(p) > 7 {
		p = p[:7]
	}
	return s.r.Read(p)
}

func main() {
	start := time.Now()
	pr, pw := io.Pipe()
	go func() {
		w := bufio.NewWriter(pw)
		for i := 0; i < 4; i++ {
			fmt.Fprintf(w, "line %d\n", i)
			if i%2 == 1 {
				w.Flush()
			}
			time.Sleep(50 * time.Millisecond)
		}
		w.WriteString("tail without newline")
		w.Flush()
		pw.CloseWithError(errors.New("producer crashed"))
	}()
	sc := bufio.NewScanner(pr)
	for sc.Scan() {
		fmt.Printf("%v %q\n", time.Since(start), sc.Text())
	}
	fmt.Println("err:", sc.Err())

	sr := &slowReader{strings.NewReader("the quick brown fox jumps over the lazy dog"), 10 * time.Millisecond}
	ws := bufio.NewScanner(sr)
	ws.Split(bufio.ScanWords)
	n := 0
	for ws.Scan() {
		n++
		fmt.Println(n, ws.Text(), time.Since(start))
	}
	br := bufio.NewReader(&slowReader{strings.NewReader("k1=v1;k2=v2;rest"), time.Millisecond})
	for {
		s, err := br.ReadString(';')
		fmt.Printf("%q %v\n", s, err)
		if err != nil {
			break
		}
	}
	b, err := io.ReadAll(io.LimitReader(&slowReader{strings.NewReader(strings.Repeat("x", 100)), time.Millisecond}, 30))
	fmt.Println(len(b), err, time.Since(start))
	buf := make([]byte, 10)
	_, err = io.ReadFull(strings.NewReader("short"), buf)
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	pr2, pw2 := io.Pipe()
	pr2.Close()
	_, err = pw2.Write([]byte("x"))
	fmt.Println(err)
}

func init() {
	pr, pw := io.Pipe()
	logger := log.New(pw, "log: ", log.Lmsgprefix|log.Lshortfile)
	columns := tabwriter.NewWriter(pw, 0, 8, 1, '.', 0)
	go func() {
		defer pw.Close()
		logger.Println("a line for somebody slow")
		fmt.Fprintf(columns, "a\tb\nlong\tc\n")
		columns.Flush()
		io.WriteString(pw, "the end\n")
	}()
	lines := bufio.NewReaderSize(&slowReader{pr, time.Second}, 16)
	for {
		line, prefix, err := lines.ReadLine()
		fmt.Printf("%q %v %v at %s\n", line, prefix, err, time.Now().Format("05.000"))
		if err != nil {
			return
		}
	}
}
