package main

import "fmt"

type S struct {
	self, cls, class, def, lambda, None, True, own_, copy_, go_type, print, len, v, key_, eq_, of, name, zero, dict, object, list, other, fields, __init__, __slots__, int_ int
}

func (self S) try() int    { return self.class }
func (self *S) yield() int { self.def++; return self.def }
func (s S) pass(self, cls, None int, lambda func(int) int) (and, or int) {
	and, or = lambda(self), cls+None
	return
}

type class interface{ try() int }

func def(async, await, nonlocal, global int) (is, in, not int) {
	return async + await, nonlocal, global
}

func main() {
	s := S{self: 1, cls: 2, class: 3, def: 4, lambda: 5, None: 6, True: 7, own_: 8, copy_: 9, go_type: 10, print: 11, len: 12, v: 13}
	t := s
	t.self = 100
	fmt.Println(s == t, s.self, t.self, s.yield(), s.try())
	fmt.Printf("%+v\n", s)
	fmt.Println(s.pass(1, 2, 3, func(self int) int { return self * 2 }))
	var c class = s
	fmt.Println(c.try())
	fmt.Println(def(1, 2, 3, 4))
	m := map[S]int{s: 1}
	fmt.Println(m[s], m[t])
	self, list, dict, str, p, g := 1, 2, 3, 4, 5, 6
	f := func() {
		self++
		list++
		dict++
		str++
		p++
		g++
	}
	f()
	fmt.Println(self, list, dict, str, p, g)
	type exec struct{ eval, raise, except, finally, with, as, elif, assert, del, from, False int }
	e := exec{eval: 1, raise: 2, from: 3}
	fmt.Printf("%+v\n", e)
	for range 2 {
		with := e
		with.as++
		fmt.Println(with.as)
	}
}
