package main

import (
	"fmt"
	"time"
)

type Count int

func (c *Count) Inc()       { *c++ }
func (c Count) Get() int    { return int(c) }

type Wrap struct {
	Count
	name string
}

type Deep struct{ *Wrap }

type Incer interface{ Inc() }

type P struct{ x, y int }

func (p P) Show(tag string) { fmt.Println(tag, p.x, p.y) }
func (p P) String() string  { return fmt.Sprintf("P(%d,%d)", p.x, p.y) }

type X int

func (x *X) foo() { *x++; fmt.Println("foo", *x) }

func clos(f func()) func() { return func() { f() } }

func main() {
	w := &Wrap{}
	w.Inc()
	var i Incer = w
	i.Inc()
	f := (*Wrap).Inc
	f(w)
	d := Deep{w}
	i = d
	i.Inc()
	g := w.Inc
	g()
	fmt.Println(w.Get(), d.Get(), w.Count)
	p := P{1, 2}
	go p.Show("go")
	defer p.Show("defer")
	h := p.Show
	p.x = 100
	h("value")
	time.Sleep(time.Millisecond)
	q := new(X)
	clos(q.foo)()
	var z X
	clos(z.foo)()
	m := map[string]*X{"a": q}
	k := m["a"].foo
	k()
	var arr *[4]int
	fmt.Println(len(arr), cap(arr))
	for i := range arr {
		fmt.Print(i, " ")
	}
	fmt.Println()
	mm := map[any]int{1: 1}
	try := func(name string, f func()) {
		defer func() { r := recover(); fmt.Printf("%s: %v %T\n", name, r, r) }()
		f()
	}
	key := []int{1}
	try("lookup", func() { _ = mm[key] })
	try("ok", func() { _, ok := mm[key]; fmt.Println(ok) })
	try("delete", func() { delete(mm, any(key)) })
	try("store", func() { mm[key] = 1 })
	try("nil value method", func() { var np *P; var s fmt.Stringer = np; fmt.Println(s); fmt.Println(s.String()) })
	try("nil direct", func() { var np *P; fmt.Println(np.String()) })
	try("nil map", func() { var m map[string]int; m["a"] = 1 })
	type E struct{ error }
	try("nil embedded", func() { fmt.Println(E{}.Error()) })
	pp := &p
	a := [3]int{1, 2, 3}
	pa := &a
	pa[1]++
	for i, v := range pa {
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(pa), pa[1:], *pp)
	mk := map[*[3]int]string{pa: "arr"}
	fmt.Println(mk[pa], mk[&a] == mk[&[3]int{}])
	fmt.Println([3]int{2: 5}, [...]string{1: "b", 0: "a"}, []int{5: 1})
	if p.x > 1 {
		fmt.Println("ok")
	}
}
