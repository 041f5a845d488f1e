package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTicker(10 * time.Millisecond)
	for i := 0; i < 4; i++ {
		at := <-t.C
		fmt.Println("tick", at.Sub(start), time.Since(start))
		time.Sleep(25 * time.Millisecond)
	}
	t.Reset(40 * time.Millisecond)
	for i := 0; i < 2; i++ {
		<-t.C
		fmt.Println(time.Since(start))
	}
	t.Stop()
	select {
	case <-t.C:
		fmt.Println("tick after stop")
	case <-time.After(100 * time.Millisecond):
		fmt.Println("no tick")
	}
}
