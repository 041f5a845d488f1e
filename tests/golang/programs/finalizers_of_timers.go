package main

import (
	"fmt"
	"runtime"
	"time"
)

type Worker struct {
	t    *time.Ticker
	done chan bool
	id   int
}

type Loop struct {
	self *Loop
	id   int
}

func main() {
	start := time.Now()
	w := &Worker{time.NewTicker(time.Second), make(chan bool), 7}
	runtime.SetFinalizer(w, func(w *Worker) {
		fmt.Println("worker gone", time.Since(start), w.id)
		w.t.Stop()
		close(w.done)
	})
	done := w.done
	w = nil
	go func() {
		for {
			time.Sleep(10 * time.Second)
			runtime.GC()
		}
	}()
	<-done
	fmt.Println("done", time.Since(start))
	l := &Loop{id: 1}
	l.self = l
	runtime.SetFinalizer(l, func(l *Loop) { fmt.Println("loop gone") })
	l = nil
	tm := time.NewTimer(time.Hour)
	runtime.SetFinalizer(tm, func(t *time.Timer) { fmt.Println("timer gone", time.Since(start)) })
	tm = nil
	tk := time.NewTicker(time.Hour)
	runtime.SetFinalizer(tk, func(t *time.Ticker) { fmt.Println("ticker gone", time.Since(start)) })
	tk = nil
	time.Sleep(16 * time.Second)
	st := time.NewTimer(time.Hour)
	runtime.SetFinalizer(st, func(t *time.Timer) { fmt.Println("stopped timer gone", time.Since(start)) })
	st.Stop()
	st = nil
	time.Sleep(15 * time.Second)
	s := make([]byte, 1000)
	runtime.SetFinalizer(&s[0], func(p *byte) { fmt.Println("bytes gone") })
	s = nil
	for i := 0; i < 5; i++ {
		time.Sleep(10 * time.Second)
		fmt.Println("tick", i)
	}
	// resurrect
	var keep *Loop
	r := &Loop{id: 3}
	runtime.SetFinalizer(r, func(l *Loop) { fmt.Println("again", l.id); keep = l })
	r = nil
	time.Sleep(20 * time.Second)
	fmt.Println(keep.id)
	defer func() { fmt.Println(recover()) }()
	runtime.SetFinalizer(3, nil)
}
