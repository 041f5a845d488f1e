package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"
)

var (
	addr    = flag.String("addr", ":8080", "listen address")
	workers = flag.Int("workers", 4, "number of workers")
	verbose = flag.Bool("v", false, "verbose")
	timeout time.Duration
)

type Logger interface {
	Printf(format string, v ...any)
}

type prefixed struct {
	Logger
	prefix string
}

func (p prefixed) Printf(format string, v ...any) { p.Logger.Printf(p.prefix+format, v...) }

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

func init() {
	flag.DurationVar(&timeout, "timeout", 1500*time.Millisecond, "timeout")
}

func main() {
	flag.Parse()
	fmt.Println(*addr, *workers, *verbose, timeout, flag.NArg(), flag.Args())
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.Print("plain ", 1, 2, " x", "y")
	log.SetFlags(log.Ldate | log.Ltime | log.Lmicroseconds | log.LUTC)
	time.Sleep(1234567 * time.Microsecond)
	log.Println("stamped")
	log.SetPrefix("app: ")
	log.Printf("no newline")
	log.Printf("newline\n")
	log.SetFlags(log.Lmsgprefix | log.Ltime)
	log.Println("msgprefix", log.Prefix(), log.Flags())
	l := log.New(upper{os.Stdout}, "[up] ", 0)
	l.Printf("from %s", "here")
	var lg Logger = prefixed{prefixed{l, "outer: "}, "inner: "}
	lg.Printf("%d%%", 50)
	var sb strings.Builder
	mw := io.MultiWriter(&sb, os.Stdout)
	fmt.Fprintf(mw, "%-8s|%8s|\n", "left", "right")
	fmt.Print(sb.Len(), " ", sb.String())
	r := io.TeeReader(strings.NewReader("tee me"), os.Stdout)
	data, err := io.ReadAll(io.LimitReader(r, 3))
	fmt.Printf(" %q %v\n", data, err)
	n, err := io.Copy(os.Stdout, strings.NewReader("copied\n"))
	fmt.Println(n, err)
	fmt.Fprintln(io.Discard, "nothing")
	pr, pw := io.Pipe()
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(pw, "line %d;", i)
			time.Sleep(10 * time.Millisecond)
		}
		pw.CloseWithError(errors.New("writer gone"))
	}()
	buf := make([]byte, 64)
	for {
		n, err := pr.Read(buf)
		fmt.Printf("%d %q %v\n", n, buf[:n], err)
		if err != nil {
			break
		}
	}
	defer fmt.Println("not run")
	log.Fatalln("fatal", errors.New("boom"))
}
