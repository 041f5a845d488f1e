// Go statements inside of goroutines, and wake-ups that displace one another.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	var log []string
	done := make(chan bool, 100)
	say := func(s string) { log = append(log, s) }
	for i := 0; i < 3; i++ {
		i := i
		go func() {
			say(fmt.Sprint("a", i))
			for j := 0; j < 3; j++ {
				j := j
				go func() {
					say(fmt.Sprint("b", i, j))
					if j == 1 {
						go func() { say(fmt.Sprint("c", i, j)); done <- true }()
					}
					runtime.Gosched()
					say(fmt.Sprint("d", i, j))
					done <- true
				}()
			}
			done <- true
		}()
	}
	for i := 0; i < 15; i++ {
		<-done
		say("m")
	}
	for _, s := range log {
		fmt.Println(s)
	}
}
