package main

import (
	"fmt"
	"runtime"
	"time"
)

type Loop struct {
	self *Loop
	id   int
}
type Big struct {
	self *Big
	id   [10]int
}

func main() {
	l := &Loop{id: 1}
	l.self = l
	runtime.SetFinalizer(l, func(l *Loop) { fmt.Println("self loop gone", l.self == l) })
	b := &Big{}
	b.self = b
	runtime.SetFinalizer(b, func(l *Big) { fmt.Println("big self loop gone", l.self == l) })
	x, y := &Big{}, &Big{}
	x.self, y.self = y, x
	runtime.SetFinalizer(x, func(l *Big) { fmt.Println("one of ring gone") })
	p, q, r := &Big{}, &Big{}, &Big{}
	p.self, q.self, r.self = q, p, p
	runtime.SetFinalizer(r, func(l *Big) { fmt.Println("points to ring gone") })
	c1, c2 := &Big{}, &Big{}
	c1.self, c2.self = c2, c1
	z := &Big{}
	type keeper struct{ a, b any }
	k := &keeper{z, c1}
	k.b = k
	runtime.SetFinalizer(z, func(l *Big) { fmt.Println("held by a ring gone") })
	for i := 0; i < 4; i++ {
		time.Sleep(time.Second)
		runtime.GC()
	}
	fmt.Println("a")
	go func() {
		v := &Big{}
		runtime.SetFinalizer(v, func(l *Big) {
			fmt.Println("fin 1 starts")
			time.Sleep(5 * time.Second)
			fmt.Println("fin 1 ends", runtime.NumGoroutine())
		})
		w := &Big{}
		runtime.SetFinalizer(w, func(l *Big) { fmt.Println("fin 2", runtime.NumGoroutine()) })
	}()
	time.Sleep(time.Second)
	runtime.GC()
	fmt.Println("b", runtime.NumGoroutine())
	time.Sleep(10 * time.Second)
	u := &Big{}
	runtime.SetFinalizer(u, func(l *Big) { panic("in finalizer") })
	u = nil
	runtime.GC()
	fmt.Println("c")
	time.Sleep(time.Second)
}
