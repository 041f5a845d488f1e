"""Package os/signal: nobody sends signals to a program on the model.

Models   os/signal/signal.go of Go 1.22, in a quiet world.
Read     gosim.golang.lib.goos first.
Leaves out   signals.
"""

from __future__ import annotations

from typing import Final

from gosim.kernel import NEVER, running

API: Final = """
package signal

import ("context"; "os")

func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	watch()
}
func watch()
func Stop(c chan<- os.Signal)       {}
func Ignore(sig ...os.Signal)       {}
func Ignored(sig os.Signal) bool    { return false }
func Reset(sig ...os.Signal)        {}

func NotifyContext(
	parent context.Context, signals ...os.Signal,
) (ctx context.Context, stop context.CancelFunc) {
	watch()
	return context.WithCancel(parent)
}
"""


def watch() -> None:
    """Note that somebody may send a signal: no deadlock is reported any more."""
    running.p.kernel.count_note(NEVER, 1)
