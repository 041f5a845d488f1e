package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

type Level int8

const (
	Debug Level = iota - 1
	Info
	Warn
	_
	Fatal
)

var levelNames = map[Level]string{Debug: "DBG", Info: "INF", Warn: "WRN"}

func (l Level) String() string {
	if s, ok := levelNames[l]; ok {
		return s
	}
	return fmt.Sprintf("Level(%d)", int8(l))
}

type Field struct {
	Key string
	Val any
}
type Logger struct {
	mu     sync.Mutex
	w      io.Writer
	min    Level
	fields []Field
	now    func() time.Time
}

func (l *Logger) With(kv ...any) *Logger {
	c := &Logger{w: l.w, min: l.min, now: l.now, fields: append([]Field(nil), l.fields...)}
	for i := 0; i+1 < len(kv); i += 2 {
		c.fields = append(c.fields, Field{kv[i].(string), kv[i+1]})
	}
	return c
}
func (l *Logger) Log(lv Level, format string, args ...any) {
	if lv < l.min {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(l.w, "%s %-5v ", l.now().UTC().Format("15:04:05.000"), lv)
	fmt.Fprintf(l.w, format, args...)
	for _, f := range l.fields {
		fmt.Fprintf(l.w, " %s=%v", f.Key, f.Val)
	}
	fmt.Fprintln(l.w)
}

type retryable interface{ Temporary() bool }
type netErr struct {
	op   string
	temp bool
	err  error
}

func (e *netErr) Error() string   { return e.op + ": " + e.err.Error() }
func (e *netErr) Temporary() bool { return e.temp }
func (e *netErr) Unwrap() error   { return e.err }

type Conn struct {
	id       int
	deadline time.Time
	closed   chan struct{}
	once     sync.Once
}

func (c *Conn) SetDeadline(d time.Duration) { c.deadline = time.Now().Add(d) }
func (c *Conn) Read(d time.Duration) (n int, err error) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return 10, nil
	case <-time.After(time.Until(c.deadline)):
		return 0, &netErr{"read", true, os.ErrDeadlineExceeded}
	case <-c.closed:
		return 0, &netErr{"read", false, io.EOF}
	}
}
func (c *Conn) Close() error {
	err := errors.New("already closed")
	c.once.Do(func() { close(c.closed); err = nil })
	return err
}

type Stats struct {
	n          int
	mean, m2   float64
	min, max   float64
	percentile map[int]float64
}

func (s *Stats) Add(x float64) {
	if s.n == 0 {
		s.min, s.max = math.Inf(1), math.Inf(-1)
	}
	s.n++
	d := x - s.mean
	s.mean += d / float64(s.n)
	s.m2 += d * (x - s.mean)
	s.min, s.max = math.Min(s.min, x), math.Max(s.max, x)
}
func (s Stats) Std() float64 { return math.Sqrt(s.m2 / float64(s.n-1)) }

type handler func(context.Context, string) (string, error)

func timeout(d time.Duration) func(handler) handler {
	return func(h handler) handler {
		return func(ctx context.Context, r string) (string, error) {
			ctx, cancel := context.WithTimeout(ctx, d)
			defer cancel()
			type res struct {
				s   string
				err error
			}
			ch := make(chan res, 1)
			go func() {
				defer func() {
					if p := recover(); p != nil {
						ch <- res{err: fmt.Errorf("panic: %v", p)}
					}
				}()
				s, err := h(ctx, r)
				ch <- res{s, err}
			}()
			select {
			case r := <-ch:
				return r.s, r.err
			case <-ctx.Done():
				return "", fmt.Errorf("%q after %v: %w", r, d, ctx.Err())
			}
		}
	}
}

func main() {
	log.SetFlags(0)
	var buf bytes.Buffer
	l := &Logger{w: io.MultiWriter(os.Stdout, &buf), min: Info, now: time.Now}
	l.Log(Debug, "hidden")
	l.Log(Info, "start %d%%", 50)
	req := l.With("id", 7, "tags", []string{"a", "b"}, "d", 1500*time.Microsecond)
	req.Log(Warn, "slow")
	req.With("err", io.ErrUnexpectedEOF).Log(Fatal, "x")
	l.Log(Level(3), "plain")
	fmt.Println(buf.Len(), strings.Count(buf.String(), "\n"))
	c := &Conn{id: 1, closed: make(chan struct{})}
	c.SetDeadline(30 * time.Millisecond)
	for i, d := range []time.Duration{10, 25, 5} {
		n, err := c.Read(d * time.Millisecond)
		var ne *netErr
		var tmp retryable
		fmt.Println(i, n, err, errors.As(err, &ne), errors.As(err, &tmp) && tmp.Temporary(), errors.Is(err, os.ErrDeadlineExceeded))
		c.SetDeadline(20 * time.Millisecond)
	}
	go func() { time.Sleep(3 * time.Millisecond); fmt.Println("close:", c.Close()) }()
	_, err := c.Read(time.Second)
	fmt.Println(err, errors.Is(err, io.EOF), c.Close())
	var s Stats
	for _, x := range []float64{2, 4, 4, 4, 5, 5, 7, 9} {
		s.Add(x)
	}
	fmt.Printf("%d %.3f %.3f %g %g %v\n", s.n, s.mean, s.Std(), s.min, s.max, s)
	h := timeout(20 * time.Millisecond)(func(ctx context.Context, r string) (string, error) {
		switch r {
		case "panic":
			panic(errors.New("boom"))
		case "slow":
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
				return "", ctx.Err()
			}
		}
		return strings.ToUpper(r), nil
	})
	for _, r := range []string{"fast", "slow", "panic"} {
		out, err := h(context.Background(), r)
		fmt.Printf("%q %v %t\n", out, err, errors.Is(err, context.DeadlineExceeded))
	}
	words := strings.Fields("the quick brown the lazy dog the end quick")
	freq := map[string]int{}
	for _, w := range words {
		freq[w]++
	}
	type kv struct {
		K string
		V int
	}
	var kvs []kv
	for k, v := range freq {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool {
		if kvs[i].V != kvs[j].V {
			return kvs[i].V > kvs[j].V
		}
		return kvs[i].K < kvs[j].K
	})
	fmt.Printf("%v %+v\n", kvs[:2], kvs[2])
	pr, pw := io.Pipe()
	go func() {
		defer pw.Close()
		for i := range 3 {
			fmt.Fprintf(pw, "line %d\n", i)
			time.Sleep(time.Millisecond)
		}
	}()
	all, err := io.ReadAll(pr)
	fmt.Printf("%q %v\n", all, err)
	fmt.Println(math.MaxInt8, math.Floor(-1.5), math.Round(2.5), math.Trunc(-2.7), math.Mod(7, 3), math.Hypot(3, 4), math.Cbrt(27), math.Log2(8), math.IsNaN(math.NaN()))
	defer log.Println("not reached")
	func() {
		defer func() { log.Fatalln("fatal:", recover()) }()
		var m map[Level][]int
		m[Info] = append(m[Info], 1)
	}()
}
