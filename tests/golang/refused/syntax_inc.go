package main

import (
	"fmt"
)


func main() {
	x := 1
	y := x++
	++x
	fmt.Println(y)
}
