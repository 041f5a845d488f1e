// A panic in a goroutine: recovered in one, passed on in another, fatal in the third.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

func safely(name string, f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			err = fmt.Errorf("%s: runtime: %w", name, r)
		case error:
			err = fmt.Errorf("%s: %w", name, r)
		default:
			err = fmt.Errorf("%s: %v", name, r)
		}
	}()
	f()
	return nil
}

var errCustom = errors.New("custom")

type account struct{ owner *string }

func main() {
	var group sync.WaitGroup
	jobs := []func(){
		func() {},
		func() { panic("a string") },
		func() { panic(errCustom) },
		func() { fmt.Println([]int{1}[len(os.Args)+5]) },
		func() { var m map[string]int; m["x"]++ },
		func() { var a account; fmt.Println(len(*a.owner)) },
		func() { var x any = 1; fmt.Println(x.(string)) },
		func() { close((chan int)(nil)) },
		func() { zero := len(jobsDone); fmt.Println(1 / zero) },
	}
	errs := make([]error, len(jobs))
	for i, job := range jobs {
		group.Add(1)
		go func(i int, job func()) {
			defer group.Done()
			time.Sleep(time.Duration(i) * time.Millisecond)
			errs[i] = safely(fmt.Sprint("job", i), job)
		}(i, job)
	}
	group.Wait()
	for _, err := range errs {
		fmt.Println(err, errors.Is(err, errCustom))
	}
	defer fmt.Println("main's own defer does not run")
	go func() {
		defer fmt.Println("but the goroutine's does")
		time.Sleep(time.Second)
		panic(fmt.Errorf("fatal: %w", errCustom))
	}()
	time.Sleep(time.Minute)
	fmt.Println("never printed")
}

var jobsDone []int
