package main

import "fmt"

type Tree struct {
	L, R *Tree
	V    int
}

func (t *Tree) String() string {
	if t == nil {
		return "()"
	}
	s := ""
	if t.L != nil {
		s += t.L.String() + " "
	}
	s += fmt.Sprint(t.V)
	if t.R != nil {
		s += " " + t.R.String()
	}
	return "(" + s + ")"
}

type E struct{ msg string }

func (e *E) Error() string {
	if e == nil {
		return "nil E"
	}
	return e.msg
}

type V struct{ n int }

func (v V) String() string { return fmt.Sprint("V", v.n) }

func find(fail bool) error {
	var e *E
	if fail {
		e = &E{"failed"}
	}
	return e
}

func main() {
	var t *Tree
	fmt.Println(t, &Tree{}, &Tree{L: &Tree{V: 1}, V: 2})
	fmt.Printf("%v %s %d %+v\n", t, t, t, []*Tree{nil, {V: 3}})
	err := find(false)
	fmt.Println(err, err == nil, err != nil)
	if err != nil {
		fmt.Printf("typed nil: %v %T\n", err, err)
	}
	var v *V
	fmt.Println(v, []*V{nil})
	fmt.Printf("%v %s %+v\n", v, v, struct{ P *V }{})
	var s fmt.Stringer
	fmt.Println(s)
	s = t
	fmt.Println(s == nil, s.String())
	var arr [2]*Tree
	fmt.Println(arr[0].String(), len(arr), arr[1] == nil)
	m := map[string]*Tree{}
	fmt.Println(m["x"].String(), m["x"])
}
