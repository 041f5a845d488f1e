package main

import (
	"fmt"
)

func f() int { return 1 }
func f2() (int, string, error) { return 1, "", nil }
func main() {
	a, b := 1
	c, d := f()
	e := f2()
	var g, h int = 1, 2, 3
	a, b = f2()
	fmt.Println(a, b, c, d, e, g, h)
	a, b, c = 1, 2
}
