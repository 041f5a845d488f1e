package main

import (
	"fmt"
)


func main() {
	for i in range 3 {
	}
	for (i := 0; i < 3; i++) {
	}
}
