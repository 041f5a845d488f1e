package main

import (
	"fmt"
)


func main() {
	fmt.Println("\q")
	x := 09
	y := 0xZ
	z := 1__0
}
