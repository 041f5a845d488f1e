package main

import (
	"fmt"
	"runtime"
	"time"
)

const ms = time.Millisecond

// Durations of nothing, of less, and of more than there is.
func main() {
	time.AfterFunc(0, func() { fmt.Println("zero") })
	time.AfterFunc(-1, func() { fmt.Println("negative") })
	time.AfterFunc(-1<<63, func() { fmt.Println("most negative") })
	time.AfterFunc(1, func() { fmt.Println("one") })
	far := time.AfterFunc(1<<63-1, func() { fmt.Println("never") })
	fmt.Println("main")
	time.Sleep(0)
	time.Sleep(-1)
	fmt.Println("main still")
	runtime.Gosched()
	fmt.Println("main after a yield")
	time.Sleep(1)
	fmt.Println("main after a nanosecond")
	for _, d := range []time.Duration{0, -1, -time.Hour} {
		t := time.NewTimer(d)
		select {
		case <-t.C:
			fmt.Println("ready at once")
		default:
			fmt.Println("not ready")
		}
		runtime.Gosched()
		select {
		case <-t.C:
			fmt.Println("ready after a yield")
		default:
			fmt.Println("not ready")
		}
	}
	go func() {
		time.Sleep(1<<63 - 1)
		fmt.Println("never")
	}()
	<-time.After(ms)
	<-time.After(0)
	fmt.Println(far.Stop(), far.Stop(), far.Reset(1))
	time.Sleep(ms)
}
