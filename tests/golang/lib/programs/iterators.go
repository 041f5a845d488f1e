// Iterators of slices, maps, strings and iter, as of Go 1.23 and 1.24.
// go: 1.24
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func main() {
	m := map[string]int{"b": 2, "a": 1, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), len(slices.Collect(maps.Keys(m))))
	for i, v := range slices.All([]string{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	for v := range slices.Values([]int{7, 8}) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, " ")
	}
	fmt.Println(slices.Collect(count(3)), slices.AppendSeq([]int{9}, count(2)), slices.Repeat([]int{1, 2}, 2))
	for v := range count(10) {
		if v == 3 {
			break
		}
	}
	fmt.Println(maps.Collect(slices.All([]string{"p", "q"})))
	maps.Insert(m, maps.All(map[string]int{"z": 26}))
	fmt.Println(m)
	fmt.Println(slices.SortedFunc(maps.Keys(m), func(a, b string) int { return strings.Compare(b, a) }))
	next, stop := iter.Pull(count(3))
	a, ok := next()
	b, ok2 := next()
	fmt.Println(a, ok, b, ok2)
	stop()
	_, ok = next()
	fmt.Println(ok)
	for line := range strings.Lines("a\nb\nc") {
		fmt.Printf("%q ", line)
	}
	for p := range strings.SplitSeq("a,b,c", ",") {
		fmt.Printf("%q ", p)
	}
	for f := range strings.FieldsSeq(" a  b ") {
		fmt.Printf("%q ", f)
	}
	fmt.Println()
}
