package main

import (
	"time"
)

func use(a ...any) {}

func main() {
	var d time.Duration = 1.5 * time.Second
	time.Sleep(0.5)
	time.Sleep(2.5 * time.Second)
	use(d*2.5, time.Now()-time.Now())
	time.Tick()
	t := time.NewTimer(d)
	<-t
	t <- 1
	for range t {
	}
	close(t)
}
