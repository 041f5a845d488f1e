package main

import (
	"context"
	"fmt"
	"time"
)

const ms = time.Millisecond

// Deadlines of parents and children, and who hears of them in which order.
func main() {
	root, cancelRoot := context.WithCancel(context.Background())
	a, cancelA := context.WithTimeout(root, 10*ms)
	b, cancelB := context.WithTimeout(a, 50*ms)
	c, cancelC := context.WithTimeout(root, 20*ms)
	d, cancelD := context.WithTimeout(root, 20*ms)
	wait := func(name string, ctx context.Context) {
		<-ctx.Done()
		fmt.Println(name, ctx.Err(), context.Cause(ctx))
	}
	go wait("b", b)
	go wait("a", a)
	go wait("c", c)
	go wait("d", d)
	time.AfterFunc(10*ms, func() { fmt.Println("function at 10") })
	time.Sleep(10 * ms)
	fmt.Println("main at 10", a.Err(), b.Err(), c.Err())
	time.Sleep(10 * ms)
	fmt.Println("main at 20", c.Err(), d.Err())
	cancelA()
	cancelB()
	cancelC()
	cancelD()
	e, cancelE := context.WithTimeout(root, 10*ms)
	f, cancelF := context.WithTimeout(e, -1)
	fmt.Println(e.Err(), f.Err())
	go wait("e", e)
	time.Sleep(ms)
	cancelE()
	time.Sleep(ms)
	g, cancelG := context.WithTimeout(root, 10*ms)
	go wait("g", g)
	time.Sleep(ms)
	cancelRoot()
	fmt.Println("cancelled", g.Err())
	h, cancelH := context.WithTimeout(root, 10*ms)
	fmt.Println("late child", h.Err())
	time.Sleep(30 * ms)
	cancelF()
	cancelG()
	cancelH()
	fmt.Println("end", e.Err())
}
