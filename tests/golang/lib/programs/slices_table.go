// Packages slices, maps and cmp as of Go 1.22.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type person struct {
	Name string
	Age  int
}

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.Contains(s, 4), slices.Index(s, 1), slices.Index(s, 7), slices.Max(s), slices.Min(s))
	at, ok := slices.BinarySearch(t, 5)
	fmt.Println(at, ok, slices.IsSorted(t), slices.IsSorted(s), slices.Equal(s, t), slices.Compare(s, t))
	slices.Reverse(t)
	fmt.Println(t, slices.Compact([]int{1, 1, 2, 2, 1}), slices.IndexFunc(s, func(x int) bool { return x > 4 }))
	fmt.Println(slices.Insert([]int{1, 2, 3}, 1, 9, 8), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Replace([]int{1, 2, 3}, 0, 2, 7))
	d := []int{1, 2, 3, 4}
	e := slices.Delete(d, 1, 2)
	fmt.Println(d, e, slices.DeleteFunc([]int{1, 2, 3, 4}, func(x int) bool { return x%2 == 0 }), slices.Concat([]int{1}, nil, []int{2, 3}))
	ps := []person{{"Al", 30}, {"Bo", 25}, {"Cy", 30}, {"Di", 25}}
	slices.SortFunc(ps, func(a, b person) int {
		return cmp.Or(cmp.Compare(a.Age, b.Age), strings.Compare(b.Name, a.Name))
	})
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(a, b person) int { return cmp.Compare(b.Age, a.Age) })
	fmt.Println(ps, slices.ContainsFunc(ps, func(p person) bool { return p.Name == "Cy" }), slices.Contains(ps, person{"Bo", 25}))
	i, found := slices.BinarySearchFunc([]person{{"a", 1}, {"c", 3}}, 2, func(p person, n int) int { return cmp.Compare(p.Age, n) })
	fmt.Println(i, found, slices.MaxFunc(ps, func(a, b person) int { return cmp.Compare(a.Name, b.Name) }), slices.MinFunc(ps, func(a, b person) int { return cmp.Compare(a.Age, b.Age) }))
	fmt.Println(cmp.Compare("a", "b"), cmp.Less(2, 1), cmp.Compare(1.5, 1.5), cmp.Or(0, 3, 5), cmp.Or("", "x"))
	m := map[string]int{"a": 1, "b": 2}
	n := maps.Clone(m)
	n["c"] = 3
	maps.DeleteFunc(n, func(k string, v int) bool { return v == 1 })
	maps.Copy(m, map[string]int{"z": 26})
	fmt.Println(m, n, maps.Equal(m, n), maps.Equal(m, maps.Clone(m)))
	fmt.Println(cap(slices.Clip(append(make([]int, 0, 10), 1))), cap(slices.Grow([]int{1}, 10)) >= 11, slices.Clone([]int(nil)) == nil)
	for _, f := range []func(){
		func() { slices.Max([]int{}) },
		func() { slices.Insert([]int{1}, 5, 2) },
		func() { slices.Delete([]int{1}, 1, 3) },
	} {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			f()
		}()
	}
	fl := []float64{2, 1, 3}
	slices.Sort(fl)
	st := []string{"b", "a"}
	slices.Sort(st)
	fmt.Println(fl, st, slices.EqualFunc(fl, st, func(x float64, y string) bool { return false }), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
}
