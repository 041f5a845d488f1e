package main

import (
	"fmt"
	"time"
)

var g = 1

func bump() int { g += 10; return 1 }

type S struct{ n int }

func (s *S) inc() int { s.n += 5; return s.n }

type Node struct {
	v    int
	next *Node
}

func main() {
	fmt.Println(g+bump(), g)
	g = 1
	g += bump()
	fmt.Println(g)
	x := 1
	f := func() int { x = 100; return 1 }
	fmt.Println(x+f(), x)
	x = 1
	x += f()
	fmt.Println(x)
	x = 1
	y := x + f()*2
	fmt.Println(y)
	x = 1
	fmt.Println(x, f(), x)
	x = 1
	arr := []int{x, f(), x}
	fmt.Println(arr)
	s := &S{1}
	fmt.Println(s.n+s.inc(), s.n)
	fmt.Println(s.n, s.inc(), s.n)
	z := s.n*100 + s.inc()
	fmt.Println(z)
	ch := make(chan int)
	total := 0
	go func() { time.Sleep(time.Second); total = 1000; ch <- 5 }()
	total += <-ch
	fmt.Println(total)
	go func() { time.Sleep(time.Second); total = 1; ch <- 5 }()
	total = total + <-ch
	fmt.Println(total)
	// list reversal
	var head *Node
	for i := 0; i < 4; i++ {
		head = &Node{i, head}
	}
	var prev *Node
	for cur := head; cur != nil; {
		prev, cur, cur.next = cur, cur.next, prev
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()
	i := 0
	a := []int{1, 2, 3}
	i, a[i] = 2, 9
	fmt.Println(i, a)
	i = 0
	i, a[i], a[2] = 1, a[2], a[i]
	fmt.Println(i, a)
	m := map[string]int{"a": 1}
	k := "a"
	k, m[k] = "b", 7
	fmt.Println(k, m)
	get := func() (int, int) { i = 2; return 5, 6 }
	i = 0
	i, a[i] = get()
	fmt.Println(i, a)
	arr2 := [3]int{1, 2, 3}
	mod := func() int { arr2[0] = 50; return 1 }
	fmt.Println(arr2[0]+mod(), arr2)
	arr2[0] = 1
	arr2[0] += mod()
	fmt.Println(arr2)
	p := &x
	x = 1
	*p += f()
	fmt.Println(x)
	cond := func() bool { x = 7; return true }
	x = 3
	if x == 3 && cond() && x == 7 {
		fmt.Println("cond", x)
	}
	b := x < 100 == cond()
	fmt.Println(b)
	str := "a"
	app := func() string { str += "b"; return "c" }
	str += app()
	fmt.Println(str)
	str = "a"
	fmt.Println(str + app() + str)
	sl := []int{1}
	grow := func() int { sl = append(sl, 2); return 3 }
	sl = append(sl, grow())
	fmt.Println(sl)
	fmt.Println(len(sl), grow(), len(sl))
	fmt.Println(func() (int, int) { q := 1; w := func() int { q = 9; return 2 }; return q, w() }())
}
