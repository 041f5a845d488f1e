package main

import (
	"fmt"
)


func main() {
	return 1,

}
