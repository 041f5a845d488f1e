// Selects of which only one case can go on.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	var log []string
	say := func(s string) { log = append(log, s) }
	done := make(chan bool, 100)
	var ch [4]chan int
	for i := range ch {
		ch[i] = make(chan int, i%2)
	}
	never, nobody := make(chan int), make(chan int)
	for i := 0; i < 8; i++ {
		i := i
		go func() {
			select {
			case v := <-ch[i%4]:
				say(fmt.Sprint("r", i, v))
			case never <- i:
			}
			select {
			case ch[(i+1)%4] <- i:
				say(fmt.Sprint("s", i))
			case <-nobody:
			}
			done <- true
		}()
	}
	runtime.Gosched()
	for i := 0; i < 4; i++ {
		select {
		case ch[3-i] <- 10 + i:
			say(fmt.Sprint("m", i))
		default:
			say(fmt.Sprint("n", i))
		}
		if i == 1 {
			runtime.Gosched()
		}
	}
	for i := 0; i < 40; i++ {
		select {
		case <-done:
			say("d")
		default:
			select {
			case v := <-ch[i%4]:
				say(fmt.Sprint("t", v))
			default:
			}
		}
		runtime.Gosched()
	}
	for _, s := range log {
		fmt.Println(s)
	}
}
