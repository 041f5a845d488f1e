package main

import "fmt"

type node struct {
	next *node
	v    int
	in   inner
}
type inner struct{ p *node }

func two() (int, int) { return 1, 77 }

func main() {
	h := []int{5, 1, 2}
	i, least := 0, 1
	i, h[i], h[least] = least, h[least], h[i]
	fmt.Println(i, h)
	h, h[0] = h[1:], 9
	fmt.Println(h)
	a, b := &node{v: 1}, &node{v: 2}
	a, a.next = b, a
	fmt.Println(a.v, a.next == nil)
	p := &node{v: 3, next: &node{v: 4}}
	old := p
	p, p.next.next = p.next, p
	fmt.Println(p.v, p.next.v, old.v)
	q := &node{v: 5, next: &node{v: 6}}
	r := q.next
	q.next, q.next.v = nil, 60
	fmt.Println(r.v, q.next == nil)
	i = 0
	i, h[i] = two()
	fmt.Println(i, h)
	m := map[int]int{}
	k := 3
	k, m[k] = 4, 5
	fmt.Println(k, m)
	x := 1
	px := &x
	y := 2
	px, *px = &y, 10
	fmt.Println(x, y, *px)
	func() { i, h[i] = 0, 55 }()
	fmt.Println(i, h)
	arr := [3]int{0, 1, 2}
	arr[0], arr[arr[0]] = 2, 8
	fmt.Println(arr)
	z := node{in: inner{&node{v: 9}}}
	w := z.in.p
	z.in, z.in.p.v = inner{}, 99
	fmt.Println(w.v, z.in.p)
	var s []int
	s, i = append(s, 1), 7
	fmt.Println(s, i)
	i = 0
	for i, h[i] = range []int{40, 50} {
	}
	fmt.Println(i, h)
	ch := make(chan int, 1)
	var ok bool
	ch <- 3
	i = 1
	select {
	case h[i], ok = <-ch:
	}
	fmt.Println(h, ok)
}
