// Close with many waiters: receivers, senders and selects on several channels.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	var log []string
	say := func(s string) { log = append(log, s) }
	done := make(chan bool, 100)
	c, never := make(chan int), make(chan int)
	for i := 0; i < 9; i++ {
		i := i
		go func() {
			if i%3 == 0 {
				select {
				case <-c:
				case <-never:
				}
			} else {
				<-c
			}
			say(fmt.Sprint("r", i))
			done <- true
		}()
		if i%2 == 0 {
			runtime.Gosched()
		}
	}
	runtime.Gosched()
	c <- 1
	c <- 2
	close(c)
	say("closed")
	for i := 0; i < 9; i++ {
		<-done
	}
	s := make(chan int)
	for i := 0; i < 5; i++ {
		i := i
		go func() {
			defer func() { recover(); say(fmt.Sprint("s", i)); done <- true }()
			if i%2 == 0 {
				s <- i
				return
			}
			select {
			case s <- i:
			case <-never:
			}
		}()
	}
	runtime.Gosched()
	say(fmt.Sprint("got", <-s))
	close(s)
	for i := 0; i < 5; i++ {
		<-done
	}
	for _, s := range log {
		fmt.Println(s)
	}
}
