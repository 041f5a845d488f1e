package main

import (
	"context"
	"fmt"
	"runtime"
	"time"
)

// Contexts that nobody cancels: each stays until its time is over.
var cancels []context.CancelFunc

func main() {
	o, b := live()
	for i := 0; i < 2000; i++ {
		_, cancel := context.WithTimeout(context.Background(), time.Hour)
		_ = cancel
	}
	report(o, b)
	o, b = live()
	parent, stop := context.WithCancel(context.Background())
	for i := 0; i < 2000; i++ {
		_, cancel := context.WithCancel(parent)
		cancels = append(cancels, cancel)
	}
	report(o, b)
	o, b = live()
	for i := 0; i < 2000; i++ {
		ctx, cancel := context.WithTimeout(context.WithValue(parent, "k", i), time.Hour)
		<-time.After(time.Microsecond)
		select {
		case <-ctx.Done():
		default:
		}
		_ = cancel
	}
	report(o, b)
	o, b = live()
	stop()
	cancels = nil
	time.Sleep(time.Second)
	runtime.GC()
	_, after := live()
	fmt.Println(after < b)
}

func report(objects, bytes uint64) {
	o, b := live()
	fmt.Println(o-objects, b-bytes)
}

func live() (uint64, uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
