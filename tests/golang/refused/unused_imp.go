package main

import (
	"fmt"
	"os"
	"time"
)


func main() {
	fmt.Println("a")
}
