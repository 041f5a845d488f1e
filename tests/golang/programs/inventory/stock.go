package main

import (
	"fmt"
	"sort"
	"sync"
)

type item uint8

const (
	apple item = iota + 1
	pear
	plum
)

func (i item) String() string { return names[i] }

var names = map[item]string{apple: "apple", pear: "pear", plum: "plum"}

var stock = fill(apple, 5, pear, 8)

func fill(pairs ...item) map[item]int {
	found := map[item]int{}
	for i := 0; i < len(pairs); i += 2 {
		found[pairs[i]] += int(pairs[i+1])
	}
	fmt.Println("stock.go: filled", len(found))
	return found
}

type shop struct {
	sync.Mutex
	stock map[item]int
	sold  int
}

func newShop(stock map[item]int) *shop { return &shop{stock: stock} }

type soldOut struct {
	item
	left int
}

func (e soldOut) Error() string { return fmt.Sprintf("only %d of %v left", e.left, e.item) }

func (s *shop) take(o order) error {
	s.Lock()
	defer s.Unlock()
	if left := s.stock[o.item]; left < o.count {
		return soldOut{o.item, left}
	}
	s.stock[o.item] -= o.count
	s.sold += o.count
	return nil
}

func (s *shop) String() string {
	var left []string
	for i, n := range s.stock {
		left = append(left, fmt.Sprintf("%v=%d", i, n))
	}
	sort.Strings(left)
	return fmt.Sprint("sold ", s.sold, ", left ", left)
}

func init() { fmt.Println("stock.go: init") }
