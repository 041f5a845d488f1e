// golang.org/x/sync/errgroup and golang.org/x/time/rate.
// modules: golang.org/x/sync golang.org/x/time
// Recorded with x/sync 0.1.0 and x/time 0.3.0.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/time/rate"
)

func groups() {
	var g errgroup.Group
	for i := 0; i < 3; i++ {
		g.Go(func() error {
			time.Sleep(time.Duration(3-i) * time.Second)
			if i == 1 {
				return errors.New("one failed")
			}
			return nil
		})
	}
	fmt.Println(g.Wait())
	h, ctx := errgroup.WithContext(context.Background())
	h.Go(func() error {
		<-ctx.Done()
		return ctx.Err()
	})
	h.Go(func() error {
		time.Sleep(time.Second)
		return fmt.Errorf("first: %w", errors.New("cause"))
	})
	fmt.Println(h.Wait(), ctx.Err())
	var l errgroup.Group
	l.SetLimit(2)
	begin := time.Now()
	for i := 0; i < 5; i++ {
		l.Go(func() error {
			time.Sleep(time.Second)
			return nil
		})
	}
	ok := l.TryGo(func() error { return nil })
	fmt.Println(ok, l.Wait(), time.Since(begin))
	var zero errgroup.Group
	fmt.Println(zero.Wait())
}

func main() {
	groups()
	lim := rate.NewLimiter(rate.Every(100*time.Millisecond), 3)
	begin := time.Now()
	for i := 0; i < 6; i++ {
		fmt.Println(i, lim.Allow(), lim.Tokens())
	}
	ctx := context.Background()
	for i := 0; i < 5; i++ {
		err := lim.Wait(ctx)
		fmt.Println(err, time.Since(begin))
	}
	fmt.Println(lim.WaitN(ctx, 5))
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	fmt.Println(lim.WaitN(short, 2))
	cancel()
	fmt.Println(lim.Wait(short))
	r := lim.ReserveN(time.Now(), 3)
	fmt.Println(r.OK(), r.Delay())
	r.Cancel()
	fmt.Println(lim.Reserve().Delay(), lim.ReserveN(time.Now(), 9).OK())
	lim.SetLimit(2)
	lim.SetBurst(5)
	fmt.Println(lim.Limit(), lim.Burst(), lim.Tokens(), lim.Reserve().Delay())
	time.Sleep(10 * time.Second)
	fmt.Println(lim.Tokens(), lim.AllowN(time.Now(), 5), lim.AllowN(time.Now(), 1))
	inf := rate.NewLimiter(rate.Inf, 0)
	fmt.Println(inf.Allow(), inf.Wait(ctx), rate.Every(0) == rate.Inf)
	s := rate.Sometimes{First: 2, Interval: 2 * time.Second}
	for i := 0; i < 6; i++ {
		s.Do(func() { fmt.Println("sometimes", i, time.Since(begin)) })
		time.Sleep(900 * time.Millisecond)
	}
	later, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	slow := rate.NewLimiter(0.5, 1)
	fmt.Println(slow.Wait(later), slow.Wait(later))
	go func() { time.Sleep(300 * time.Millisecond); cancel() }()
	quick := rate.NewLimiter(1, 1)
	other, cancel2 := context.WithCancel(ctx)
	go func() { time.Sleep(300 * time.Millisecond); cancel2() }()
	fmt.Println(quick.Wait(other), quick.Wait(other), time.Since(begin))
}
