package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func main() {
	n := flag.Int("n", 4, "how many")
	d := flag.Duration("every", time.Second, "the `period` of it")
	flag.Parse()
	fmt.Println(*n, *d, flag.NArg(), flag.Parsed(), flag.Args())
	for _, args := range [][]string{
		{"-n", "7", "--name=x y", "-v", "rest", "-n", "9"},
		{"-n", "seven"},
		{"-n=99999999999999999999"},
		{"-bad"},
		{"-tag", "a", "-tag=b", "--", "-n"},
		{"-d"},
		{"-v=maybe"},
		{"-h"},
		{"-f", "1.5", "-wait", "1m30s", "-u", "3"},
		{"---x"},
	} {
		fs := flag.NewFlagSet("tool", flag.ContinueOnError)
		fs.SetOutput(os.Stdout)
		n := fs.Int("n", 3, "a number\nof things")
		name := fs.String("name", "bob", "the name")
		v := fs.Bool("v", false, "verbose")
		d := fs.Duration("wait", 0, "how `long`")
		f := fs.Float64("f", 0, "")
		u := fs.Uint("u", 0, "unsigned")
		fs.Int64("d", 5, "x")
		var tags list
		fs.Var(&tags, "tag", "tags")
		fs.Func("cb", "callback", func(s string) error { return errors.New("no") })
		err := fs.Parse(args)
		fmt.Println(err, *n, *name, *v, *d, *f, *u, tags, fs.Args(), fs.NFlag(), errors.Is(err, flag.ErrHelp))
		fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println()
	}
	fmt.Println(unicode.Is(unicode.Letter, 'x'), unicode.In('я', unicode.Cyrillic, unicode.Latin), unicode.Is(unicode.White_Space, ' '))
	t := &unicode.RangeTable{R16: []unicode.Range16{{'a', 'z', 2}}}
	fmt.Println(unicode.Is(t, 'a'), unicode.Is(t, 'b'), unicode.Is(t, 'c'))
	defer func() { fmt.Println("recovered:", recover()) }()
	tool := flag.NewFlagSet("tool", flag.PanicOnError)
	tool.SetOutput(os.Stdout)
	tool.Int("n", 1, "once")
	tool.Int("n", 1, "again")
}
