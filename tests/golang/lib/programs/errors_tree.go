// Wrapping, joining, Is, As, Unwrap.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

type NotFound struct{ Key string }

func (e NotFound) Error() string { return "not found: " + e.Key }

type Timeout struct{ msg string }

func (e *Timeout) Error() string   { return e.msg }
func (e *Timeout) Timeout() bool   { return true }
func (e *Timeout) Is(t error) bool { return t == errDeadline }

type list []string

func (l list) Error() string { return fmt.Sprint([]string(l)) }

var (
	errBase     = errors.New("base")
	errDeadline = errors.New("deadline")
)

func main() {
	w := fmt.Errorf("layer: %w", errBase)
	ww := fmt.Errorf("outer: %w", w)
	two := fmt.Errorf("two: %w and %w", errBase, &Timeout{"slow"})
	none := fmt.Errorf("none: %v", errBase)
	bad := fmt.Errorf("bad: %w", "text")
	nilw := fmt.Errorf("nil: %w", nil)
	twice := fmt.Errorf("%[2]w %[1]w %[2]w", errBase, errDeadline)
	j := errors.Join(errBase, nil, NotFound{"k"})
	all := []error{w, ww, two, none, bad, nilw, twice, j, NotFound{"z"}, &Timeout{"t"}, list{"a"}}
	for i, e := range all {
		fmt.Println(i, e, errors.Is(e, errBase), errors.Is(e, errDeadline), errors.Unwrap(e))
		fmt.Printf("%T %v %q\n", e, errors.Is(e, NotFound{"k"}), e)
		var nf NotFound
		var to *Timeout
		var ti interface{ Timeout() bool }
		fmt.Println(errors.As(e, &nf), nf.Key, errors.As(e, &to), to != nil, errors.As(e, &ti), ti != nil)
	}
	fmt.Println(errors.Is(nil, errBase), errors.Is(errBase, nil), errors.Is(nil, nil), errors.Unwrap(errBase))
	fmt.Println(errors.Join(nil, nil) == nil, errors.New("a") == errors.New("a"))
	fmt.Printf("%v|%+v|%s|%d\n", errBase, errBase, errBase, errBase)
	fmt.Println(errors.Is(list{"a"}, errBase))
	_, err := strconv.Atoi("12a")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.Is(err, strconv.ErrSyntax))
	fmt.Printf("%#v\n", NotFound{"q"})
	for _, f := range []func(){
		func() { errors.As(errBase, nil) },
		func() { errors.As(errBase, 5) },
		func() { var s string; errors.As(errBase, &s) },
	} {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			f()
		}()
	}
	fmt.Println(errors.Is(fmt.Errorf("x: %w", errors.ErrUnsupported), errors.ErrUnsupported))
}
