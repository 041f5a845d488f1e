package main

import (
	"fmt"
	"sync"
	"time"
)

var opened = time.Now()

func init() { fmt.Println("main.go: init, stock has", len(stock)) }

func main() {
	shop := newShop(stock)
	var group sync.WaitGroup
	for i, name := range []string{"ann", "bob", "cy"} {
		group.Add(1)
		go func(name string, pause time.Duration) {
			defer group.Done()
			time.Sleep(pause)
			for _, o := range orders[name] {
				fmt.Println(time.Since(opened), name, o, shop.take(o))
				time.Sleep(o.cost())
			}
		}(name, time.Duration(i)*time.Millisecond)
	}
	group.Wait()
	fmt.Println(shop)
}

func init() { fmt.Println("main.go: second init") }
