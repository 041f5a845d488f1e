package main

import (
	"fmt"
	"runtime"
	"sort"
	"time"
)

var x = func() int { runtime.GC(); return 3 }()

type S struct{}

func (S) String() string { runtime.GC(); return "S" }

type list []int

func (l list) Len() int           { return len(l) }
func (l list) Less(i, j int) bool { runtime.GC(); return l[i] < l[j] }
func (l list) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }

func init() { runtime.GC(); fmt.Println("init", x) }

func main() {
	fmt.Println(S{})
	l := list{3, 1, 2}
	sort.Sort(l)
	fmt.Println(l)
	f := runtime.GC
	f()
	defer runtime.GC()
	go runtime.GC()
	time.AfterFunc(time.Second, runtime.GC)
	time.Sleep(2 * time.Second)
	sort.Slice(l, func(i, j int) bool { runtime.GC(); return l[i] > l[j] })
	fmt.Println(l)
}
