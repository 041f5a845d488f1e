// iter.Pull changes to its generator without the scheduler; panics and Goexit come through.
package main

import (
	"fmt"
	"iter"
	"runtime"
	"time"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func queuesStay() {
	next, stop := iter.Pull(count(5))
	defer stop()
	fmt.Println(runtime.NumGoroutine())
	go fmt.Println("a")
	go fmt.Println("b")
	fmt.Println(next())
	runtime.Gosched()
	go fmt.Println("c")
	go fmt.Println("d")
	go fmt.Println("e")
	fmt.Println(next())
	fmt.Println(next())
	time.Sleep(1)
	fmt.Println(runtime.NumGoroutine())
}

func waitingInside() {
	next, stop := iter.Pull(func(yield func(int) bool) {
		ticker := time.NewTicker(time.Millisecond)
		defer fmt.Println("cleaned up")
		defer ticker.Stop()
		for i := 0; ; i++ {
			if <-ticker.C; !yield(i) {
				return
			}
		}
	})
	go func() {
		time.Sleep(1500 * time.Microsecond)
		fmt.Println("meanwhile")
	}()
	for range 3 {
		fmt.Println(next())
	}
	stop()
	fmt.Println(next())
	fmt.Println(runtime.NumGoroutine())
}

func panics() {
	next, stop := iter.Pull(func(yield func(int) bool) {
		yield(1)
		panic("in the generator")
	})
	defer func() {
		fmt.Println("recovered", recover())
		fmt.Println(next())
		stop()
	}()
	fmt.Println(next())
	fmt.Println(next())
}

func panicsInCleanup() {
	defer func() { fmt.Println("recovered", recover()) }()
	next, stop := iter.Pull2(func(yield func(int, string) bool) {
		defer func() { panic("in its cleanup") }()
		yield(1, "one")
	})
	fmt.Println(next())
	stop()
}

func exits() {
	next, stop := iter.Pull(func(yield func(int) bool) {
		yield(1)
		runtime.Goexit()
	})
	go func() {
		defer fmt.Println("Goexit came through")
		defer stop()
		fmt.Println(next())
		fmt.Println(next())
		fmt.Println("not reached")
	}()
	time.Sleep(1)
	fmt.Println(runtime.NumGoroutine())
}

func misused() {
	defer func() { fmt.Println("recovered", recover()) }()
	var next func() (int, bool)
	next, _ = iter.Pull(func(yield func(int) bool) {
		next()
	})
	next()
}

func main() {
	queuesStay()
	waitingInside()
	panics()
	panicsInCleanup()
	exits()
	misused()
}
