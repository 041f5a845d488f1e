package main

import "fmt"

type Arr [3]int
type Sl []int

func main() {
	s := []int{1, 2, 3, 4}
	a := [4]int(s)
	a[0] = 100
	fmt.Println(a, s)
	p := (*[2]int)(s)
	p[1] = 50
	fmt.Println(*p, s, len(p), cap(p[:]))
	q := (*Arr)(s)
	q[2] = 33
	fmt.Println(q, *q, s)
	b := Arr(s)
	s[0] = -1
	fmt.Println(b, s)
	z := [0]int(s)
	fmt.Println(z, (*[0]int)(nil) == nil)
	var nilS []int
	n0 := (*[0]int)(nilS)
	fmt.Println(n0 == nil)
	e := (*[0]int)([]int{})
	fmt.Println(e == nil)
	bs := [5]byte([]byte("hello"))
	fmt.Printf("%s %v\n", bs[:], bs)
	sub := s[1:3]
	r := (*[2]int)(sub)
	r[0] = 77
	fmt.Println(s, [2]int(sub) == *r, len(sub), sub)
	for i, v := range (*[3]int)(s) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	sl := Sl(s)
	pp := (*[4]int)(sl)
	pp[3]++
	fmt.Println(sl, s[3])
	x := p[:]
	x = append(x, 9)
	fmt.Println(s, x)
	*p = [2]int{8, 8}
	fmt.Println(s)
	ptr := &p[1]
	*ptr = 4
	fmt.Println(s)
	defer func() { fmt.Println(recover()) }()
	_ = (*[5]int)(s)
}
