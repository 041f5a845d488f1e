package main

import (
	"fmt"
)

func f(int) int { return 0 }
func main() {
	x := 1
	x + 1
	x == 2
	f(x)
	len("a")
	"str"
	f
	-x
	[]int{1}
	append([]int{}, 1)
	func() {}
	x
	fmt.Sprint(x)
}
