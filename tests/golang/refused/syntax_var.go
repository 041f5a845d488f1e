package main

import (
	"fmt"
)


func main() {
	var x := 1
	var y int := 2
	fmt.Println(x, y)
}
