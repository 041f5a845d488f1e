package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
)

func main() {
	text := []byte("one, two;three")
	fmt.Printf("%q %q\n", bytes.SplitAfter(text, []byte(",")), bytes.SplitAfterN(text, []byte("e"), 2))
	fmt.Printf("%q %t\n", bytes.SplitN(text, []byte(","), 0), bytes.SplitN(text, []byte(","), 0) == nil)
	fmt.Printf("%q\n", bytes.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }))
	after, found := bytes.CutPrefix(text, []byte("one"))
	before, none := bytes.CutSuffix(text, []byte("four"))
	fmt.Printf("%q %t %q %t\n", after, found, before, none)

	var sink strings.Builder
	tee := io.TeeReader(io.LimitReader(strings.NewReader("abcdefgh"), 5), &sink)
	part := make([]byte, 4)
	n, err := io.ReadFull(tee, part)
	fmt.Println(n, err, string(part), sink.String())
	n, err = io.ReadFull(tee, part)
	fmt.Println(n, err, string(part[:n]), sink.String())
	_, err = io.ReadAtLeast(tee, part, 5)
	fmt.Println(err, errors.Is(err, io.ErrShortBuffer))
	m, err := io.CopyN(&sink, strings.NewReader("xyz"), 5)
	fmt.Println(m, err, sink.String())

	fmt.Println(maps.Equal(map[string]int{"a": 1}, map[string]int{"a": 1}),
		maps.Equal(map[string]int{"a": 1}, map[string]int{"b": 1}),
		maps.EqualFunc(map[int]string{1: "x"}, map[int]int{1: 1}, func(s string, i int) bool { return len(s) == i }))
	fmt.Println(slices.Equal([]int{1, 2}, []int{1, 2}), slices.Equal([]int{1}, []int{1, 2}),
		slices.Compare([]string{"a", "b"}, []string{"a"}), slices.Compare([]int{1}, []int{2, 0}),
		slices.Compare([]int{}, nil), slices.IsSorted([]int{1, 2, 2}), slices.IsSorted([]int{2, 1}))

	calls := 0
	once := sync.OnceValue(func() int { calls++; return 40 + calls })
	fmt.Println(once(), once(), calls)
	words := sync.OnceValues(func() (string, error) { return "w", io.EOF })
	fmt.Println(words())
	fails := sync.OnceFunc(func() { calls++; panic("no") })
	for range [2]int{} {
		func() {
			defer func() { fmt.Println("recovered", recover(), calls) }()
			fails()
		}()
	}
}
