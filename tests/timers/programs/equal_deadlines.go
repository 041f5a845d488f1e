package main

import (
	"fmt"
	"time"
)

// Functions that are due at the same instants, some stopped, some moved there by Reset.
func main() {
	var timers []*time.Timer
	for i := 0; i < 14; i++ {
		i := i
		d := time.Duration(10*(1+i%3)) * time.Millisecond
		timers = append(timers, time.AfterFunc(d, func() { fmt.Println("f", i) }))
	}
	for _, i := range []int{0, 7, 9} {
		fmt.Println("stop", i, timers[i].Stop())
	}
	fmt.Println("reset 13", timers[13].Reset(10*time.Millisecond))
	fmt.Println("reset 3", timers[3].Reset(30*time.Millisecond))
	fmt.Println("reset 7", timers[7].Reset(20*time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	fmt.Println("main at 20")
	fmt.Println("reset 3", timers[3].Reset(0))
	fmt.Println("reset 1", timers[1].Reset(10*time.Millisecond))
	time.Sleep(10 * time.Millisecond)
	fmt.Println("main at 30")
	time.Sleep(time.Millisecond)
	for i, t := range timers {
		fmt.Println("stop", i, t.Stop())
	}
}
