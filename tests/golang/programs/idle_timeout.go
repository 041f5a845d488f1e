package main

import (
	"fmt"
	"io"
	"time"
)

type conn struct {
	in     chan []byte
	closed bool
}

func (c *conn) Read() ([]byte, error) {
	b, ok := <-c.in
	if !ok {
		return nil, io.EOF
	}
	return b, nil
}

func serve(c *conn, idle time.Duration) (reason string) {
	type read struct {
		b   []byte
		err error
	}
	reads := make(chan read)
	go func() {
		for {
			b, err := c.Read()
			reads <- read{b, err}
			if err != nil {
				return
			}
		}
	}()
	t := time.NewTimer(idle)
	defer t.Stop()
	for {
		select {
		case r := <-reads:
			if r.err != nil {
				return r.err.Error()
			}
			fmt.Printf("%q %x\n", r.b, r.b)
			if !t.Stop() {
				select {
				case <-t.C:
				default:
				}
			}
			t.Reset(idle)
		case <-t.C:
			return "idle"
		}
	}
}

func main() {
	for _, gaps := range [][]int{{10, 20, 30}, {10, 90, 10}} {
		c := &conn{in: make(chan []byte)}
		go func() {
			for i, g := range gaps {
				time.Sleep(time.Duration(g) * time.Millisecond)
				c.in <- []byte(fmt.Sprintf("msg%d", i))
			}
			close(c.in)
		}()
		start := time.Now()
		fmt.Println(serve(c, 50*time.Millisecond), time.Since(start))
	}
}
