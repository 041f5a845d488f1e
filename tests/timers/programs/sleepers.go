package main

import (
	"fmt"
	"time"
)

const ms = time.Millisecond

// Many goroutines that sleep to the same instants.
func main() {
	for i := 0; i < 12; i++ {
		go func(i int) {
			for n := 0; n < 4; n++ {
				time.Sleep(time.Duration(2+i%3*2) * ms)
				fmt.Println(i, n)
			}
		}(i)
	}
	k := time.NewTicker(6 * ms)
	for n := 0; n < 4; n++ {
		<-k.C
		fmt.Println("tick", n)
	}
}
