package main

import (
	"errors"
	"fmt"
	"time"
)

func connect(n int) error {
	if n < 3 {
		return errors.New("refused")
	}
	return nil
}

func find(m [][]int, want int) (int, int) {
	var i, j int
	for i = range m {
		for j = range m[i] {
			if m[i][j] == want {
				goto found
			}
		}
	}
	return -1, -1
found:
	return i, j
}

func cleanup(fail int) (err error) {
	fmt.Println("open a")
	if fail == 1 {
		err = errors.New("a")
		goto closeA
	}
	fmt.Println("open b")
	if fail == 2 {
		err = errors.New("b")
		goto closeB
	}
	fmt.Println("work")
closeB:
	fmt.Println("close b")
closeA:
	fmt.Println("close a")
	return err
}

func main() {
	n := 0
retry:
	if err := connect(n); err != nil {
		fmt.Println(n, err)
		n++
		time.Sleep(time.Duration(n) * 100 * time.Millisecond)
		goto retry
	}
	fmt.Println("connected")
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 3))
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 9))
	for i := range 3 {
		fmt.Println(cleanup(i))
	}
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
	fmt.Println()
	for k := 0; k < 3; k++ {
		if k == 1 {
			goto next
		}
		fmt.Println("k", k)
	next:
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
again:
	select {
	case v := <-ch:
		fmt.Println("got", v)
		goto again
	case <-time.After(time.Second):
		fmt.Println("timeout")
		goto done
	}
done:
	fmt.Println("done")
}

func seq(yield func(int) bool) {
	for i := 0; i < 5 && yield(i); i++ {
	}
}

func init() {
	tries := 0
	var fs []func() int
again:
	x := tries * 10
	fs = append(fs, func() int { x++; return x })
	if tries++; tries < 3 {
		goto again
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	func() {
		i := 0
	again:
		if i++; i < 3 {
			goto again
		}
		fmt.Println("inner", i)
	}()
outer:
	for i := 0; i < 3; i++ {
		switch {
		case i == 1:
			for {
				goto skip
			}
		case i == 2:
			break outer
		}
		fmt.Println("i", i)
		continue
	skip:
		fmt.Println("skipped", i)
	}
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
		}
	}()
	if tries > 100 {
		goto fail
	}
	fmt.Println("ok")
	if tries == 3 {
		goto fail
	}
	return
fail:
	panic("failed")
}
