package main

import (
	"fmt"
)

func f() {}
var f int
type T struct { a int; a string }
func (T) m() {}
func (T) m() {}
func g(a int, a string) {}
func main() {
	a := 1
	a := 2
	var a int
	func() { a := 3; _ = a }()
	b, a := 1, 2
	b, a := 3, 4
	const b = 1
	fmt.Println(a, b)
	a, c = 1, 2
}
