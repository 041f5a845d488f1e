package main

import (
	"fmt"
)

func use(a ...any) {}

func main() {
	switch t := any(1).(type) {
	case int:
	}
	x := nothing()
	y := 1 + nothing2
	var b byte = 300
	var r rune = "a"
	s := []byte(1)
	fmt.Println(b, r, s)
}
