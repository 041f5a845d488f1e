package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, x := range s.items {
			if !yield(i, x) {
				return
			}
		}
	}
}

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			time.Sleep(time.Millisecond)
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func find(n int) (int, bool) {
	for i := range Count(10) {
		if i*i > n {
			return i, true
		}
	}
	return 0, false
}

type Animal interface{ Sound() string }
type Dog struct{ name string }
type Cat struct{ name string }

func (d Dog) Sound() string  { return d.name + " woof" }
func (c *Cat) Sound() string { return c.name + " meow" }

type Base struct{ id int }

func (b *Base) SetID(i int) { b.id = i }
func (b Base) ID() int      { return b.id }

type Derived struct {
	Base
	Animal
	name string
}

func main() {
	s := &Stack[string]{}
	for _, x := range []string{"a", "b", "c"} {
		s.Push(x)
	}
	for i, x := range s.All() {
		if i == 2 {
			break
		}
		fmt.Println(i, x)
	}
	fmt.Println(find(20))
	fmt.Println(find(200))
	m := map[string]int{"z": 26, "a": 1, "m": 13}
	keys := slices.Sorted(maps.Keys(m))
	fmt.Println(keys, slices.Max(keys), slices.Index(keys, "m"))
	slices.SortFunc(keys, func(a, b string) int { return m[b] - m[a] })
	fmt.Println(keys)
	animals := []Animal{Dog{"rex"}, &Cat{"tom"}}
	for _, a := range animals {
		switch v := a.(type) {
		case Dog:
			fmt.Println("dog", v.name, v.Sound())
		case *Cat:
			fmt.Println("cat", v.name, v.Sound())
		}
	}
	d := Derived{Base: Base{1}, Animal: Dog{"fido"}, name: "d"}
	d.SetID(5)
	f := d.Sound
	g := d.ID
	d.SetID(6)
	fmt.Println(d.ID(), g(), f(), d)
	fmt.Printf("%v %+v %T %q %x %08.3f %-5d| %t %p\n", d.Base, d.Base, d, "hi", 255, 3.14159, 42, true, nil)
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			total += i
		}()
	}
	wg.Wait()
	fmt.Println(total)
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	var x uint8 = 250
	x += 10
	var y int32 = 1 << 30
	y *= 4
	fmt.Println(x, y, -7/2, -7%3, 7&^5, 1<<3|1)
	for i, r := range "héy" {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println(len("héy"), []byte("hé"), []rune("hé"))
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	b = append(b, 99)
	fmt.Println(a, b, len(b), cap(b), a[:0], a[2:4:4])
	copy(a, a[2:])
	clear(m)
	fmt.Println(a, len(m), min(3, 1, 2), max(2.5, 1))
	var e error
	fmt.Println(e == nil, e)
	c := make(chan int, 3)
	go func() {
		defer close(c)
		for i := range 3 {
			c <- i
		}
	}()
	for v := range c {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var p *Derived
	defer fmt.Println("deferred")
	fmt.Println(p.name)
}
