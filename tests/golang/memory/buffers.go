package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"time"
)

// What the library keeps for a program: buffers, errors, what waits, what is pooled.
var (
	builders []*strings.Builder
	buffers  = map[int]*bytes.Buffer{}
	writers  []*bufio.Writer
	readers  []*bufio.Reader
	texts    []string
	errs     []error
	failed   = errors.New("failed")
	log      strings.Builder
	mu       sync.Mutex
	cond     = sync.NewCond(&mu)
	pool     = sync.Pool{New: func() any { return new([4096]byte) }}
)

func main() {
	mu.Lock()
	report(live())
	phase(200, func(i int) {
		b := &strings.Builder{}
		for j := 0; j < 20; j++ {
			b.WriteString(fmt.Sprint("part ", j+i))
		}
		builders = append(builders, b)
	})
	phase(2000, func(i int) { fmt.Fprintf(&log, "%d: request handled in %d ms\n", i, i%7) })
	phase(200, func(i int) {
		var b strings.Builder
		for j := 0; j < 100; j++ {
			b.WriteString("abc ")
		}
		texts = append(texts, b.String())
	})
	phase(200, func(i int) {
		b := new(bytes.Buffer)
		fmt.Fprint(b, strings.Repeat("x", 10*i))
		buffers[i] = b
	})
	phase(200, func(i int) {
		w := bufio.NewWriter(io.Discard)
		fmt.Fprint(w, "some text")
		w.Flush()
		writers = append(writers, w)
		readers = append(readers, bufio.NewReader(nil))
	})
	phase(500, func(i int) { errs = append(errs, errors.New("a text that is there already")) })
	phase(500, func(i int) { errs = append(errs, fmt.Errorf("request %d failed", i)) })
	phase(500, func(i int) { errs = append(errs, fmt.Errorf("request %d: %w", i, failed)) })
	phase(500, func(i int) { errs = append(errs, errors.Join(failed, fmt.Errorf("request %d", i))) })
	phase(500, func(i int) { texts = append(texts, time.Duration(i*1001).String()) })
	phase(200, func(i int) { go mu.Lock() })
	phase(200, func(i int) { go cond.Wait() })
	phase(200, func(i int) { pool.Put(new([4096]byte)) })
	phase(0, nil)
	phase(1, func(int) {
		done := make(chan bool)
		for i := 0; i < 1000; i++ {
			go func() { done <- true }()
		}
		time.Sleep(time.Millisecond)
		for i := 0; i < 1000; i++ {
			<-done
		}
	})
}

// phase does something some times, and lets go of all that was kept before.
func phase(times int, do func(i int)) {
	builders, writers, readers, texts, errs = nil, nil, nil, nil, nil
	buffers = map[int]*bytes.Buffer{}
	log.Reset()
	o, b := live()
	for i := 0; i < times; i++ {
		do(i)
	}
	time.Sleep(time.Millisecond)
	report(o, b)
}

func report(objects, bytes uint64) {
	o, b := live()
	fmt.Println(int64(o-objects), int64(b-bytes))
}

func live() (uint64, uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // What sync.Pool keeps goes with the second.
	runtime.ReadMemStats(&m)
	return m.HeapObjects, m.HeapAlloc
}
