// the article's third listing: its fix, one time.NewTimer before the loop
//
// Look for: the heap stays flat, but the timeout has become a deadline for the whole loop. It fires
// once, at three minutes, although the channel was never idle, and never again.
// Where the article prints "..." stands what its second listing has there.
//
//gosim:coarse
//gosim:timeout 3 * time.Minute
package main

import (
	"fmt"
	"time"
)

func main() {
    timer := time.NewTimer(3 * time.Minute)
    defer timer.Stop()

    ch := make(chan int, 10)
    go func() {
        in := 1
        for {
            in++
            ch <- in
        }
    }()

    for {
        select {
        case _ = <-ch:
            // do something...
            continue
        case <-timer.C:
            fmt.Printf("现在是：%d，我脑子进煎鱼了！", time.Now().Unix())
        }
    }
}
