package main

import (
	"fmt"
)


func main() {
	x := 1
	var y, z = 2, 3
	_ = z
	fmt.Println("a")
}
