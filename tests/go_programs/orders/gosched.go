// Many rounds of Gosched: every 61st round looks at the global queue first.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	var log []int
	done := make(chan bool, 10)
	for i := 0; i < 5; i++ {
		i := i
		go func() {
			for k := 0; k < 50; k++ {
				log = append(log, 100*i+k)
				if k%7 == i {
					c := make(chan bool)
					go func() { log = append(log, 1000+100*i+k); c <- true }()
					<-c
				}
				runtime.Gosched()
			}
			done <- true
		}()
	}
	for i := 0; i < 5; i++ {
		<-done
	}
	for _, v := range log {
		fmt.Println(v)
	}
}
