package main

import (
	"fmt"
	"iter"
	"time"
)

func try(name string, loop func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	loop()
}

func main() {
	goesOn := func(yield func(int) bool) {
		yield(1)
		yield(2)
	}
	try("continues after break", func() {
		for x := range goesOn {
			fmt.Println(x)
			break
		}
	})
	try("continues after return", func() {
		for range goesOn {
			return
		}
	})
	var kept func(int) bool
	keeps := func(yield func(int) bool) {
		kept = yield
		yield(1)
	}
	try("yields when all is over", func() {
		for x := range keeps {
			fmt.Println(x)
		}
		kept(2)
	})
	swallows := func(yield func(int) bool) {
		defer func() { recover() }()
		yield(1)
	}
	try("swallows a panic", func() {
		for range swallows {
			panic("body")
		}
	})
	retries := func(yield func(int) bool) {
		func() {
			defer func() { fmt.Println("iterator saw", recover()) }()
			yield(1)
		}()
		yield(2)
	}
	try("continues after a panic", func() {
		for range retries {
			time.Sleep(time.Second)
			panic("body")
		}
	})
	var good iter.Seq[int] = func(yield func(int) bool) {
		for i := range 5 {
			if !yield(i) {
				return
			}
		}
	}
	try("good", func() {
		for x := range good {
			if x == 3 {
				panic("three")
			}
			time.Sleep(time.Millisecond)
		}
	})
	fmt.Println(time.Now().Format("05.000"))
}
