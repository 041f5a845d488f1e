package main

import "fmt"

type Node struct {
	val        int
	next, prev *Node
	kids       [2]int
}
type L struct {
	head *Node
	xs   []int
	n    int
}

func two() (int, int) { return 1, 42 }
func nn() (*Node, int) { return &Node{val: 100}, 7 }

func reverse(head *Node) *Node {
	var prev *Node
	for cur := head; cur != nil; {
		prev, cur, cur.next = cur, cur.next, prev
	}
	return prev
}
func reverse2(head *Node) (prev *Node) {
	for head != nil {
		head.next, prev, head = prev, head, head.next
	}
	return
}
func show(h *Node) {
	for ; h != nil; h = h.next {
		fmt.Print(h.val, " ")
	}
	fmt.Println()
}
func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

type Heap struct{ a []int }

func (h *Heap) Swap(i, j int) { h.a[i], h.a[j] = h.a[j], h.a[i] }

var g = []int{1, 2, 3}
var gi int

func main() {
	var h *Node
	for i := 3; i > 0; i-- {
		h = &Node{val: i, next: h}
	}
	h = reverse(h)
	show(h)
	h = reverse2(h)
	show(h)
	l := &L{head: h, xs: []int{1, 2, 3}}
	l.head, l.head.val = l.head.next, 50
	show(h)
	l.n, l.xs[l.n] = 2, 9
	fmt.Println(l.n, l.xs)
	l.n, l.xs[l.n] = two()
	fmt.Println(l.n, l.xs)
	i := 0
	i, l.xs[i] = two()
	fmt.Println(i, l.xs)
	p := &Node{val: 1}
	q := p
	p, p.val = nn()
	fmt.Println(p.val, q.val)
	p = q
	p.kids, p.kids[0] = [2]int{8, 8}, 3
	fmt.Println(p.kids)
	k := 1
	k, p.kids[k] = 0, 4
	fmt.Println(p.kids)
	m := map[int]string{}
	key := 1
	key, m[key] = 2, "one"
	fmt.Println(m, key)
	gi, g[gi] = 2, 77
	fmt.Println(g, gi)
	ptr := &i
	*ptr, g[*ptr] = 2, 88
	fmt.Println(g, i)
	f := func() { i, g[i] = 0, 99 }
	f()
	fmt.Println(g, i, gcd(48, 36))
	hp := Heap{[]int{1, 2}}
	hp.Swap(0, 1)
	fmt.Println(hp)
	x, y := &hp, Heap{[]int{7}}
	x, *x = &y, Heap{[]int{6}}
	fmt.Println(hp, *x)
	a := [3]int{1, 2, 3}
	b := a
	a, b = b, [3]int{9}
	j := 0
	j, a[j], b = 1, 5, a
	fmt.Println(a, b, j)
	ss := [][]int{{1}, {2}}
	ss[0], ss[1] = ss[1], ss[0]
	ss, ss[0] = [][]int{{5}}, []int{6}
	fmt.Println(ss)
	s := struct{ a, b int }{1, 2}
	s, s.a = struct{ a, b int }{3, 4}, 10
	fmt.Println(s)
	var e1, ok = m[1]
	key, ok = m2()[key]
	fmt.Println(e1, ok, key)
	ch := make(chan int, 1)
	ch <- 5
	arr := []int{0, 0}
	idx := 1
	arr[idx], ok = <-ch
	fmt.Println(arr, ok)
}
func m2() map[int]int { return map[int]int{2: 20} }
