// A ticker that is reset while it runs, stopped, and started again.
package main

import (
	"fmt"
	"time"
)

type poller struct {
	ticker   *time.Ticker
	interval time.Duration
	errors   int
}

func (p *poller) poll(n int) error {
	if n >= 3 && n < 7 {
		p.errors++
		return fmt.Errorf("poll %d failed (%d)", n, p.errors)
	}
	return nil
}

func (p *poller) adapt(err error) {
	switch {
	case err != nil && p.interval < 4*time.Second:
		p.interval *= 2
	case err == nil && p.interval > 500*time.Millisecond:
		p.interval = 500 * time.Millisecond
	default:
		return
	}
	p.ticker.Reset(p.interval)
}

func main() {
	start := time.Now()
	p := &poller{time.NewTicker(500 * time.Millisecond), 500 * time.Millisecond, 0}
	for n := 0; n < 10; n++ {
		<-p.ticker.C
		err := p.poll(n)
		p.adapt(err)
		fmt.Println(time.Since(start), "poll", n, "next in", p.interval, "error:", err)
	}
	p.ticker.Stop()
	select {
	case <-p.ticker.C:
		fmt.Println("a tick after Stop")
	case <-time.After(10 * time.Second):
		fmt.Println("no tick after Stop", time.Since(start))
	}
	p.ticker.Reset(3 * time.Second)
	time.Sleep(7 * time.Second) // Two ticks, one place.
	<-p.ticker.C
	fmt.Println("one was waiting", time.Since(start))
	<-p.ticker.C
	fmt.Println("the next", time.Since(start))
	defer func() { fmt.Println("recovered:", recover()) }()
	p.ticker.Reset(0)
}
