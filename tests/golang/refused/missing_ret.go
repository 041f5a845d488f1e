package main

import (
	"fmt"
)

func f(x int) int {
	if x > 0 {
		return 1
	}
}
func g() (a, b int) {
	for {
		break
	}
}
func h(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("x")
	}
}
func k() int {
	for {
	}
}
func l() int {
	fmt.Println()
}
func main() {

}
