package main

import (
	"fmt"
	"strconv"
	"time"
)

type T struct{ n int }

func (t *T) Get(a, b int, opts ...string) (n int, err error) { return }
func (t T) One() int                                        { return 1 }
func add(a int, b int) int                                   { return a + b }
func pair() (x, y int)                                       { return 1, 2 }
func cb(f func(i int) bool, _ string)                        {}
func gen[K comparable](k K) K                                { return k }

func main() {
	var x int = add
	var t T
	var s string = t.One
	y := 1 + t.Get(1, 2)
	x = pair()
	x = strconv.Atoi("1")
	x = cb
	if add {
	}
	x = time.After
	fmt.Println(x+add, s, y)
	x = gen
}
