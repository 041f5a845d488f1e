package main

import (
	"fmt"
)


func main() {
	func := 1
	type := 2
	fmt.Println(func)
}
