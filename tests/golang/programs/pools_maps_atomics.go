package main

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

var bufPool = sync.Pool{New: func() any { fmt.Println("new buffer"); return new(bytes.Buffer) }}

func render(id int) string {
	b := bufPool.Get().(*bytes.Buffer)
	defer func() { b.Reset(); bufPool.Put(b) }()
	fmt.Fprintf(b, "job-%02d", id)
	time.Sleep(time.Millisecond)
	b.WriteString("!")
	b.WriteByte('?')
	return b.String()
}

type Config struct {
	Name string
	N    int
}

type gauge struct {
	v   atomic.Int64
	max atomic.Int64
}

func (g *gauge) add(d int64) {
	n := g.v.Add(d)
	for {
		m := g.max.Load()
		if n <= m || g.max.CompareAndSwap(m, n) {
			return
		}
	}
}

func main() {
	for i := 0; i < 3; i++ {
		fmt.Println(render(i))
	}
	var wg sync.WaitGroup
	out := make([]string, 3)
	for i := range out {
		wg.Add(1)
		go func(i int) { defer wg.Done(); out[i] = render(10 + i) }(i)
	}
	wg.Wait()
	fmt.Println(out)

	var m sync.Map
	for i, k := range []string{"b", "a", "c"} {
		m.Store(k, i)
	}
	v, loaded := m.LoadOrStore("a", 100)
	fmt.Println(v, loaded)
	v, loaded = m.LoadOrStore("z", 100)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("b")
	fmt.Println(v, loaded)
	_, ok := m.Load("b")
	fmt.Println(ok, m.CompareAndSwap("a", 1, 11), m.CompareAndDelete("c", 7))
	prev, loaded := m.Swap("c", "sea")
	fmt.Println(prev, loaded)
	var keys []string
	m.Range(func(k, v any) bool { keys = append(keys, fmt.Sprint(k, "=", v)); return true })
	sort.Strings(keys)
	fmt.Println(keys)

	var cfg atomic.Value
	cfg.Store(Config{"v1", 1})
	go func() { time.Sleep(5 * time.Millisecond); cfg.Store(Config{"v2", 2}) }()
	for i := 0; i < 3; i++ {
		c := cfg.Load().(Config)
		fmt.Printf("%+v\n", c)
		time.Sleep(4 * time.Millisecond)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		cfg.Store("other type")
	}()
	var p atomic.Pointer[Config]
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, &Config{"p", 3}), p.Load().Name)
	var g gauge
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(i) * time.Millisecond)
			g.add(1)
			time.Sleep(2500 * time.Microsecond)
			g.add(-1)
		}()
	}
	wg.Wait()
	fmt.Println("max concurrency", g.max.Load(), g.v.Load())
	var u atomic.Uint32
	fmt.Println(u.Add(^uint32(0)), u.Swap(7), u.Load())
	var x int32 = 5
	atomic.AddInt32(&x, -7)
	fmt.Println(x, atomic.CompareAndSwapInt32(&x, -2, 9), atomic.LoadInt32(&x))
	init := sync.OnceValues(func() (int, error) { fmt.Println("init"); return 42, nil })
	fmt.Println(init())
	fmt.Println(init())
	bad := sync.OnceFunc(func() { panic("once bad") })
	for i := 0; i < 2; i++ {
		func() { defer func() { fmt.Println("r:", recover()) }(); bad() }()
	}
	var once sync.Once
	func() { defer func() { recover() }(); once.Do(func() { panic(1) }) }()
	once.Do(func() { fmt.Println("never") })
}
