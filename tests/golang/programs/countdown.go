// A countdown that can be aborted, formatted times, and a reader that never answers.
package main

import (
	"bufio"
	"fmt"
	"strings"
	"time"
)

type state int

const (
	idle state = iota
	counting
	launched
	aborted
)

func (s state) String() string { return [...]string{"idle", "counting", "launched", "aborted"}[s] }

func countdown(from int, abort <-chan struct{}, log *strings.Builder) state {
	s := counting
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for left := from; s == counting; left-- {
		fmt.Fprintf(log, "%d ", left)
		if left == 0 {
			s = launched
			break
		}
		select {
		case <-tick.C:
		case <-abort:
			s = aborted
		}
	}
	return s
}

func readLines(text string, lines chan<- string) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	for scanner.Scan() {
		if d, err := time.ParseDuration(scanner.Text()); err == nil {
			time.Sleep(d)
			continue
		}
		lines <- scanner.Text()
	}
}

func main() {
	lines := make(chan string)
	go readLines("2500ms\nabort\n1h2m3.5s\nabort", lines)
	for round := 0; round < 3; round++ {
		var log strings.Builder
		abort := make(chan struct{})
		stop := make(chan struct{})
		go func() {
			select {
			case line := <-lines:
				if line == "abort" {
					close(abort)
				}
			case <-stop:
			}
		}()
		began := time.Now()
		result := countdown(4, abort, &log)
		close(stop)
		fmt.Printf("%s %-8v %q %.1fs\n", began.UTC().Format(time.TimeOnly), result, log.String(), time.Since(began).Seconds())
		fmt.Printf("%d %v %+v %#v %x\n", result, idle, result, result, int(result))
	}
}
