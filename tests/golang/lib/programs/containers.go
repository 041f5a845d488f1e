// container/heap, container/list and container/ring.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type job struct {
	pri, id, index int
}

type queue []*job

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].pri < q[j].pri }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i]; q[i].index = i; q[j].index = j }
func (q *queue) Push(x any)        { j := x.(*job); j.index = len(*q); *q = append(*q, j) }
func (q *queue) Pop() any {
	old := *q
	n := len(old)
	j := old[n-1]
	*q = old[:n-1]
	return j
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	h := &ints{5, 2, 8, 1, 9, 3}
	heap.Init(h)
	fmt.Println(*h)
	heap.Push(h, 0)
	(*h)[3] = 7
	heap.Fix(h, 3)
	fmt.Println(*h)
	fmt.Println(heap.Remove(h, 2), *h)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	q := &queue{}
	for i := 0; i < 12; i++ {
		heap.Push(q, &job{pri: i * 5 % 4, id: i})
	}
	j := (*q)[4]
	j.pri = -1
	heap.Fix(q, j.index)
	for q.Len() > 0 {
		j := heap.Pop(q).(*job)
		fmt.Print(j.pri, ":", j.id, " ")
	}
	fmt.Println()
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	show(l)
	l.MoveToFront(e4)
	l.MoveToBack(e1)
	show(l)
	l.MoveBefore(e1, e4)
	l.MoveAfter(e4, l.Back())
	show(l)
	fmt.Println(l.Remove(e1), l.Front().Value, l.Back().Value, l.Front().Prev() == nil)
	other := list.New()
	other.PushBack("x")
	other.PushBack("y")
	l.PushBackList(other)
	l.PushFrontList(other)
	show(l)
	var zero list.List
	zero.PushBack("z")
	show(&zero)
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	l.Init()
	show(l)
	r := ring.New(5)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	r = r.Move(2)
	removed := r.Unlink(2)
	fmt.Println(r.Len(), removed.Len(), r.Value, r.Prev().Value, removed.Value)
	r.Link(removed)
	r.Do(func(v any) { fmt.Print(v.(int), " ") })
	fmt.Println()
}
