// why a 4-ary heap?
//
// Answer: It is half as deep as a binary one, so a new timer compares itself with half as many
// ancestors, and here each one is earlier than all others. Removing the first takes as many
// comparisons, but half as many moves, among children that lie side by side in memory.
//
// Run: 1.22
package main

import "fmt"

func main() {
	const timers = 100000
	for _, arity := range []int{2, 4} {
		inserting, removing, moves, heap := 0, 0, 0, []int{}
		for n := timers; n > 0; n-- {
			heap = append(heap, n)
			for i := len(heap) - 1; i > 0; i = (i - 1) / arity {
				inserting++
				heap[i], heap[(i-1)/arity] = heap[(i-1)/arity], heap[i]
			}
		}
		for last := timers - 1; last > 0; last-- {
			heap[0] = heap[last]
			for i, least := 0, 0; i*arity+1 < last; i, moves = least, moves+1 {
				for c := i*arity + 1; c <= i*arity+arity && c < last; c++ {
					removing++
					if heap[c] < heap[least] {
						least = c
					}
				}
				if least == i {
					break
				}
				heap[i], heap[least] = heap[least], heap[i]
			}
		}
		fmt.Printf("arity %d: comparisons to insert %d, to remove %d, moves %d\n", arity, inserting/timers, removing/timers, moves/timers)
	}
}
