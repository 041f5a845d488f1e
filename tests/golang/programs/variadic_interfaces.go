package main

import (
	"fmt"
	"log"
	"os"
	"strings"
)

type Logger interface {
	Printf(format string, v ...any)
	Println(v ...any)
}

type wrapped struct {
	*log.Logger
	level int
}

type count struct{ n int }

func (c *count) Printf(format string, v ...any) { c.n += len(v); fmt.Printf("own:"+format+"\n", v...) }
func (c count) Println(v ...any)                { fmt.Println(append([]any{"own", len(v)}, v...)...) }

type both struct {
	Logger
	name string
}

type leveled interface {
	Logger
	Level() int
}

func (w wrapped) Level() int { return w.level }

func use(l Logger) {
	l.Printf("%d-%s", 1, "a")
	l.Printf("none")
	args := []any{"x", 2}
	l.Println(args...)
	f := l.Printf
	f("%v|%v", args...)
	f("%v", nil)
}

func main() {
	std := log.New(os.Stdout, "std ", 0)
	use(std)
	use(wrapped{std, 3})
	use(&wrapped{std, 4})
	use(&count{})
	use(both{std, "b"})
	use(both{&both{&count{}, "x"}, "b"})
	var lv leveled = wrapped{std, 9}
	use(lv)
	lv.Println(lv.Level())
	defer lv.Printf("deferred %d", 1)
	go lv.Println("never")
	g := (*log.Logger).Printf
	g(std, "%s!", "expr")
	h := Logger.Println
	h(std, 1, 2)
	fmt.Fprintln(os.Stdout, strings.NewReplacer("a", "b").Replace("aa"))
	if x, ok := any(std).(interface{ Panicf(string, ...any) }); ok {
		defer func() { fmt.Println("r", recover()) }()
		x.Panicf("p%d", 1)
	}
}
