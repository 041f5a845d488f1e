package main

import (
	"fmt"
)

func f(a, b int) {}
func g(xs ...int) {}
func h() {}
func h2() (int, int, int) { return 1, 2, 3 }
func v(a int, s ...string) int { return 0 }
func main() {
	f(1)
	f(1, 2, 3)
	f("a", 2)
	g()
	g(1, "x")
	x := h()
	var y int = f(1, 2)
	f(h2())
	fmt.Println(x, y, v("a"))
}
