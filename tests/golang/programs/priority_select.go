// Two channels with priorities, a ring of the last messages, and a select with a default.
package main

import (
	"fmt"
	"time"
)

type ring struct {
	buf  [4]string
	next int
}

func (r *ring) add(s string) { r.buf[r.next%len(r.buf)] = s; r.next++ }

func (r ring) all() []string {
	var list []string
	for i := max(0, r.next-len(r.buf)); i < r.next; i++ {
		list = append(list, r.buf[i%len(r.buf)])
	}
	return list
}

func serve(high, low <-chan string, quit <-chan struct{}) (handled map[string]int, last ring) {
	handled = map[string]int{}
	for {
		select {
		case m := <-high:
			handled["high"]++
			last.add(m)
			continue
		default:
		}
		select {
		case m := <-high:
			handled["high"]++
			last.add(m)
		case m := <-low:
			handled["low"]++
			last.add(m)
			time.Sleep(15 * time.Millisecond)
		case <-quit:
			return
		}
	}
}

func main() {
	high, low, quit := make(chan string, 8), make(chan string, 8), make(chan struct{})
	go func() {
		for i := 0; i < 30; i++ {
			if i%5 == 0 {
				high <- fmt.Sprint("H", i)
			}
			select {
			case low <- fmt.Sprint("L", i):
			default:
			}
			time.Sleep(10 * time.Millisecond)
		}
		time.Sleep(time.Second)
		close(quit)
	}()
	start := time.Now()
	handled, last := serve(high, low, quit)
	before := last
	last.add("extra")
	fmt.Println(handled, before.all(), last.all(), time.Since(start))
}
