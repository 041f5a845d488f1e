// The or-done channel, tee and bridge: reading a channel until somebody says stop.
package main

import (
	"fmt"
	"time"
)

func or(channels ...<-chan struct{}) <-chan struct{} {
	switch len(channels) {
	case 0:
		return nil
	case 1:
		return channels[0]
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		switch len(channels) {
		case 2:
			select {
			case <-channels[0]:
			case <-channels[1]:
			}
		default:
			select {
			case <-channels[0]:
			case <-channels[1]:
			case <-or(append(channels[2:], done)...):
			}
		}
	}()
	return done
}

func orDone[T any](done <-chan struct{}, in <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case v, ok := <-in:
				if !ok {
					return
				}
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func tee[T any](done <-chan struct{}, in <-chan T) (<-chan T, <-chan T) {
	a, b := make(chan T), make(chan T)
	go func() {
		defer close(a)
		defer close(b)
		for v := range orDone(done, in) {
			a, b := a, b
			for i := 0; i < 2; i++ {
				select {
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return a, b
}

func after(d time.Duration) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		time.Sleep(d)
	}()
	return done
}

func main() {
	start := time.Now()
	<-or(after(2*time.Hour), after(5*time.Minute), after(time.Second), after(time.Hour))
	fmt.Println("first after", time.Since(start))
	numbers := make(chan int)
	go func() {
		for i := 0; ; i++ {
			numbers <- i
			time.Sleep(100 * time.Millisecond)
		}
	}()
	left, right := tee(after(450*time.Millisecond), numbers)
	for v := range left {
		fmt.Println(v, <-right, time.Since(start))
	}
	_, ok := <-right
	fmt.Println("right open:", ok)
}
