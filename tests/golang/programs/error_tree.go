package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
)

type multi struct {
	msg  string
	errs []error
}

func (m *multi) Error() string   { return m.msg }
func (m *multi) Unwrap() []error { return m.errs }

type coded struct {
	code int
	error
}

func (c coded) Unwrap() error { return c.error }
func (c coded) Code() int     { return c.code }

type oddCode struct{ error }

func (oddCode) Code() string { return "text" }

func walk(err error, depth int) {
	pad := strings.Repeat("  ", depth)
	fmt.Printf("%s%T: %q\n", pad, err, strings.ReplaceAll(err.Error(), "\n", "|"))
	switch x := err.(type) {
	case interface{ Unwrap() error }:
		if inner := x.Unwrap(); inner != nil {
			walk(inner, depth+1)
		}
	case interface{ Unwrap() []error }:
		for _, e := range x.Unwrap() {
			walk(e, depth+1)
		}
	}
}

func main() {
	base := errors.New("base")
	j := errors.Join(base, nil, fmt.Errorf("one: %w", os.ErrNotExist))
	w := fmt.Errorf("two: %w and %w", j, context.Canceled)
	m := &multi{"multi", []error{w, coded{7, base}}}
	walk(m, 0)
	fmt.Println(errors.Is(m, os.ErrNotExist), errors.Is(m, context.Canceled), errors.Unwrap(m), errors.Unwrap(j) == nil)
	var c coded
	fmt.Println(errors.As(m, &c), c.code, c)
	var coder interface{ Code() int }
	fmt.Println(errors.As(m, &coder), coder.Code())
	var e error = oddCode{base}
	_, ok := e.(interface{ Code() int })
	_, ok2 := e.(interface{ Code() string })
	fmt.Println(ok, ok2)
	defer func() { fmt.Println(recover()) }()
	fmt.Println(e.(interface{ Code() int }).Code())
}
