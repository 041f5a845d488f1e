// the article's first listing: one wait with a timeout
//
// Look for: one timer, gone when it fires. The answer comes too late: its goroutine would wait for
// ever in its send, if main did not return.
//
//gosim:timeout time.Second
package main

import (
	"fmt"
	"time"
)

func main() {
    ch := make(chan string)
    go func() {
        time.Sleep(time.Second * 3)
        ch <- "脑子进煎鱼了"
    }()

    select {
    case _ = <-ch:
    case <-time.After(time.Second * 1):
        fmt.Println("煎鱼出去了，超时了！！！")
    }
}
