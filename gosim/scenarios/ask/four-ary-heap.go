// why a 4-ary heap?
//
// Answer: It is half as deep as a binary one, so that inserting a timer compares half as often, and
// the four children lie side by side in memory. Removing compares more at each level: most timers
// are inserted, and never sink far.
//
// Run: 1.22
package main

import "fmt"

func main() {
	for _, arity := range []int{2, 4} {
		compared, deepest := 0, 0
		heap := []int{}
		for n := 100000; n > 0; n-- { // Each is due before all others: the worst case.
			heap = append(heap, n)
			depth := 0
			for i := len(heap) - 1; i > 0; depth++ {
				parent := (i - 1) / arity
				compared++
				if heap[parent] <= n {
					break
				}
				heap[i], heap[parent] = heap[parent], heap[i]
				i = parent
			}
			if depth > deepest {
				deepest = depth
			}
		}
		fmt.Println("arity", arity, "levels", deepest, "comparisons an insert", compared/100000)
	}
}
