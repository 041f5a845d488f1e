// Sleeps that end at one instant, and goroutines that wake one another then.
package main

import (
	"fmt"
	"time"
)

func main() {
	var log []string
	start := time.Now()
	say := func(s string) { log = append(log, fmt.Sprint(s, " ", time.Since(start))) }
	done := make(chan bool, 100)
	c := make(chan int)
	for i := 0; i < 7; i++ {
		i := i
		go func() {
			time.Sleep(time.Duration(10*(1+i%3)) * time.Millisecond)
			say(fmt.Sprint("a", i))
			if i%2 == 0 {
				c <- i
			} else {
				say(fmt.Sprint("got", <-c))
			}
			time.Sleep(time.Duration(60-10*(1+i%3)) * time.Millisecond)
			say(fmt.Sprint("b", i))
			done <- true
		}()
	}
	time.AfterFunc(20*time.Millisecond, func() { say("func") })
	tick := time.NewTicker(15 * time.Millisecond)
	for n := 0; n < 7; {
		select {
		case <-tick.C:
			say("tick")
			select {
			case v := <-c:
				say(fmt.Sprint("main", v))
			default:
			}
		case <-done:
			n++
		}
	}
	tick.Stop()
	for _, s := range log {
		fmt.Println(s)
	}
}
