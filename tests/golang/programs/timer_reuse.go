package main

import (
	"fmt"
	"time"
)

type Debouncer struct {
	d     time.Duration
	timer *time.Timer
	fn    func()
}

func (d *Debouncer) Call() {
	if d.timer == nil {
		d.timer = time.AfterFunc(d.d, d.fn)
		return
	}
	fmt.Println("  reset:", d.timer.Reset(d.d))
}

func readLoop(msgs <-chan string, idle time.Duration, start time.Time) {
	timer := time.NewTimer(idle)
	defer timer.Stop()
	for {
		if !timer.Stop() {
			select {
			case <-timer.C:
			default:
			}
		}
		timer.Reset(idle)
		select {
		case m, ok := <-msgs:
			if !ok {
				fmt.Println("closed", time.Since(start))
				return
			}
			fmt.Println("msg", m, time.Since(start))
		case t := <-timer.C:
			fmt.Println("idle", t.Sub(start), time.Since(start))
		}
	}
}

func oldStyle(start time.Time) {
	t := time.NewTimer(20 * time.Millisecond)
	time.Sleep(30 * time.Millisecond)
	fmt.Println("len", len(t.C), "cap", cap(t.C))
	active := t.Reset(50 * time.Millisecond)
	fmt.Println("active", active, "len", len(t.C))
	first := <-t.C
	fmt.Println("first value", first.Sub(start), "now", time.Since(start))
	select {
	case second := <-t.C:
		fmt.Println("second value", second.Sub(start), "now", time.Since(start))
	case <-time.After(100 * time.Millisecond):
		fmt.Println("no second value", time.Since(start))
	}
}

func tickerReset(start time.Time) {
	tk := time.NewTicker(10 * time.Millisecond)
	time.Sleep(25 * time.Millisecond)
	tk.Reset(100 * time.Millisecond)
	fmt.Println("tick", (<-tk.C).Sub(start), time.Since(start))
	tk.Stop()
	tk.Reset(5 * time.Millisecond)
	fmt.Println("tick", (<-tk.C).Sub(start), time.Since(start))
	time.Sleep(7 * time.Millisecond)
	tk.Stop()
	fmt.Println("left", len(tk.C))
	select {
	case v := <-tk.C:
		fmt.Println("stale", v.Sub(start))
	default:
		fmt.Println("clean")
	}
}

func main() {
	start := time.Now()
	msgs := make(chan string)
	go func() {
		for i, gap := range []int{10, 45, 5, 110, 50} {
			time.Sleep(time.Duration(gap) * time.Millisecond)
			msgs <- fmt.Sprint("m", i)
		}
		close(msgs)
	}()
	readLoop(msgs, 50*time.Millisecond, start)
	start = time.Now()
	oldStyle(start)
	start = time.Now()
	tickerReset(start)
	start = time.Now()
	d := &Debouncer{d: 30 * time.Millisecond, fn: func() { fmt.Println("  debounced", time.Since(start)) }}
	for _, gap := range []int{0, 10, 29, 30, 31, 5} {
		time.Sleep(time.Duration(gap) * time.Millisecond)
		fmt.Println("call", time.Since(start))
		d.Call()
	}
	time.Sleep(time.Second)
	t := time.NewTimer(time.Hour)
	go func() { time.Sleep(time.Millisecond); t.Reset(0) }()
	fmt.Println((<-t.C).Sub(start))
	go func() { time.Sleep(time.Millisecond); t.Stop() }()
	t.Reset(10 * time.Millisecond)
	select {
	case <-t.C:
		fmt.Println("fired")
	case <-time.After(time.Second):
		fmt.Println("stopped under a receiver", time.Since(start))
	}
	var zero time.Timer
	defer func() { fmt.Println(recover()) }()
	zero.Stop()
}
