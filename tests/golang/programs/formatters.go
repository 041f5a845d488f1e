package main

import (
	"fmt"
	"io"
	"strings"
)

type Stack struct{ frames []string }

func (s *Stack) Format(st fmt.State, verb rune) {
	switch verb {
	case 'v':
		if st.Flag('+') {
			for _, f := range s.frames {
				fmt.Fprintf(st, "\n\t%s", f)
			}
			return
		}
		io.WriteString(st, strings.Join(s.frames, ";"))
	case 's':
		fmt.Fprint(st, len(s.frames))
	default:
		fmt.Fprintf(st, "%%!%c %T %s", verb, st, fmt.FormatString(st, verb))
	}
}

type Money int64

func (m Money) Format(f fmt.State, c rune) {
	w, ok := f.Width()
	p, pok := f.Precision()
	s := fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100)
	if ok && len(s) < w {
		pad := strings.Repeat(" ", w-len(s))
		if f.Flag('-') {
			s += pad
		} else {
			s = pad + s
		}
	}
	f.Write([]byte(s))
	_, _ = p, pok
}

type G struct{ x int }

func (g G) GoString() string { return "G!" }

func main() {
	s := &Stack{[]string{"a", "b"}}
	fmt.Printf("%v|%+v|%s|%d\n", s, s, s, s)
	fmt.Printf("%v|%10v|%-10v|%d\n", Money(1234), Money(5), Money(99999), Money(1))
	fmt.Println(Money(250), []Money{1, 2}, map[string]Money{"a": 3})
	fmt.Printf("%#v %v %#v\n", G{1}, G{1}, []G{{2}})
	var _ fmt.Formatter = Money(0)
	fmt.Println(fmt.Append(nil, "x", 1), string(fmt.Appendf([]byte("p:"), "%d", 5)))
}
