package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:1]) }

func main() {
	var a, b int
	var s string
	var f float64
	r := strings.NewReader("1 2\n3 x 4.5\nhello 5\n\n6 7 8\n")
	fmt.Println(fmt.Fscan(r, &a, &b))
	fmt.Println(fmt.Fscan(r, &a, &s, &f))
	fmt.Println(a, b, s, f)
	fmt.Println(fmt.Fscanln(r, &s))
	fmt.Println(fmt.Fscanln(r, &s, &a))
	fmt.Println(fmt.Fscanln(r, &s, &a))
	fmt.Println(fmt.Fscanln(r, &a, &b))
	rest, _ := io.ReadAll(r)
	fmt.Printf("%q %v %v %v\n", rest, a, b, s)
	in := bufio.NewReader(strings.NewReader("3\n10 20 30\nfoo:7\n"))
	var n int
	fmt.Fscan(in, &n)
	sum := 0
	for i := 0; i < n; i++ {
		var x int
		fmt.Fscan(in, &x)
		sum += x
	}
	fmt.Println(sum)
	fmt.Println(fmt.Fscanf(in, "\n"))
	fmt.Println(fmt.Fscanf(in, "%3s:%d\n", &s, &a))
	fmt.Println(s, a)
	fmt.Println(fmt.Fscan(in, &a))
	fmt.Println(fmt.Fscan(slow{strings.NewReader("12 abc é")}, &a, &s, &s))
	fmt.Println(a, s)
	fmt.Println(fmt.Sscan("", &a))
	fmt.Println(fmt.Sscan("1", &a, &b))
	fmt.Println(fmt.Sscan("x", &a))
	fmt.Println(fmt.Sscanln("1\n2", &a, &b))
	fmt.Println(fmt.Sscanf("10-20", "%d-%d", &a, &b))
	fmt.Println(fmt.Sscanf("0x1F 077 101", "%x %o %b", &a, &b, &n))
	fmt.Println(a, b, n)
	fmt.Println(fmt.Sscanf("abc 12:30:45", "abc %d:%d:%d", &a, &b, &n))
	var c rune
	var u uint8
	var bb bool
	fmt.Println(fmt.Sscanf("Z 300 true", "%c %d %t", &c, &u, &bb))
	fmt.Println(c, u, bb)
	fmt.Println(fmt.Sscanf("12345", "%2d%3d", &a, &b))
	fmt.Println(a, b)
	fmt.Println(fmt.Sscanf("5%", "%d%%", &a))
	fmt.Println(fmt.Sscanf(`"quoted str" x`, "%q %s", &s, &s))
	fmt.Println(s)
	fmt.Println(fmt.Scan(&a))
	fmt.Println(fmt.Scanln(&a))
	fmt.Println(fmt.Scanf("%d", &a))
	var h int
	fmt.Sscan("0x10", &h); fmt.Println(h)
	fmt.Sscan("1_000", &h); fmt.Println(h)
	fmt.Println(fmt.Sscanf("7", "%d %d", &a, &b))
	fmt.Println(fmt.Sscanf("7 8 9", "%d %d", &a, &b))
	fmt.Println(fmt.Sscanf("7,8", "%d %d", &a, &b))
	fmt.Println(fmt.Sscanf("3.14abc", "%f%s", &f, &s))
	fmt.Println(f, s)
	fmt.Println(fmt.Sscan("999999999999999999999", &a))
	fmt.Println(fmt.Sscan("-5", &u))
}
