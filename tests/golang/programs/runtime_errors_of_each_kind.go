package main

import "fmt"

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (s *Sq) Area() float64 { return s.s * s.s }

type Named interface{ Name() string }

func try(f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			fmt.Printf("%T: %v\n", r, e)
		} else {
			fmt.Printf("%T: %v\n", r, r)
		}
	}()
	f()
}
func main() {
	var s Shape
	var p *Sq
	var any_ interface{} = 3
	arr := [3]int{1, 2, 3}
	i := 5
	z := 0
	sl := []int{1, 2, 3}
	try(func() { s.Area() })
	try(func() { s = p; s.Area() })
	try(func() { _ = any_.(string) })
	try(func() { _ = any_.(Shape) })
	try(func() { _ = s.(Named) })
	try(func() { any_ = nil; _ = any_.(int) })
	try(func() { _ = arr[i] })
	try(func() { _ = sl[i:] })
	try(func() { _ = sl[2:i] })
	try(func() { j := 1; _ = sl[3:j] })
	try(func() { _ = sl[:2:i] })
	try(func() { _ = "abc"[i] })
	try(func() { _ = "abc"[i:] })
	try(func() { _ = 1 / z })
	try(func() { _ = 1 % z })
	try(func() { n := -1; _ = make([]int, n) })
	try(func() { n := -1; _ = make(chan int, n) })
	try(func() { n := 10; _ = [4]int(sl[:n%4]) })
	try(func() { var f func(); f() })
	try(func() { var e error; _ = e.Error() })
	try(func() { m := map[any]int{}; m[[]int{1}] = 2 })
	try(func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	try(func() { type k struct{ f func() }; var a, b any = k{}, k{}; fmt.Println(a == b) })
	try(func() { panic(nil) })
	try(func() { panic(fmt.Sprintf("%05d", 42)) })
	try(func() { i := -1; _ = sl[i] })
	try(func() { var u uint8 = 200; _ = sl[u] })
	try(func() { k := -3; _ = 1 << k })
	try(func() { copy(sl[4:], sl) })
}
