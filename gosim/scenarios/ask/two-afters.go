// two Afters in one select: why does the long one never fire?
//
// Answer: Each pass makes both anew, so the long one starts again whenever the short one has fired.
// Make the long one once, before the loop, as `end` is made here.
//
// Run: 1.22, 1.23
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	end := time.After(10500 * time.Millisecond)
	for long, short := 0, 0; ; {
		select {
		case <-time.After(time.Second):
			short++
		case <-time.After(3 * time.Second):
			long++
		case <-end:
			fmt.Println("in", time.Since(start), "short:", short, "long:", long)
			return
		}
	}
}
