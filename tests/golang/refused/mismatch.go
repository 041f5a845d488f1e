package main

import (
	"fmt"
)


func main() {
	var a int = "s"
	b := 1 + "x"
	var c float64 = 2
	d := 3
	fmt.Println(a, b, c*d, c+1, d+1.5)
}
