package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Err string

func (e Err) Error() string { return string(e) }

const ErrA Err = "a"
const ErrB Err = "b"

type multi []error

func (m multi) Error() string   { return fmt.Sprintf("%d errors", len(m)) }
func (m multi) Unwrap() []error { return m }

type coded struct {
	code int
	msg  string
	err  error
}

func (c coded) Error() string   { return fmt.Sprintf("%d %s", c.code, c.msg) }
func (c coded) Unwrap() error   { return c.err }
func (c coded) Is(t error) bool { o, ok := t.(coded); return ok && o.code == c.code }
func deep(n int) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("level %d: %w", n, err)
		}
	}()
	if n == 0 {
		return coded{404, "nf", ErrA}
	}
	return deep(n - 1)
}
func cleanup() (err error) {
	defer func() { err = errors.Join(err, errors.New("close failed")) }()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	var m map[string]map[string]int
	m["a"]["b"] = 1
	return nil
}
func main() {
	e := deep(2)
	fmt.Println(e, errors.Is(e, ErrA), errors.Is(e, ErrB), errors.Is(e, coded{code: 404}), errors.Is(e, coded{code: 500}))
	var c coded
	fmt.Println(errors.As(e, &c), c.code, c.msg)
	m := multi{ErrA, fmt.Errorf("w: %w", ErrB)}
	fmt.Println(m, errors.Is(m, ErrB), errors.Unwrap(m) == nil, errors.Unwrap(errors.Unwrap(e)))
	j := errors.Join(nil, ErrA, nil, errors.Join(ErrB))
	fmt.Printf("%v|%q|%T\n", j, j, j)
	fmt.Println(errors.Join(nil, nil) == nil, fmt.Errorf("%w and %w", ErrA, ErrB), fmt.Errorf("no verb", 1))
	fmt.Println(cleanup())
	var once sync.Once
	var first error
	set := func(e error) { once.Do(func() { first = e }) }
	ch := make(chan error, 3)
	for i := range 3 {
		time.AfterFunc(time.Duration(3-i)*time.Millisecond, func() { e := fmt.Errorf("job %d", i); set(e); ch <- e })
	}
	for range 3 {
		fmt.Println(<-ch)
	}
	fmt.Println("first:", first)
	func() {
		defer func() {
			r := recover()
			err, ok := r.(error)
			fmt.Println(ok, err)
			var re interface{ RuntimeError() }
			fmt.Println(errors.As(err, &re))
		}()
		var p *coded
		_ = p.code
	}()
	defer func() {
		defer func() { panic(fmt.Sprint("third after ", recover())) }()
		panic(coded{2, "second", nil})
	}()
	panic(Err("first"))
}
