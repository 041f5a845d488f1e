package main

import (
	"fmt"
)


func main() {
	type T struct {
		a int,
		b string
	}
}
