package main

import (
	"fmt"
	"time"
)

var x = 1

func inc(d int) int { x += d; fmt.Print("inc", d, " "); return x }

func pair() (int, bool) { x++; return x, x%2 == 0 }

func even(n int, ok bool) bool { return ok }

type box struct{ v int }

func (b *box) next() int { b.v++; return b.v }

func main() {
	switch {
	case x > 100:
		fmt.Println("big")
	case x+inc(1) > 100:
		fmt.Println("second")
	case x+inc(10) > 20, x+inc(100) > 3:
		fmt.Println("third", x)
	case x+inc(1000) > 0:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
	switch y := x + inc(1); y {
	case x - inc(1), x + inc(2):
		fmt.Println("a", x)
	case x + inc(-2) + 1:
		fmt.Println("b", x)
	default:
		fmt.Println("c", x, y)
	}
	for i := 0; i+inc(1) < x+6 && even(pair()); i++ {
		if i == 2 {
			continue
		}
		fmt.Println("loop", i, x)
		if i > 4 {
			break
		}
	}
	if x > 0 && x+inc(1) > 0 || x+inc(50) > 0 {
		fmt.Println("if", x)
	} else if x+inc(3) > 0 {
		fmt.Println("else if", x)
	}
	if x < 0 {
		fmt.Println("no")
	} else if x+inc(3) < 0 {
		fmt.Println("no")
	} else if n := x + inc(4); n > 0 && even(pair()) {
		fmt.Println("chain", x, n)
	} else {
		fmt.Println("else", x, n)
	}
	b := &box{}
	for b.v+b.next() < 9 {
		fmt.Print(b.v, " ")
	}
	fmt.Println()
	ch := make(chan int, 10)
	chans := []chan int{ch, nil}
	idx := 0
	pick := func() int { idx++; return 7 }
	select {
	case chans[idx] <- idx + pick():
		fmt.Println("sent", <-ch, idx)
	case v := <-chans[1]:
		fmt.Println(v)
	case <-time.After(time.Duration(idx+pick()) * time.Millisecond):
		fmt.Println("late")
	}
	m := map[string]int{"a": 1}
	m["a"] += inc(1) + m["a"]
	m["b"], m["c"] = m["a"]+inc(1), x
	fmt.Println(m)
	arr := [...]int{x, inc(1), x}
	fmt.Println(arr, len(arr))
	f := func(xs ...int) (n int) {
		for _, v := range xs {
			n += v - x
		}
		return n + inc(1)
	}
	fmt.Println(f(x, inc(1), x)-f(), x)
	type node struct {
		l, r *node
		v    int
	}
	cnt := 0
	var build func(d int) *node
	build = func(d int) *node {
		if d == 0 {
			return nil
		}
		cnt++
		return &node{v: cnt, l: build(d - 1), r: build(d - 1)}
	}
	var sum func(*node) int
	sum = func(n *node) int {
		if n == nil {
			return 0
		}
		return n.v*100 + sum(n.l) - sum(n.r)
	}
	fmt.Println(sum(build(4)), cnt)
	go func(a, b int) { fmt.Println("go", a, b) }(x, inc(1))
	defer func(a, b int) { fmt.Println("defer", a, b) }(x, inc(1))
	time.Sleep(time.Millisecond)
	ok := x > 0 && func() bool { x = -5; return true }() && x < 0
	fmt.Println(ok, x)
	s := "x"
	grow := func() string { s += "y"; return s }
	s = s + grow() + s
	fmt.Println(s, len(s) > 3 && grow() != "", s)
	fmt.Printf("%d %d %s\n", x, inc(1), fmt.Sprint(x, inc(1)))
	p := []int{1, 2, 3}
	shift := func() int { v := p[0]; p = p[1:]; return v }
	p[0] = shift() * 10
	fmt.Println(p, p[0]+shift(), p)
	for i, v := range append(p, shift()) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	var e error
	set := func() error { e = fmt.Errorf("set"); return nil }
	if err := set(); err == nil && e != nil {
		fmt.Println("e", e)
	}
	func() (err error) {
		defer func() { fmt.Println("named", err) }()
		return fmt.Errorf("%w/%w", e, fmt.Errorf("x%d", inc(1)))
	}()
}
