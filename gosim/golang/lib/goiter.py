"""Package iter: functions that yield values.

Models   iter/iter.go of Go 1.23; Pull is a coroutine.
Read     gosim.kernel.coroutines first.
Leaves out   that Pull2 calls itself Pull when it is misused.

>>> "type Seq" in API
True
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.values import Native, operation
from gosim.golang.values.unwinding import Start
from gosim.kernel import Goexit
from gosim.kernel.coroutines import Coroutine

API: Final = """
package iter

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

type coro struct { _ int }
func (c *coro) start(f func())
func (c *coro) change()
func (c *coro) exit()
func (c *coro) goexit()

func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var c coro
	var given V
	var failure any
	ok, wanted, over, returned := false, false, false, false
	yield := func(v V) bool {
		if over {
			return false
		}
		if !wanted {
			panic("iter.Pull: yield called again before next")
		}
		given, ok, wanted = v, true, false
		c.change()
		return !over
	}
	c.start(func() {
		defer c.exit()
		defer func() {
			failure = recover()
			over = true
		}()
		if !over {
			seq(yield)
		}
		var zero V
		given, ok, returned = zero, false, true
	})
	change := func() {
		c.change()
		if failure != nil {
			panic(failure)
		}
		if over && !returned {
			c.goexit()
		}
	}
	next = func() (V, bool) {
		var zero V
		if over {
			return zero, false
		}
		if wanted {
			panic("iter.Pull: next called again before yield")
		}
		wanted = true
		change()
		return given, ok
	}
	stop = func() {
		if !over {
			over = true
			change()
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


class coro(Native):  # noqa: N801  the name of the Go type in API
    """A coroutine, once it is started."""

    __slots__ = ("state",)

    def __init__(self, *_: Any) -> None:
        self.state: Coroutine | None = None

    def start(self, function: Callable[[], Any]) -> None:
        """Make the coroutine; it waits until somebody changes to it."""
        self.state = Coroutine(Start(function, ()))

    @operation
    def change(self) -> Any:
        """Return the operation that changes the two."""
        return self.state

    def exit(self) -> None:
        """Go back for good."""
        assert self.state is not None
        self.state.exit()

    @operation
    def goexit(self) -> Any:
        """Return the operation that ends this goroutine."""
        return Goexit()
