package main

import "fmt"

func f(name string, _ ...any) int {
	fmt.Print(name, " ")
	return len(name)
}

// A variable without a value has its turn, too: so e goes before a.
var a = f("a", x)
var b = f("b", y)
var c = f("c", z)
var d = func() int {
	if false {
		_ = z
	}
	return f("d")
}()
var e = f("e")
var x int
var y int = 42
var z int = func() int { return 42 }()

var arrays = 0

func array() *[3]int {
	arrays++
	return nil
}

func main() {
	fmt.Println(a, b, c, d, e)
	var none *[5]string
	fmt.Println(len(none), cap(none), len(array()), cap(array()), arrays)
	for i := range none {
		fmt.Print(i, " ")
	}
	sum := 0
	for i := 0; i < 3_000_000; i++ { // Virtual time does not move for it.
		sum += i
	}
	fmt.Println(sum)
}
