package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
)

const _ = math.MaxInt64

type _ struct{ r *strings.Reader }

func _() { _ = errors.New("x") }
func _(a int) int { return a }

var _ = os.Args

func main() {
	var a int
	type a struct{}
	const b = 1
	var b, c int
	_ = c
	fmt.Println(a)
	type t int
	type t string
	x, y := 1, 2
	var x string
	_ = y
}
func main() {}
