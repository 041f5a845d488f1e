package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprintf("%s:%d %v", file[strings.LastIndex(file, "/")+1:], line, ok)
}

func name() string {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name()
}

type T struct{}

func (t *T) method() string { return name() }

func guarded(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			st := string(debug.Stack())
			first, _, _ := strings.Cut(st, "\n")
			err = fmt.Errorf("panic: %v [%s] has main.boom: %v", r, first, strings.Contains(st, "main.boom"))
		}
	}()
	f()
	return nil
}

func boom() {
	var s []int
	_ = s[5]
}

func main() {
	fmt.Println(where())
	fmt.Println(name(), (&T{}).method())
	func() { fmt.Println(name(), where()) }()
	fmt.Println(guarded(boom))
	fmt.Println(guarded(func() {}))
	before := runtime.NumGoroutine()
	stop := make(chan struct{})
	for i := 0; i < 5; i++ {
		go func() { <-stop }()
	}
	time.Sleep(time.Millisecond)
	fmt.Println("leaked", runtime.NumGoroutine()-before)
	close(stop)
	time.Sleep(time.Millisecond)
	fmt.Println("leaked", runtime.NumGoroutine()-before)
	buf := make([]byte, 1<<12)
	n := runtime.Stack(buf, false)
	fmt.Println(strings.HasPrefix(string(buf[:n]), "goroutine 1 [running]:\nmain.main()"))
	fmt.Fprintln(os.Stderr, "bye")
	_, _, line, _ := runtime.Caller(0)
	fmt.Println(line)
}
