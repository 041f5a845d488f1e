package main

import (
	"fmt"
)

type T struct { a int; B string }
type I interface { M() }
func (t T) M() {}
func (t T) foo() {}
func main() {
	t := T{}
	t.Foo()
	t.x = 1
	t.String()
	var i I = t
	i.Bar()
	T.Baz(t)
	t.a()
	var p **T
	p.Foo()
	fmt.Println(t.b, T{c: 1}, T{1, 2}, T{1, "x", 3})
	var any2 any = t
	any2.Foo()
	x := 5
	x.y = 1
	x()
	x[0] = 1
	*x = 2
	for range t {}
}
