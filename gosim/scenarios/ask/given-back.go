// when is the memory given back?
//
// Answer: The timers leave the heap when their time is over, and their objects are freed by the
// next collection: in an idle program that is the forced one, two minutes after the last. Their
// pages go back right after it, up to 1.20, and only after the second one since then.
//
// Run: 1.19, 1.22, 1.23
//
// Show: memory every 1m
package main

import (
	"fmt"
	"time"
)

func main() {
	for i := 0; i < 200000; i++ {
		time.After(3 * time.Minute)
	}
	fmt.Println("200000 timers made; now the program sleeps")
	time.Sleep(9*time.Minute + time.Second)
}
