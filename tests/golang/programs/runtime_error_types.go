package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

func safe(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			var te *runtime.TypeAssertionError
			err = fmt.Errorf("runtime: %w (assertion %v)", r, errors.As(r, &te))
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	f()
	return
}
func main() {
	fmt.Println(safe(func() { var m map[string]int; m["a"] = 1 }))
	fmt.Println(safe(func() { var x any = 1; _ = x.(string) }))
	fmt.Println(safe(func() { panic(errors.New("plain")) }))
	fmt.Println(safe(func() { panic("str") }))
	fmt.Println(safe(func() {}))
	fmt.Println(safe(func() { panic(fmt.Sprintf("%v", []int{1})) }))
	fmt.Println(safe(func() { _ = strings.Repeat("x", -1) }))
	var pn *runtime.PanicNilError
	fmt.Println(errors.As(safe(func() { panic(nil) }), &pn))
}
