package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		r := recover()
		fmt.Printf("%s: %v\n", name, r)
		if e, ok := r.(error); ok {
			fmt.Printf("   %T %s\n", e, e.Error())
		}
	}()
	f()
}

type T struct{ a, b int }
type I interface{ M() }
type J interface{ N() }
type impl struct{}

func (impl) M() {}

func main() {
	xs := make([]int, 3, 5)
	n := 7
	neg := -1
	str := "hello"
	arr := [4]int{}
	var m map[string]int
	var p *T
	var i I
	var e any = "str"
	zero := 0
	var fn func()
	var ch chan int
	try("slice high", func() { _ = xs[:n] })
	try("slice low", func() { _ = xs[n:][0] })
	try("slice lo>hi", func() { lo := 3; _ = xs[lo:1] })
	try("slice3", func() { _ = xs[0:2:n] })
	try("slice3b", func() { a := 4; _ = xs[0:a:3] })
	try("neg idx", func() { _ = xs[neg] })
	try("str idx", func() { _ = str[n] })
	try("str slice", func() { _ = str[n:] })
	try("str slice2", func() { _ = str[:n] })
	try("str slice3", func() { lo := 4; _ = str[lo:2] })
	try("arr idx", func() { _ = arr[n%8] })
	try("arr slice", func() { _ = arr[n:] })
	try("nil map", func() { m["a"] = 1 })
	try("nil ptr", func() { p.b = 3 })
	try("nil ptr read", func() { fmt.Println(p.a) })
	try("nil iface", func() { i.M() })
	try("conv", func() { _ = e.(int) })
	try("conv iface", func() { _ = e.(I) })
	i = impl{}
	try("conv iface2", func() { _ = i.(J) })
	try("conv nil", func() { var x any; _ = x.(int) })
	try("conv nil iface", func() { var x any; _ = x.(fmt.Stringer) })
	try("conv struct", func() { e = T{1, 2}; _ = e.(*T) })
	try("div", func() { fmt.Println(1 / zero) })
	try("mod", func() { fmt.Println(1 % zero) })
	try("nil fn", func() { fn() })
	try("close nil", func() { close(ch) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("makeslice", func() { _ = make([]int, neg) })
	try("makeslice cap", func() { _ = make([]int, 2, n-6) })
	try("makechan", func() { _ = make(chan int, neg) })
	try("hash", func() { mm := map[any]int{}; mm[[]int{1}] = 2 })
	try("hash func", func() { mm := map[any]int{}; mm[func() {}] = 2 })
	try("compare", func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	try("compare struct", func() {
		type S struct{ x any }
		a, b := S{map[string]int{}}, S{map[string]int{}}
		fmt.Println(a == b)
	})
	try("slice to array", func() { _ = [4]int(xs) })
	try("slice to array ptr", func() { _ = (*[4]int)(xs) })
	try("shift", func() { s := -1; fmt.Println(1 << s) })
	try("nil panic", func() { panic(nil) })
	try("custom", func() { panic(fmt.Errorf("wrapped: %w", fmt.Errorf("inner"))) })
}
