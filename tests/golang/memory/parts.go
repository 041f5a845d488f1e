package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
)

// A part keeps the whole: a few bytes of a string, an item of a slice, a field of a struct.
type pair struct{ a, b int }

type page struct {
	head struct{ id int }
	text [4096]byte
}

var (
	texts  []string
	pieces [][]byte
	lists  [][]string
	counts = map[string]int{}
	ints   []*int
	pairs  []*pair
	heads  []*struct{ id int }
)

func line(i int) string {
	return fmt.Sprint("  user", i, "=", strings.Repeat("x", 2000+i), " ")
}

func main() {
	report(live())
	phase(func(i int) { texts = append(texts, line(i)[:10]) })
	phase(func(i int) { texts = append(texts, strings.Split(line(i), "=")[0]) })
	phase(func(i int) { texts = append(texts, strings.Clone(strings.Split(line(i), "=")[0])) })
	phase(func(i int) { texts = append(texts, strings.TrimSpace(line(i))) })
	phase(func(i int) { texts = append(texts, strings.Fields(line(i))[0]) })
	phase(func(i int) { lists = append(lists, strings.Split(line(i), "x")[:1]) })
	phase(func(i int) {
		user, _, _ := strings.Cut(line(i), "=")
		counts[user]++
	})
	phase(func(i int) { pieces = append(pieces, make([]byte, 3000)[:10]) })
	phase(func(i int) { pieces = append(pieces, bytes.TrimSpace([]byte(line(i)))) })
	phase(func(i int) { pieces = append(pieces, bytes.Split([]byte(line(i)), []byte("="))[0]) })
	phase(func(i int) { pieces = append(pieces, bytes.Clone([]byte(line(i))[:16])) })
	phase(func(i int) {
		many := make([]int, 1000)
		ints = append(ints, &many[3])
	})
	phase(func(i int) {
		many := make([]pair, 100)
		pairs = append(pairs, &many[3])
	})
	phase(func(i int) {
		many := make([]pair, 100)
		ints = append(ints, &many[3].b)
	})
	phase(func(i int) {
		one := &page{}
		heads = append(heads, &one.head)
	})
	phase(func(i int) {
		one := &page{}
		pieces = append(pieces, one.text[:4])
	})
}

// phase makes a hundred of something, and lets go of all that was kept before.
func phase(make func(i int)) {
	texts, pieces, lists, ints, pairs, heads, counts = nil, nil, nil, nil, nil, nil, map[string]int{}
	o, b := live()
	for i := 0; i < 100; i++ {
		make(i)
	}
	report(o, b)
}

func report(objects, bytes uint64) {
	o, b := live()
	fmt.Println(int64(o-objects), int64(b-bytes))
}

func live() (uint64, uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // What fmt keeps for use again goes with the second.
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
