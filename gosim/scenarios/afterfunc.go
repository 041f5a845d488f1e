// time.AfterFunc on every pass, never stopped
//
// Look for: the heap grows to rate × timeout in every version, 1.23 and later included: the
// runtime must keep a timer that has a function to call. From three minutes on each of them
// expires, although the channel was never idle.
package main

import (
	"fmt"
	"time"
)

const (
	rate     = 0               // messages a second; 0: as fast as it can
	timeout  = 3 * time.Minute // how long a pass waits
	messages = 0               // the program ends after that many; 0: never
	stop     = 0 * time.Second // the producer stops after that time; 0: never
)

func main() {
	ch := make(chan int, 10)
	go produce(ch)
	received := 0
	//gosim:coarse
	for {
		time.AfterFunc(timeout, expire)
		<-ch
		//gosim:message
		if messages > 0 {
			//gosim:count
			received++
			if received >= messages {
				return
			}
		}
	}
}

var expired int // how many timeouts there were; the first is printed

func expire() {
	//gosim:timeout timeout
	expired++
	if expired == 1 {
		fmt.Println("timeout")
	}
}

// produce sends at the rate: every millisecond (below 1000/s: once a message) all that are due.
func produce(ch chan<- int) {
	start := time.Now()
	sent := 0
	if rate == 0 {
		//gosim:coarse
		for stop == 0 || time.Since(start) < stop {
			sent++
			ch <- sent
		}
		return
	}
	wakesPerSecond := rate
	if wakesPerSecond > 1000 {
		wakesPerSecond = 1000
	}
	//gosim:coarse
	for wakes := 1; ; wakes++ {
		at := time.Duration(wakes) * time.Second / time.Duration(wakesPerSecond)
		if stop > 0 && at > stop {
			return
		}
		time.Sleep(at - time.Since(start))
		for due := wakes * rate / wakesPerSecond; sent < due; {
			//gosim:count
			sent++
			ch <- sent
		}
	}
}
