package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

type result struct {
	name string
	out  []any
}

var t0 time.Time

func at() time.Duration { return time.Since(t0) }

// safeReset is what people wrote before Go 1.23.
func safeReset(t *time.Timer, d time.Duration) (drained bool) {
	if !t.Stop() {
		select {
		case <-t.C:
			drained = true
		default:
		}
	}
	t.Reset(d)
	return
}

func stopAndDrainLen(t *time.Timer) (stopped bool, left int) {
	stopped = t.Stop()
	left = len(t.C)
	if !stopped && left > 0 {
		<-t.C
	}
	return
}

func main() {
	cases := []struct {
		name string
		f    func() []any
	}{
		{"stop unfired", func() []any { t := time.NewTimer(time.Second); return []any{t.Stop(), len(t.C)} }},
		{"stop fired", func() []any {
			t := time.NewTimer(time.Millisecond)
			time.Sleep(2 * time.Millisecond)
			a, b := stopAndDrainLen(t)
			return []any{a, b, cap(t.C)}
		}},
		{"stop at the instant", func() []any {
			t := time.NewTimer(time.Millisecond)
			time.Sleep(time.Millisecond)
			s := t.Stop()
			select {
			case v := <-t.C:
				return []any{s, "value", v.Sub(t0)}
			default:
				return []any{s, "none"}
			}
		}},
		{"reset at the instant", func() []any {
			t := time.NewTimer(time.Millisecond)
			time.Sleep(time.Millisecond)
			r := t.Reset(time.Millisecond)
			v := <-t.C
			return []any{r, v.Sub(t0), at()}
		}},
		{"safeReset fired", func() []any {
			t := time.NewTimer(time.Millisecond)
			time.Sleep(5 * time.Millisecond)
			d := safeReset(t, 3*time.Millisecond)
			return []any{d, (<-t.C).Sub(t0), at()}
		}},
		{"safeReset running", func() []any {
			t := time.NewTimer(time.Hour)
			d := safeReset(t, 3*time.Millisecond)
			return []any{d, (<-t.C).Sub(t0)}
		}},
		{"reset twice fired", func() []any {
			t := time.NewTimer(time.Millisecond)
			time.Sleep(2 * time.Millisecond)
			a := t.Reset(time.Millisecond)
			time.Sleep(2 * time.Millisecond)
			b := t.Reset(time.Millisecond)
			time.Sleep(2 * time.Millisecond)
			n := 0
			for {
				select {
				case <-t.C:
					n++
					continue
				default:
				}
				break
			}
			return []any{a, b, n}
		}},
		{"select after stop", func() []any {
			t := time.NewTimer(time.Millisecond)
			done := make(chan string)
			go func() {
				select {
				case v := <-t.C:
					done <- fmt.Sprint("fired ", v.Sub(t0))
				case <-time.After(10 * time.Millisecond):
					done <- "gave up"
				}
			}()
			runtime.Gosched()
			s := t.Stop()
			return []any{s, <-done}
		}},
		{"receiver then reset", func() []any {
			t := time.NewTimer(10 * time.Millisecond)
			done := make(chan time.Duration)
			go func() { done <- (<-t.C).Sub(t0) }()
			time.Sleep(5 * time.Millisecond)
			r := t.Reset(10 * time.Millisecond)
			return []any{r, <-done, t.Stop()}
		}},
		{"two receivers one value", func() []any {
			t := time.NewTimer(time.Millisecond)
			got := make(chan int)
			for i := 1; i <= 2; i++ {
				go func() { <-t.C; got <- i }()
			}
			first := <-got
			t.Reset(time.Millisecond)
			return []any{first, <-got, at()}
		}},
		{"afterfunc stop at instant", func() []any {
			ran := 0
			f := time.AfterFunc(time.Millisecond, func() { ran++ })
			time.Sleep(time.Millisecond)
			s := f.Stop()
			runtime.Gosched()
			return []any{s, ran}
		}},
		{"afterfunc reset while running", func() []any {
			n := 0
			var f *time.Timer
			f = time.AfterFunc(time.Millisecond, func() { n++; time.Sleep(5 * time.Millisecond); n += 10 })
			time.Sleep(2 * time.Millisecond)
			r := f.Reset(time.Millisecond)
			time.Sleep(20 * time.Millisecond)
			return []any{r, n, f.Stop()}
		}},
		{"ticker stop with tick", func() []any {
			t := time.NewTicker(time.Millisecond)
			time.Sleep(1500 * time.Microsecond)
			t.Stop()
			n := len(t.C)
			select {
			case <-t.C:
				return []any{n, "tick"}
			default:
				return []any{n, "none"}
			}
		}},
		{"ticker reset keeps tick", func() []any {
			t := time.NewTicker(time.Millisecond)
			defer t.Stop()
			time.Sleep(1500 * time.Microsecond)
			t.Reset(10 * time.Millisecond)
			v := <-t.C
			return []any{v.Sub(t0), at()}
		}},
		{"len polling", func() []any {
			t := time.NewTimer(3 * time.Millisecond)
			for i := 0; i < 10; i++ {
				if len(t.C) > 0 {
					return []any{"len saw it", at()}
				}
				time.Sleep(time.Millisecond)
			}
			select {
			case v := <-t.C:
				return []any{"len blind", v.Sub(t0), at()}
			default:
				return []any{"nothing"}
			}
		}},
		{"zero timer select default", func() []any {
			t := time.NewTimer(0)
			n := 0
			for {
				select {
				case <-t.C:
					return []any{"after polls", n > 0 || n == 0}
				default:
					n++
					runtime.Gosched()
				}
			}
		}},
		{"copy of channel", func() []any {
			t := time.NewTimer(time.Millisecond)
			c := t.C
			t.Stop()
			t.Reset(2 * time.Millisecond)
			return []any{(<-c).Sub(t0), c == t.C}
		}},
		{"blocking drain", func() []any {
			t := time.NewTimer(time.Millisecond)
			time.Sleep(2 * time.Millisecond)
			c := make(chan string)
			go func() {
				if !t.Stop() {
					<-t.C
				}
				c <- "drained"
			}()
			select {
			case s := <-c:
				return []any{s}
			case <-time.After(50 * time.Millisecond):
				return []any{"hangs"}
			}
		}},
	}
	for _, c := range cases {
		t0 = time.Now()
		r := result{c.name, c.f()}
		fmt.Printf("%-30s %v\n", r.name, r.out)
	}
	if runtime.NumGoroutine() > 5 {
		os.Exit(1)
	}
}
