package main

import "fmt"

func main() {
	x := 1
	fmt.Println("x" x)
	println("x" 3)
	x = := 3
	var n = 99999999999999999999
	var y any = 1 << 70
}
