// Where equal elements end: insertion sort, quicksort, heapsort, stable sort.
package main

import (
	"fmt"
	"slices"
	"sort"
)

type item struct{ key, id int }

type byKey []item

func (b byKey) Len() int           { return len(b) }
func (b byKey) Less(i, j int) bool { return b[i].key < b[j].key }
func (b byKey) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func ids(items []item) []int {
	var all []int
	for _, it := range items {
		all = append(all, it.id)
	}
	return all
}

func main() {
	patterns := []func(i, n int) int{
		func(i, n int) int { return i * 7919 % 13 },
		func(i, n int) int { return i },
		func(i, n int) int { return -i },
		func(i, n int) int { return 0 },
		func(i, n int) int { return i % 2 },
		func(i, n int) int { return i * i % 101 },
		func(i, n int) int { return (i * 31) % (n/2 + 1) },
		func(i, n int) int { return min(i, n-i) },
		func(i, n int) int { return i ^ 5 },
	}
	for _, n := range []int{0, 1, 2, 5, 12, 13, 20, 50, 51, 100, 257, 1000} {
		for p, pattern := range patterns {
			made := func() []item {
				items := make([]item, n)
				for i := range items {
					items[i] = item{pattern(i, n), i}
				}
				return items
			}
			a, b, c, d, e, f := made(), made(), made(), made(), made(), made()
			sort.Slice(a, func(i, j int) bool { return a[i].key < a[j].key })
			sort.Sort(byKey(b))
			slices.SortFunc(c, func(x, y item) int { return x.key - y.key })
			sort.SliceStable(d, func(i, j int) bool { return d[i].key < d[j].key })
			sort.Stable(byKey(e))
			sort.Sort(sort.Reverse(byKey(f)))
			sum := 0
			for i, id := range ids(a) {
				sum = (sum*31 + id*(i+1)) % 1000003
			}
			fmt.Println(n, p, sum, slices.Equal(ids(a), ids(b)), slices.Equal(ids(a), ids(c)), slices.Equal(ids(d), ids(e)), sort.IsSorted(byKey(b)))
			if n <= 100 {
				fmt.Println(ids(a), ids(d), ids(f))
			}
		}
	}
	xs := []int{5, 2, 8, 1}
	sort.Ints(xs)
	ss := []string{"b", "a", "é", "B"}
	sort.Strings(ss)
	fs := []float64{2.5, -1, 0}
	sort.Float64s(fs)
	fmt.Println(xs, ss, fs, sort.SearchInts(xs, 5), sort.SearchInts(xs, 6), sort.SearchStrings(ss, "b"), sort.IntsAreSorted(xs), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	at, found := sort.Find(len(ss), func(i int) int {
		if ss[i] == "a" {
			return 0
		}
		if "a" < ss[i] {
			return -1
		}
		return 1
	})
	fmt.Println(at, found)
	sort.Sort(sort.Reverse(sort.IntSlice(xs)))
	fmt.Println(xs, sort.SliceIsSorted(xs, func(i, j int) bool { return xs[i] > xs[j] }))
	sort.Stable(sort.StringSlice(ss))
	fmt.Println(ss)
}
