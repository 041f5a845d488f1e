// More goroutines than a run queue holds: half of it goes to the global queue, in batches back.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var log []int
	var wg sync.WaitGroup
	for i := 0; i < 700; i++ {
		i := i
		wg.Add(1)
		go func() {
			log = append(log, i)
			if i%50 == 0 {
				runtime.Gosched()
				log = append(log, 1000+i)
			}
			wg.Done()
		}()
	}
	wg.Wait()
	for _, v := range log {
		fmt.Println(v)
	}
}
