package main

import (
	"fmt"
)


func main() {
	if x := 1 {
	}
	if x = 1 {
	}
}
