// Whoever asks for a collection waits for it, and others have their turns.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sort"
)

func main() {
	go fmt.Println("before the first")
	runtime.GC()
	go fmt.Println("x")
	runtime.GC()
	fmt.Println("y")
	go fmt.Println("x")
	debug.FreeOSMemory()
	fmt.Println("y", runtime.NumGoroutine())
	var log []string
	for i := 0; i < 3; i++ {
		i := i
		go func() { log = append(log, fmt.Sprint(i)) }()
	}
	runtime.GC()
	sort.Slice(log, func(i, j int) bool { runtime.GC(); return log[i] > log[j] })
	fmt.Println(log)
	c := make(chan int)
	d := make(chan int)
	log = nil
	go func() {
		for v := range c {
			log = append(log, fmt.Sprint("got", v))
			d <- v
		}
		log = append(log, "end")
	}()
	go func() {
		for i := 0; i < 4; i++ {
			c <- i
			log = append(log, fmt.Sprint("back", <-d))
		}
		close(c)
	}()
	runtime.GC()
	fmt.Println(log)
}
