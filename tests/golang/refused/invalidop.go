package main

import (
	"fmt"
)


func main() {
	a, b := []int{1}, []int{2}
	fmt.Println(a == b, !1, -"s", ^1.5, "a" - "b", true + false, 5 % 2.0, 1 << 1.5)
	var m map[string]int
	var f func()
	fmt.Println(m == m, f == f, f == nil, a == nil, nil == nil)
	var p *int
	fmt.Println(p + 1, p == 1, &1, *a)
	var u uint8 = 1
	var i int = 2
	fmt.Println(u + i, u << i, u == i, u && true, i || true)
	var s struct{ f func() }
	fmt.Println(s == s, 1 / 0, i / 0, 1.0 / 0)
	x := "a"[5]
	y := [3]int{}[3]
	i++ + 1
}
