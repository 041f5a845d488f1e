"""Package iter: functions that yield values.

Models   iter/iter.go of Go 1.23; Pull is a goroutine and two channels here, a coroutine there.
Read     nothing first.
Leaves out   Pull's panics on misuse.

>>> "type Seq" in API
True
"""

from __future__ import annotations

from typing import Final

API: Final = """
package iter

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	wanted := make(chan bool)
	given := make(chan V)
	begun, over := false, false
	run := func() {
		defer close(given)
		if !<-wanted {
			return
		}
		seq(func(v V) bool {
			given <- v
			return <-wanted
		})
	}
	next = func() (V, bool) {
		var zero V
		if over {
			return zero, false
		}
		if !begun {
			begun = true
			go run()
		}
		wanted <- true
		v, ok := <-given
		over = !ok
		return v, ok
	}
	stop = func() {
		if !over {
			over = true
			if begun {
				wanted <- false
				<-given
			}
		}
	}
	return next, stop
}

type pair[K, V any] struct {
	key   K
	value V
}

func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	one, stop := Pull(func(yield func(pair[K, V]) bool) {
		seq(func(k K, v V) bool { return yield(pair[K, V]{k, v}) })
	})
	next = func() (K, V, bool) {
		p, ok := one()
		return p.key, p.value, ok
	}
	return next, stop
}
"""

SINCE: Final = {"Seq": 23, "Seq2": 23, "Pull": 23, "Pull2": 23}
