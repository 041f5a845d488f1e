package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(50 * time.Millisecond)
	fmt.Println(t.Stop(), t.Stop(), len(t.C), cap(t.C))
	fmt.Println(t.Reset(10 * time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	fmt.Println("len", len(t.C), t.Reset(30*time.Millisecond))
	select {
	case v := <-t.C:
		fmt.Println("fired", v.Nanosecond())
	case <-time.After(time.Second):
		fmt.Println("lost")
	}
	fmt.Println(time.Now().Nanosecond(), t.Stop())
	select {
	case v := <-t.C:
		fmt.Println("stale", v.Nanosecond())
	default:
		fmt.Println("empty")
	}
	tk := time.NewTicker(10 * time.Millisecond)
	time.Sleep(35 * time.Millisecond)
	v := <-tk.C
	fmt.Println("tick", v.Nanosecond()/1e6, time.Now().Nanosecond()/1e6)
	v = <-tk.C
	fmt.Println("tick", v.Nanosecond()/1e6, time.Now().Nanosecond()/1e6)
	tk.Reset(25 * time.Millisecond)
	for i := 0; i < 2; i++ {
		v = <-tk.C
		fmt.Println("tick", v.Nanosecond()/1e6)
	}
	tk.Stop()
	select {
	case <-tk.C:
		fmt.Println("no")
	case <-time.After(100 * time.Millisecond):
		fmt.Println("stopped")
	}
	tk.Reset(time.Millisecond)
	<-tk.C
	fmt.Println("again", time.Now().Nanosecond())
	af := time.AfterFunc(time.Millisecond, func() { fmt.Println("af", time.Now().Nanosecond()) })
	fmt.Println(af.C == nil, af.Reset(5*time.Millisecond))
	time.Sleep(10 * time.Millisecond)
	fmt.Println(af.Reset(time.Millisecond), af.Stop())
	neg := time.NewTimer(-5)
	<-neg.C
	zero := time.After(0)
	<-zero
	fmt.Println("done")
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}
