package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
)

func main() {
	r := strings.NewReader("héllo world")
	fmt.Println(r.Seek(6, io.SeekStart))
	b, _ := io.ReadAll(r)
	fmt.Printf("%q %d %d\n", b, r.Len(), r.Size())
	r.Seek(-3, io.SeekEnd)
	c, n, err := r.ReadRune()
	fmt.Println(string(c), n, err, r.UnreadRune(), r.UnreadRune())
	fmt.Println(io.Copy(os.Stdout, r))
	fmt.Println(r.Seek(-30, io.SeekCurrent))
	s := io.NewSectionReader(r, 3, 5)
	p := make([]byte, 10)
	fmt.Println(s.ReadAt(p, 1))
	n, err = s.Read(p[:2])
	fmt.Printf("%q %v %d\n", p[:n], err, s.Size())
	var buf bytes.Buffer
	fmt.Println(buf.Cap(), buf.Len())
	for i := 0; i < 100; i++ {
		fmt.Fprintf(&buf, "%d,", i)
		if i%15 == 0 {
			fmt.Println(i, buf.Len(), buf.Cap(), buf.Available())
		}
	}
	buf.Grow(1000)
	fmt.Println(buf.Cap(), buf.UnreadByte())
	line, err := buf.ReadString(',')
	fmt.Println(line, err, buf.UnreadByte(), buf.Len())
	ab := buf.AvailableBuffer()
	ab = strconv.AppendInt(ab, 42, 10)
	ab = strconv.AppendQuoteRune(ab, '☺')
	buf.Write(ab)
	fmt.Println(buf.String()[buf.Len()-8:])
	fmt.Println(buf.ReadFrom(strings.NewReader("from")))
	n64, err := buf.WriteTo(io.Discard)
	fmt.Println(n64, err, buf.Len(), buf.Cap())
	var sb strings.Builder
	sb.Grow(10)
	fmt.Println(sb.Cap())
	for i := 0; i < 5; i++ {
		sb.WriteString("0123456789")
		fmt.Print(sb.Cap(), " ")
	}
	sb.Reset()
	fmt.Println(sb.Cap(), sb.Len())
	var up atomic.Uintptr
	fmt.Println(up.Add(3), up.Load())
	br := bytes.NewReader([]byte("abc"))
	x, _ := br.ReadByte()
	fmt.Println(x, br.UnreadByte(), br.UnreadByte())
	var nb *bytes.Buffer
	fmt.Println(nb)
	fmt.Println(buf)
	fmt.Printf("%v %+v\n", br, bytes.NewBufferString("x"))
}
