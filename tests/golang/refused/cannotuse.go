package main

import (
	"fmt"
)

type T struct{}
func (t *T) String() string { return "" }
type I interface{ M(); N(int) string }
func (T) M() {}
func g(int) {}
func main() {
	var s fmt.Stringer = T{}
	var s2 fmt.Stringer = &T{}
	var i I = T{}
	var e error = "x"
	var p *int = 5
	var f func(int) = func(string) {}
	var c chan<- int = make(<-chan int)
	var m map[string]int = map[int]string{}
	g(1.5)
	g("s")
	var x int64 = int32(5)
	var b byte = 300
	var n int = nil
	_, _, _, _, _, _, _, _, _, _, _ = s, s2, i, e, p, f, c, m, x, b, n
}
