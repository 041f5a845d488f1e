// The library called from methods that lock, embed, recurse and panic.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
)

type stats struct {
	mu sync.Mutex
	m  map[string]int
}

func (s *stats) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := make([]string, 0, len(s.m))
	for k := range s.m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	for _, k := range keys {
		fmt.Fprintf(&b, "%s=%d;", k, s.m[k])
	}
	return b.String()
}

type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

type base struct{ id int }

func (b base) String() string { return fmt.Sprint("base#", b.id) }

type derived struct {
	base
	extra string
}

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) String() string {
	if t == nil {
		return "()"
	}
	return fmt.Sprintf("(%v %d %v)", t.left, t.v, t.right)
}

type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return e.op + ": " + e.err.Error() }
func (e *opError) Unwrap() error { return e.err }

type temporary interface{ Temporary() bool }

var errClosed = errors.New("closed")

func work(n int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	var m map[string]int
	var p *tree
	xs := []int{1, 2, 3}
	switch n {
	case 0:
		m["x"] = 1
	case 1:
		fmt.Println(p.v)
	case 2:
		fmt.Println(xs[n+1])
	case 3:
		var i any = "s"
		fmt.Println(i.(int))
	case 4:
		zero := 0
		fmt.Println(1 / zero)
	case 5:
		panic(&opError{"read", errClosed})
	case 6:
		return &opError{"write", fmt.Errorf("deep: %w", errClosed)}
	}
	return nil
}

func main() {
	s := &stats{m: map[string]int{"b": 2, "a": 1}}
	fmt.Println(s, derived{base{7}, "x"}, &derived{base{8}, "y"})
	fmt.Printf("%v|%s|%+v|%d\n", s, s, derived{base{7}, "x"}, derived{base{7}, "x"})
	fmt.Println(&tree{&tree{nil, nil, 1}, nil, 2})
	out := &locked{w: os.Stdout}
	fmt.Fprintf(out, "%05.1f|%-5s|\n", 2.25, "go")
	log.SetOutput(out)
	log.SetFlags(log.Ltime)
	log.Print("logged")
	l := log.New(&locked{w: os.Stdout}, "worker ", log.LstdFlags|log.Lmsgprefix)
	l.Printf("%d done", 3)
	for i := 0; i < 7; i++ {
		err := work(i)
		var op *opError
		var t temporary
		fmt.Println(i, err, errors.Is(err, errClosed), errors.As(err, &op), errors.As(err, &t))
	}
	var mu sync.Mutex
	xs := []int{3, 1, 2}
	sort.Slice(xs, func(i, j int) bool {
		mu.Lock()
		defer mu.Unlock()
		return xs[i] < xs[j]
	})
	words := strings.FieldsFunc("a1b2c", func(r rune) bool {
		mu.Lock()
		defer mu.Unlock()
		return r >= '0' && r <= '9'
	})
	slices.SortFunc(words, func(a, b string) int {
		mu.Lock()
		defer mu.Unlock()
		return strings.Compare(b, a)
	})
	fmt.Println(xs, words)
	var buf bytes.Buffer
	mw := io.Writer(&buf)
	fmt.Fprintln(mw, time.Duration(1500)*time.Millisecond, []time.Duration{1, 2}, struct {
		D time.Duration
		t time.Time
	}{D: time.Second})
	fmt.Print(buf.String())
	var once sync.Once
	for i := 0; i < 2; i++ {
		once.Do(func() { fmt.Printf("%[1]T %[1]v %[2]q %[3]x\n", i, 'x', "hex") })
	}
	type key struct{ a, b int }
	grid := map[key][]string{{1, 2}: {"x"}, {0, 3}: nil}
	fmt.Println(grid, len(grid[key{1, 2}]))
	fmt.Printf("%v %+v %#v %T\n", grid, grid, grid, grid)
	fmt.Printf("%s %v %d %t %v\n", errClosed, &errClosed == nil, []byte("b"), true, [3]bool{true})
	fmt.Printf("%8.3f|%-8v|%+d|%x|%X|%o|%b|%e|%c|%U\n", 3.14159, "ab", 5, 255, 255, 8, 5, 12345.678, 'é', 'é')
	defer fmt.Println("deferred")
	panic(fmt.Sprintf("end: %v", xs))
}
