// The loops whose memory is recorded, sampled by themselves.
//
//	measured flat    MESSAGES STEP                          as fast as it goes, then one collection
//	measured paced   LOOP RATE TIMEOUT STOP TOTAL STEP       so many messages a second; milliseconds
//
// The first argument of all is GOMAXPROCS.  Every sample is a line of numbers: what was counted
// (messages, or microseconds), then HeapAlloc, HeapInuse, HeapIdle, HeapReleased, HeapSys, Sys, RSS
// and NumGC.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"time"
)

type sample [9]uint64

var (
	samples []sample
	stats   runtime.MemStats
	buffer  [256]byte
)

// rss reads how many bytes of the process have pages.
func rss() uint64 {
	file, err := os.Open("/proc/self/statm")
	if err != nil {
		return 0
	}
	n, _ := file.Read(buffer[:])
	file.Close()
	pages, field := uint64(0), 0
	for _, c := range buffer[:n] {
		if c == ' ' {
			field++
		} else if field == 1 {
			pages = 10*pages + uint64(c-'0')
		}
	}
	return pages * uint64(os.Getpagesize())
}

func take(at int) {
	runtime.ReadMemStats(&stats)
	samples = append(samples, sample{uint64(at), stats.HeapAlloc, stats.HeapInuse, stats.HeapIdle,
		stats.HeapReleased, stats.HeapSys, stats.Sys, rss(), uint64(stats.NumGC)})
}

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		panic(err)
	}
	return n
}

func main() {
	runtime.GOMAXPROCS(number(1))
	if os.Args[2] == "flat" {
		flat(number(3), number(4))
	} else {
		paced(os.Args[3], number(4), number(5), number(6), number(7), number(8))
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, s := range samples {
		for _, n := range s {
			fmt.Fprint(out, n, " ")
		}
		fmt.Fprintln(out)
	}
}

// flat receives messages with a new timer each, as fast as it goes.
func flat(messages, step int) {
	samples = make([]sample, 0, messages/step+20)
	take(0)
	ch := make(chan int, 10)
	go func() {
		for i := 0; ; i++ {
			ch <- i
		}
	}()
	for i := 0; i < messages; {
		select {
		case <-ch:
			i++
			if i%step == 0 {
				take(i)
			}
		case <-time.After(3 * time.Minute):
			panic("late")
		}
	}
	take(messages)
	runtime.GC()
	take(messages)
}

// paced runs a consumer and a producer that falls silent, and samples by the clock.
func paced(loop string, rate, timeout, stop, total, step int) {
	samples = make([]sample, 0, total/step+50)
	ch := make(chan int, 10)
	runtime.GC()
	start := time.Now()
	take(0)
	go produce(ch, start, rate, time.Duration(stop)*time.Millisecond)
	go loops[loop](ch, time.Duration(timeout)*time.Millisecond)
	for i := 1; i <= total/step; i++ {
		next := start.Add(time.Duration(i*step) * time.Millisecond)
		time.Sleep(time.Until(next))
		take(int(time.Since(start).Microseconds()))
	}
}

// produce sends, every millisecond, what is due by then.
func produce(ch chan int, start time.Time, rate int, stop time.Duration) {
	for sent := 0; ; time.Sleep(time.Millisecond) {
		passed := time.Since(start)
		if passed >= stop {
			return
		}
		for due := int(float64(rate) * passed.Seconds()); sent < due; sent++ {
			ch <- sent
		}
	}
}

var loops = map[string]func(ch chan int, timeout time.Duration){
	"after": func(ch chan int, timeout time.Duration) {
		for {
			select {
			case <-ch:
			case <-time.After(timeout):
			}
		}
	},
	"once": func(ch chan int, timeout time.Duration) {
		timer := time.NewTimer(timeout)
		for {
			select {
			case <-ch:
			case <-timer.C:
			}
		}
	},
	"reset": func(ch chan int, timeout time.Duration) {
		timer := time.NewTimer(timeout)
		for {
			if !timer.Stop() {
				select {
				case <-timer.C:
				default:
				}
			}
			timer.Reset(timeout)
			select {
			case <-ch:
			case <-timer.C:
			}
		}
	},
	"ticker": func(ch chan int, timeout time.Duration) {
		ticker := time.NewTicker(timeout)
		for {
			select {
			case <-ch:
			case <-ticker.C:
			}
		}
	},
	"ctx-nocancel": func(ch chan int, timeout time.Duration) {
		for {
			ctx, cancel := context.WithTimeout(context.Background(), timeout)
			select {
			case <-ch:
			case <-ctx.Done():
			}
			_ = cancel
		}
	},
	"ctx-cancel": func(ch chan int, timeout time.Duration) {
		for {
			ctx, cancel := context.WithTimeout(context.Background(), timeout)
			select {
			case <-ch:
			case <-ctx.Done():
			}
			cancel()
		}
	},
	"afterfunc-stop": func(ch chan int, timeout time.Duration) {
		fired := make(chan struct{}, 1)
		for {
			timer := time.AfterFunc(timeout, func() {
				select {
				case fired <- struct{}{}:
				default:
				}
			})
			select {
			case <-ch:
			case <-fired:
			}
			timer.Stop()
		}
	},
	"newtimer-stop": func(ch chan int, timeout time.Duration) {
		for {
			timer := time.NewTimer(timeout)
			select {
			case <-ch:
			case <-timer.C:
			}
			timer.Stop()
		}
	},
}
