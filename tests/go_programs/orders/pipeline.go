// A pipeline of stages with buffers of different sizes, fanned out and in again.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var log []string
	say := func(s string) { log = append(log, s) }
	first, second := make(chan int), make(chan int, 3)
	var wg sync.WaitGroup
	go func() {
		for i := 0; i < 12; i++ {
			say(fmt.Sprint("p", i))
			first <- i
		}
		close(first)
	}()
	for w := 0; w < 3; w++ {
		w := w
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range first {
				say(fmt.Sprint("w", w, " ", v))
				second <- v * v
			}
		}()
	}
	go func() { wg.Wait(); say("all"); close(second) }()
	for v := range second {
		say(fmt.Sprint("m", v))
	}
	for _, s := range log {
		fmt.Println(s)
	}
}
