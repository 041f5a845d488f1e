package main

import (
	"fmt"
)

func use(a ...any) {}

type T struct{ age int }
func (t *T) Inc() {}
func main() {
	T{}.Inc()
	x := []int{1, "a"}
	y := [2]string{1}
	use(x["a"], x[1.0], y, T{Age: 1})
	fmt.println(1)
	var t T
	t.Age = 1
	t.inc()
}
