package main

import (
	"fmt"
	"runtime"
	"time"
)

type T struct {
	name string
	next *T
}

func made(name string, next *T) *T {
	t := &T{name: name, next: next}
	runtime.SetFinalizer(t, func(t *T) { fmt.Println(time.Now().Sub(start), "finalized", t.name, runtime.NumGoroutine()) })
	return t
}

var start = time.Now()
var global *T

func main() {
	fmt.Println(runtime.NumGoroutine())
	a := made("a", made("b", nil))
	made("dropped", nil)
	global = made("global", nil)
	fmt.Println("one", a.name)
	runtime.GC()
	fmt.Println("after GC")
	time.Sleep(time.Second)
	fmt.Println("two")
	runtime.GC()
	fmt.Println("after second GC")
	time.Sleep(time.Second)
	global = nil
	runtime.GC()
	runtime.Gosched()
	fmt.Println("after third GC")
	time.Sleep(time.Second)
	for i := 0; i < 5; i++ {
		made(fmt.Sprint(i), nil)
	}
	runtime.GC()
	time.Sleep(time.Second)
	x := made("cleared", nil)
	runtime.SetFinalizer(x, nil)
	x = nil
	runtime.GC()
	time.Sleep(time.Second)
	fmt.Println("end")
}
