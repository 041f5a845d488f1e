package main

import (
	"fmt"
)


func main() {
	func foo() {
	}
	foo()
}
