package main

import (
	"fmt"
	"runtime"
	"time"
)

// What a function still refers to, but does not look at any more, is garbage.
type page struct {
	text []byte
	next *page
}

var start = make(chan bool)

func fill(b []byte) int {
	b[0] = 1
	return len(b)
}

// A variable that is not used after a loop, and one that is.
func afterLast() {
	a, b := make([]byte, 1<<20), make([]byte, 2<<20)
	fill(a)
	o, n := live()
	report(o, n)
	c := make([]byte, 4<<20)
	report(o, n)
	fill(b)
	report(o, n)
	runtime.KeepAlive(c)
	report(o, n)
}

// A goroutine that waits for more lets go of what it received last.
func worker(pages chan *page) {
	for p := range pages {
		fill(p.text)
	}
}

func chooser(pages chan *page, done chan bool) {
	for {
		select {
		case p := <-pages:
			fill(p.text)
		case <-done:
			return
		}
	}
}

// What closures have copies of, and what they share.
func spawn(b []byte) {
	go func() {
		<-start
		fill(b)
		<-start
	}()
}

func sharing() func() int {
	n, b := 0, make([]byte, 1<<20)
	count := func() int {
		n++
		return n
	}
	fill(b)
	return count
}

// A function may let go of what it was given: its caller does not keep it.
func serve(b []byte) {
	fill(b)
	time.Sleep(time.Millisecond)
	report(objects, bytes)
}

// A list is let go of behind the walker.
func walk(p *page) {
	for ; p != nil; p = p.next {
		report(objects, bytes)
	}
}

func pages(count int) *page {
	var first *page
	for i := 0; i < count; i++ {
		first = &page{make([]byte, 1<<20), first}
	}
	return first
}

var objects, bytes uint64

func main() {
	report(live())
	objects, bytes = live()
	afterLast()
	report(objects, bytes)
	jobs, done := make(chan *page), make(chan bool)
	go worker(jobs)
	go chooser(jobs, done)
	time.Sleep(time.Millisecond)
	objects, bytes = live()
	for i := 0; i < 4; i++ {
		jobs <- &page{text: make([]byte, 1<<20)}
		time.Sleep(time.Millisecond)
		report(objects, bytes)
	}
	spawn(make([]byte, 1<<20))
	time.Sleep(time.Millisecond)
	objects, bytes = live()
	start <- true
	time.Sleep(time.Millisecond)
	report(objects, bytes)
	start <- true
	time.Sleep(time.Millisecond)
	objects, bytes = live()
	count := sharing()
	report(objects, bytes)
	walk(pages(4))
	request := make([]byte, 1<<20)
	serve(request)
	m := map[int][]byte{1: make([]byte, 1<<20)}
	for _, v := range m {
		fill(v)
	}
	report(objects, bytes)
	var q *[]byte
	{
		big := make([]byte, 1<<20)
		q = &big
	}
	report(objects, bytes)
	fill(*q)
	report(objects, bytes)
	var shown any = pages(1)
	switch x := shown.(type) {
	case *page:
		fill(x.text)
	}
	report(objects, bytes)
	if p := pages(1); len(p.text) > 0 {
		fill(p.text)
	}
	report(objects, bytes)
again:
	for i := 0; ; i++ {
		b := make([]byte, 1<<20)
		switch {
		case i == 2:
			break again
		case fill(b) > 0:
			report(objects, bytes)
			continue again
		}
	}
	report(objects, bytes)
	count()
}

func report(objects, bytes uint64) {
	o, b := live()
	fmt.Println(int64(o-objects), int64(b-bytes))
}

func live() (uint64, uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
