package main

import (
	"fmt"
)


func main() {
	fmt.Println(foo)
	bar()
	var t Missing
	fmt.Printn("x")
	s.x = 1
	var q strings.Builder
	_, _ = t, q
}
