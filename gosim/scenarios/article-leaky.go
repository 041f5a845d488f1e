// the article's second listing: time.After in the loop, the leak
//
// Look for: up to Go 1.22 the heap of timers grows for three minutes, past 10 GB after twenty-odd
// seconds, to a plateau of some 390 million. From 1.23 on it stays at one or two.
//
//gosim:coarse
//gosim:timeout 3 * time.Minute
package main

import (
	"fmt"
	"time"
)

func main() {
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
        case <-time.After(3 * time.Minute):
            fmt.Printf("现在是：%d，我脑子进煎鱼了！", time.Now().Unix())
        }
    }
}
