package main

import "fmt"

var gm = map[string]int{"a": 1}

type Stack struct {
	items []int
	log   map[string]int
}

func (s *Stack) pop() int {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}

func (s *Stack) push(v int) *Stack { s.items = append(s.items, v); return s }

type cache struct {
	m    map[int]int
	hits int
}

func (c *cache) fib(n int) int {
	if n < 2 {
		return n
	}
	if v, ok := c.m[n]; ok {
		c.hits++
		return v
	}
	c.m[n] = c.fib(n-1) + c.fib(n-2)
	return c.m[n]
}

func main() {
	k := func() int { gm[fmt.Sprint(len(gm))] = 4; return 0 }
	fmt.Println(len(gm), k(), len(gm))
	a, b := len(gm), k()
	fmt.Println(a, b)
	s := &Stack{log: map[string]int{}}
	s.push(1).push(2).push(10).push(4)
	fmt.Println(s.pop()-s.pop(), s.items)
	s.items[0] = s.pop()
	fmt.Println(s.items)
	s.items[len(s.items)-1] += s.push(7).pop()
	fmt.Println(s.items, len(s.items), s.pop(), len(s.items))
	c := cache{m: map[int]int{}}
	fmt.Println(c.fib(30), c.hits)
	fmt.Println(c.hits, c.fib(35), c.hits, len(c.m))
	done := make(chan error)
	var result string
	load := func() (string, error) {
		go func() { result = "loaded"; done <- nil }()
		return result, <-done
	}
	fmt.Println(load())
	for i, j := 0, 10; i < j && s.push(i) != nil; i, j = i+1, j-1 {
	}
	fmt.Println(s.items)
	if v := s.pop(); v > 3 || s.pop() > 2 && s.push(v).pop() == v {
		fmt.Println("yes", v)
	}
	sum := 0
	for len(s.items) > 0 {
		sum = sum*2 + s.pop()
	}
	fmt.Println(sum)
	x := 5
	inc := func(d int) int { x += d; return x }
	for x < 20 && x+inc(1) > 0 {
	}
	fmt.Println(x, inc(1)+inc(2)*x, x)
	switch x + inc(1) {
	case x * 2:
		fmt.Println("double")
	default:
		fmt.Println("other")
	}
	y := []int{x, inc(1), x}[inc(0)-x]
	fmt.Println(y)
	defer fmt.Println("deferred", x, inc(100), x)
	go fmt.Println("go", x)
	ok := true
	r := ok && x > inc(-1) || !ok
	fmt.Println(r)
}
