package main

import (
	"fmt"
	"time"
)

type Conn struct {
	id   int
	used time.Time
}
type Pool struct {
	idle    chan *Conn
	slots   chan struct{}
	made    int
	maxIdle time.Duration
}

func NewPool(max int) *Pool {
	return &Pool{idle: make(chan *Conn, max), slots: make(chan struct{}, max), maxIdle: 50 * time.Millisecond}
}
func (p *Pool) Get(wait time.Duration) (*Conn, error) {
	for {
		select {
		case c := <-p.idle:
			if time.Since(c.used) > p.maxIdle {
				fmt.Println("  expire", c.id)
				<-p.slots
				continue
			}
			return c, nil
		default:
		}
		select {
		case c := <-p.idle:
			return c, nil
		case p.slots <- struct{}{}:
			p.made++
			time.Sleep(5 * time.Millisecond)
			return &Conn{id: p.made}, nil
		case <-time.After(wait):
			return nil, fmt.Errorf("pool: no connection within %v", wait)
		}
	}
}
func (p *Pool) Put(c *Conn) {
	c.used = time.Now()
	select {
	case p.idle <- c:
	default:
		<-p.slots
	}
}
func main() {
	start := time.Now()
	p := NewPool(2)
	done := make(chan bool)
	for i := range 5 {
		go func() {
			defer func() { done <- true }()
			time.Sleep(time.Duration(i) * 3 * time.Millisecond)
			c, err := p.Get(30 * time.Millisecond)
			if err != nil {
				fmt.Println(i, err, time.Since(start))
				return
			}
			fmt.Println(i, "got", c.id, time.Since(start))
			time.Sleep(20 * time.Millisecond)
			p.Put(c)
		}()
	}
	for range 5 {
		<-done
	}
	time.Sleep(60 * time.Millisecond)
	c, err := p.Get(time.Millisecond)
	fmt.Println(c.id, err, p.made, len(p.idle), len(p.slots))
	var nilPool *Pool
	defer fmt.Println("exit")
	nilPool.Put(c)
}
