// bufio over strings and standard output, bytes, io, unicode, utf8.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

type slow struct{ s string }

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p, r.s[:1])
	r.s = r.s[1:]
	return n, nil
}

func main() {
	sc := bufio.NewScanner(strings.NewReader("one two\nthree\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(&slow{" héllo  wörld \n x"})
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Bytes())
	}
	sc = bufio.NewScanner(strings.NewReader("aé\xff"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("a,b,c"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(nil, 10)
	fmt.Println(sc.Scan(), sc.Err())
	r := bufio.NewReader(strings.NewReader("line one\nline two\nrest"))
	s, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	c, _ := r.ReadByte()
	r.UnreadByte()
	peek, err := r.Peek(4)
	fmt.Println(c, string(peek), err)
	line, more, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, more, err)
	s, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	_, err = r.ReadByte()
	fmt.Println(err == io.EOF)
	rr, size, err := bufio.NewReader(strings.NewReader("世x")).ReadRune()
	fmt.Println(rr, size, err)
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "buffered %d ", 1)
	w.WriteString("str ")
	w.WriteByte('b')
	w.WriteRune('é')
	w.Write([]byte(" bytes\n"))
	fmt.Fprintln(os.Stdout, "before flush", w.Buffered(), w.Available(), w.Size())
	w.Flush()
	fmt.Fprintln(upper{os.Stdout}, "to upper", 5)
	io.WriteString(upper{os.Stdout}, "io write\n")
	all, err := io.ReadAll(&slow{"read all"})
	fmt.Println(string(all), err)
	n, err := io.Copy(upper{os.Stdout}, strings.NewReader("copied\n"))
	fmt.Println(n, err)
	fmt.Fprintln(io.Discard, "nothing")
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("buf"))
	fmt.Fprintf(&b, " %d", 42)
	fmt.Println(b.String(), b.Len(), string(b.Next(5)), b.String())
	x, err := b.ReadString('f')
	fmt.Printf("%q %v %q\n", x, err, b.Bytes())
	b.Truncate(1)
	fmt.Printf("%q\n", b.String())
	b.Reset()
	_, err = b.ReadByte()
	fmt.Println(err, errors.Is(err, io.EOF))
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Compare([]byte("a"), []byte("b")), bytes.Contains([]byte("abc"), []byte("bc")), bytes.Index([]byte("abc"), []byte("c")))
	fmt.Printf("%q %q %s %s\n", bytes.Split([]byte("a,b"), []byte(",")), bytes.Fields([]byte(" x y ")), bytes.TrimSpace([]byte(" t ")), bytes.Join([][]byte{[]byte("p"), []byte("q")}, []byte("-")))
	fmt.Printf("%s %s %s %v\n", bytes.ToUpper([]byte("up")), bytes.Repeat([]byte("ab"), 2), bytes.ReplaceAll([]byte("aXa"), []byte("a"), []byte("b")), bytes.HasPrefix([]byte("abc"), []byte("ab")))
	for _, r := range []rune{'a', 'A', 'é', '1', ' ', '\n', '!', '+', '世', 'ǅ', 0x301, 0, 0x85, 0xa0, 0x2028, '٣', '½', 0x10ffff, -1} {
		fmt.Print(unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsMark(r), unicode.IsControl(r), unicode.IsPrint(r), unicode.IsGraphic(r), " ")
		fmt.Println(unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), utf8.RuneLen(r), utf8.ValidRune(r))
	}
	for _, s := range []string{"", "a", "é", "\xff", "世界", "a\xe4\xb8", "\xed\xa0\x80"} {
		r1, n1 := utf8.DecodeRuneInString(s)
		r2, n2 := utf8.DecodeLastRuneInString(s)
		fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), r1, n1, r2, n2, utf8.FullRuneInString(s), utf8.RuneCount([]byte(s)))
	}
	p := make([]byte, 4)
	fmt.Println(utf8.EncodeRune(p, '世'), p, utf8.AppendRune(nil, 'é'), string(rune(65)), string(rune(-1)))
}
