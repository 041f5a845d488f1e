// does each timer start a goroutine?
//
// Answer: No: timers are entries of a heap that the scheduler looks at. Only AfterFunc starts one,
// when its time has come, for as long as the function runs.
//
// Run: 1.22, 1.23, 1.27
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	kept := make([]*time.Timer, 1000)
	for i := range kept {
		kept[i] = time.NewTimer(time.Hour)
	}
	fmt.Println("1000 timers, goroutines:", runtime.NumGoroutine())
	for i := range kept {
		kept[i] = time.AfterFunc(time.Second, func() { time.Sleep(time.Second) })
	}
	fmt.Println("1000 functions waiting, goroutines:", runtime.NumGoroutine())
	time.Sleep(1500 * time.Millisecond)
	fmt.Println("1000 functions running, goroutines:", runtime.NumGoroutine())
}
