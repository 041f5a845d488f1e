// Values of every kind with the verbs v, +v, #v, T, d, s, q and x.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type Code int

func (c Code) String() string { return fmt.Sprintf("Code(%d)", int(c)) }

type Level uint8

const (
	Low Level = iota
	High
)

func (l Level) String() string { return [...]string{"low", "high"}[l] }

type Name string

type Point struct{ X, Y int }

type Named struct {
	Point
	Name  Name
	Tags  []string
	attrs map[string]int
}

type Node struct {
	Value int
	Next  *Node
	Any   any
	Err   error
	F     func(int) string
	C     chan int
}

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°C", float64(t)) }

type PtrStringer struct{ n int }

func (p *PtrStringer) String() string { return fmt.Sprintf("ptr<%d>", p.n) }

type ValStringer struct{ N int }

func (v ValStringer) String() string { return fmt.Sprintf("val<%d>", v.N) }

type MyErr struct{ Code int }

func (e *MyErr) Error() string { return fmt.Sprintf("my error %d", e.Code) }

type Bad struct{}

func (Bad) String() string { panic("boom") }

type BadErr struct{}

func (BadErr) Error() string { panic(errors.New("wrapped boom")) }

type NilStringer struct{ s string }

func (n *NilStringer) String() string { return n.s }

type Goer struct{ a int }

func (g Goer) GoString() string { return "Goer!" }

type inner struct {
	c Code
	d time.Duration
	e error
}

type Outer struct {
	In    inner
	C     Code
	D     time.Duration
	P     *Point
	V     ValStringer
	Arr   [2]Level
	Bytes []byte
	M     map[Code]ValStringer
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func main() {
	n := &Node{Value: 1}
	values := []any{
		Code(7), High, Name("bob"), Temp(36.6), Point{1, 2}, &Point{3, 4},
		Named{Point{1, 2}, "n", []string{"a", "b"}, map[string]int{"z": 1, "a": 2}},
		&Named{}, *n, ValStringer{5}, &ValStringer{6}, PtrStringer{7}, &PtrStringer{8},
		&MyErr{9}, errors.New("plain"), []error{nil},
		map[Point]string{{1, 2}: "p", {0, 5}: "q"}, map[string][]int{"x": {1}, "y": nil},
		[]Point{{1, 2}, {3, 4}}, [2]Code{1, 2}, []any{Code(1), "s", nil, 2.5, []int{1}},
		map[Code]Level{2: High, 1: Low}, struct{}{}, struct {
			A int
			b string
		}{1, "x"}, time.Second * 90, []time.Duration{1, 1500, 3e9}, time.March, time.Sunday,
		Outer{In: inner{1, 2, nil}, C: 3, D: 4e9, V: ValStringer{1}, Bytes: []byte("hi")},
		Pair[string, int]{"k", 1}, &Pair[Point, []int]{}, Goer{3}, []Goer{{1}}, uint8(3), []byte("xy"),
		[3]byte{1, 2, 3}, []Name{"a", "b"}, map[float64]bool{2.5: true, -1: false},
		map[bool]int{true: 1, false: 0}, [][]string{{"a"}, {}}, &[]int{1, 2}, &map[string]int{"a": 1},
		&[2]int{1, 2}, error(nil), int8(-3), 'x', float32(2.5), uintptr(10), "", [0]int{},
		[]struct{ A, B int }{{1, 2}}, map[string]any{"n": nil, "m": map[string]any{"k": 1}},
		Bad{}, BadErr{}, (*NilStringer)(nil), (*MyErr)(nil), (*Point)(nil), []*Point{nil}, (func())(nil),
		(chan int)(nil), []Bad{{}}, struct{ B Bad }{}, struct{ b Bad }{},
	}
	for i, v := range values {
		for _, f := range []string{"%v", "%+v", "%T", "%d", "%s", "%q", "%x", "%6v|", "%-6v|", "%06d", "%t"} {
			fmt.Printf("%d %s: "+f+"\n", i, f, v)
		}
	}
	for i, v := range values {
		if _, ok := v.(Node); !ok {
			fmt.Printf("%d %#v\n", i, v)
		}
	}
	fmt.Println(values[4:12]...)
	fmt.Println(Code(1), &Point{1, 2}, []any{1, nil}, nil, true, 1.5, float32(0.1), 1e6, 1e-7, 'a', "s", uint8(1))
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, nil, nil, "\n")
	fmt.Print(1, 2, "x", 3, 4, Name("n"), Name("m"), "\n")
	fmt.Fprintln(os.Stdout, "to stdout", 1)
	fmt.Fprintf(os.Stdout, "%s %d\n", "to stdout", 2)
	fmt.Fprint(os.Stdout, "to stdout", 3, "\n")
	fmt.Fprintln(os.Stderr, "to stderr")
	count, err := fmt.Println("héllo")
	fmt.Println(count, err)
	fmt.Println(fmt.Sprint(), fmt.Sprint("a", 1, 2, "b"), fmt.Sprintln("x", 1))
	fmt.Println(string(fmt.Appendf([]byte("a"), "%d", 5)), string(fmt.Append(nil, 1, 2)), string(fmt.Appendln(nil, "z")))
	var p *int
	var e error
	var s fmt.Stringer
	fmt.Println(p, e, s, p == nil)
	fmt.Printf("%v %+v %d %s %p\n", p, e, s, e, p)
	var a, b int
	var w string
	var f float64
	k, err := fmt.Sscanf("7 abc 2.5", "%d %s %f", &a, &w, &f)
	fmt.Println(k, err, a, w, f)
	k, err = fmt.Sscan("1 2", &a, &b)
	fmt.Println(k, err, a, b)
	k, err = fmt.Sscanf("x", "%d", &a)
	fmt.Println(k, err)
	k, err = fmt.Sscan("5", &a, &b)
	fmt.Println(k, err, a)
}
