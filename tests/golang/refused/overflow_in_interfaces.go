package main

import "fmt"

const n = 99999999999999999999

func f(xs ...any) {}

func main() {
	fmt.Println(n)
	var x any = 1 << 70
	f(1<<63, -1<<63, 1<<64)
	y := 1 << 64
	z := []any{1 << 65}
	w := map[any]any{1 << 66: 1}
	var e interface{ M() } = 1 << 68
	_, _, _, _, _ = x, y, z, w, e
	panic(1 << 70)
	ch := make(chan any)
	ch <- 1 << 71
	fmt.Println(1e400, 'a'<<40)
	if any(1<<72) == 1<<73 {
	}
}

func g() any { return 1 << 74 }
