package main

import (
	"fmt"
	"time"
)

func slow(d time.Duration) <-chan string {
	c := make(chan string, 1)
	go func() {
		time.Sleep(d)
		c <- "result after " + d.String()
	}()
	return c
}

func main() {
	for _, d := range []time.Duration{50 * time.Millisecond, 150 * time.Millisecond} {
		select {
		case r := <-slow(d):
			fmt.Println(r)
		case <-time.After(100 * time.Millisecond):
			fmt.Println("timeout waiting for", d)
		}
	}
}
