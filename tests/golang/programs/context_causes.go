package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key struct{}
type traceKey string

func show(name string, ctx context.Context) {
	dl, ok := ctx.Deadline()
	rem := "none"
	if ok {
		rem = time.Until(dl).String()
	}
	fmt.Printf("%-8s err=%v cause=%v deadline=%s v=%v\n", name, ctx.Err(), context.Cause(ctx), rem, ctx.Value(key{}))
}

func main() {
	root := context.WithValue(context.Background(), key{}, "root")
	a, cancelA := context.WithCancelCause(root)
	b, cancelB := context.WithTimeout(a, 50*time.Millisecond)
	defer cancelB()
	c, cancelC := context.WithDeadlineCause(b, time.Now().Add(time.Hour), errors.New("never"))
	defer cancelC()
	d := context.WithoutCancel(c)
	e := context.WithValue(d, traceKey("id"), 7)
	f, cancelF := context.WithTimeoutCause(e, 80*time.Millisecond, fmt.Errorf("f: %w", context.DeadlineExceeded))
	defer cancelF()
	show("a", a)
	show("c", c)
	show("f", f)
	fmt.Println(a)
	fmt.Println(b)
	fmt.Println(f)
	stopped := context.AfterFunc(b, func() { fmt.Println("b is over:", b.Err()) })
	_ = stopped
	time.Sleep(20 * time.Millisecond)
	cancelA(errors.New("boss said stop"))
	cancelA(errors.New("too late"))
	time.Sleep(time.Millisecond)
	for _, x := range []struct {
		n string
		c context.Context
	}{{"a", a}, {"b", b}, {"c", c}, {"d", d}, {"f", f}} {
		show(x.n, x.c)
	}
	<-f.Done()
	show("f", f)
	fmt.Println(errors.Is(context.Cause(f), context.DeadlineExceeded), f.Err() == context.DeadlineExceeded)
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(f.Err(), &te) && te.Timeout())
	g, cancelG := context.WithCancel(context.TODO())
	fmt.Println(g, context.TODO())
	cancelG()
	cancelG()
	h, cancelH := context.WithTimeout(g, time.Second)
	defer cancelH()
	fmt.Println(h.Err(), h.Value("nothing"))
	defer func() { fmt.Println(recover()) }()
	context.WithValue(root, nil, 1)
}
