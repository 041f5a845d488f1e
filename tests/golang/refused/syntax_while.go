package main

import (
	"fmt"
)


func main() {
	while true {
	}
}
