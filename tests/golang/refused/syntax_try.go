package main

import (
	"fmt"
)


func main() {
	try {
	} catch (e) {
	}
}
