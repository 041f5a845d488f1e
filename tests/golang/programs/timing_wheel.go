package main

import (
	"container/list"
	"fmt"
	"sync"
	"time"
)

type TaskID uint64
type task struct {
	id     TaskID
	rounds int
	slot   int
	job    func(id TaskID)
	period time.Duration
}
type Wheel struct {
	sync.Mutex
	interval time.Duration
	slots    []*list.List
	pos      int
	where    map[TaskID]*list.Element
	seq      TaskID
	ticker   *time.Ticker
	stop     chan struct{}
	*stats
}
type stats struct {
	added, fired, removed int
}

func (s *stats) String() string { return fmt.Sprintf("added=%d fired=%d removed=%d", s.added, s.fired, s.removed) }

func NewWheel(interval time.Duration, n int) *Wheel {
	w := &Wheel{interval: interval, slots: make([]*list.List, n), where: map[TaskID]*list.Element{}, stop: make(chan struct{}), stats: new(stats)}
	for i := range w.slots {
		w.slots[i] = list.New()
	}
	return w
}
func (w *Wheel) Start() {
	w.ticker = time.NewTicker(w.interval)
	go func() {
		for {
			select {
			case <-w.ticker.C:
				w.tick()
			case <-w.stop:
				w.ticker.Stop()
				return
			}
		}
	}()
}
func (w *Wheel) Add(d time.Duration, f func(TaskID)) TaskID { return w.add(d, 0, f) }
func (w *Wheel) Repeat(d time.Duration, f func(TaskID)) TaskID { return w.add(d, d, f) }
func (w *Wheel) add(d, period time.Duration, f func(TaskID)) TaskID {
	w.Lock()
	defer w.Unlock()
	w.seq++
	w.added++
	w.place(&task{id: w.seq, job: f, period: period}, d)
	return w.seq
}
func (w *Wheel) place(t *task, d time.Duration) {
	steps := int(d / w.interval)
	if steps == 0 {
		steps = 1
	}
	t.rounds = (steps - 1) / len(w.slots)
	t.slot = (w.pos + steps) % len(w.slots)
	w.where[t.id] = w.slots[t.slot].PushBack(t)
}
func (w *Wheel) Remove(id TaskID) bool {
	w.Lock()
	defer w.Unlock()
	e, ok := w.where[id]
	if !ok {
		return false
	}
	w.slots[e.Value.(*task).slot].Remove(e)
	delete(w.where, id)
	w.removed++
	return true
}
func (w *Wheel) tick() {
	w.Lock()
	w.pos = (w.pos + 1) % len(w.slots)
	l := w.slots[w.pos]
	var due []*task
	for e := l.Front(); e != nil; {
		next := e.Next()
		t := e.Value.(*task)
		if t.rounds > 0 {
			t.rounds--
		} else {
			l.Remove(e)
			delete(w.where, t.id)
			due = append(due, t)
		}
		e = next
	}
	for _, t := range due {
		if t.period > 0 {
			w.place(t, t.period)
		}
		w.fired++
	}
	w.Unlock()
	for _, t := range due {
		go t.job(t.id)
	}
}

func main() {
	start := time.Now()
	w := NewWheel(10*time.Millisecond, 8)
	w.Start()
	job := func(name string) func(TaskID) {
		return func(id TaskID) { fmt.Printf("%v %s #%d\n", time.Since(start), name, id) }
	}
	w.Add(35*time.Millisecond, job("a"))
	w.Add(200*time.Millisecond, job("b"))
	r := w.Repeat(50*time.Millisecond, job("r"))
	x := w.Add(100*time.Millisecond, job("never"))
	w.Add(0, job("now"))
	time.Sleep(60 * time.Millisecond)
	fmt.Println(w.Remove(x), w.Remove(x))
	time.Sleep(125 * time.Millisecond)
	w.Remove(r)
	time.Sleep(60 * time.Millisecond)
	close(w.stop)
	fmt.Println(w.stats, w.Wheel())
	fmt.Println(w)
}
func (w *Wheel) Wheel() (out string) {
	for i, l := range w.slots {
		out += fmt.Sprintf("%d:%d ", i, l.Len())
	}
	return
}
