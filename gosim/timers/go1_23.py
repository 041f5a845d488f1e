"""Timers of Go 1.23 and later: in a heap only while somebody waits.

Models   runtime/time.go of Go 1.23 to 1.27: timer.stop, timer.modify, newTimer, timeSleep.
Read     gosim.timers.go1_14 first: this era is best understood as a change to that one.
Leaves out   `sendLock`, `isSending` and stale sends (`seq`): no send can be in flight here, as
             nothing runs at the same time; the fake timers of testing/synctest.

One idea: a *channel* timer is in a heap only while some goroutine is blocked on its channel.
Otherwise it is a record that says when it should fire, and whoever looks at the channel runs it
if it is due.  Nothing but the channel refers to it then, so a timer that nobody can receive
from any more is garbage, however far its deadline.  A *function* timer (AfterFunc, Sleep, a
context's deadline) has nobody who could look, so it is in a heap from its start, as before.

The heap itself, with its bits, its repairs and its invariants, is gosim.timers.go1_23_heap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gosim.channels import Channel
from gosim.kernel import Goroutine, Kernel, Processor
from gosim.timers.coarse import Newest
from gosim.timers.go1_23_heap import (
    HEAPED,
    MODIFIED,
    NOT_RUNNING,
    ZOMBIE,
    BitTimer,
    Timers,
    maybe_add,
)
from gosim.timers.listing import Listings
from gosim.timers.timer import Counts, Fire, ready_goroutine, send_function, when

if TYPE_CHECKING:
    from gosim.timers.kinds import Kinds
    from gosim.versions import GoVersion


class Go1_23(Listings):
    """The timers of one run: `Timers` for each P, and the calls of package time.

    `asynctimerchan` says what channel timers are: 0 synchronous and collectable, 1 as before
    1.23, 2 collectable, but visibly buffered.
    """

    def __init__(self, version: GoVersion, kernel: Kernel, kinds: Kinds) -> None:
        self.version = version
        self.kinds = kinds
        self.counts = Counts(kinds)
        self.newest = Newest(self, kinds)
        self._send = send_function(version)
        for p in kernel.processors:
            p.timers = Timers(self, kinds.sizes, kinds.array())
        self.heaps: list[Timers] = [p.timers for p in kernel.processors]

    # -- making timers --------------------------------------------------------------------------

    def after(self, p: Processor, duration: int) -> Channel:
        """Return the channel of a new timer.  Go: time.After."""
        return self.new_timer(p, duration, 0)[1]

    def new_timer(self, p: Processor, duration: int, period: int) -> tuple[BitTimer, Channel]:
        """Return a started timer and its channel.  Go: time.NewTimer, time.newTimer."""
        kinds = self.kinds
        channel = Channel(1, kinds.time_channel)
        kinds.time_channel.made += 1
        t = BitTimer(when(p.now, duration), period, self._send, None, kinds.channel_timer)
        kinds.channel_timer.made += 1
        if self.version.asynctimerchan == 1:
            t.arg = channel
            maybe_add(p, t)
            if p.grain > 1:
                self.newest.made(p, t, channel)
        else:
            self._attach(t, channel)
            if p.grain > 1:  # The others of this pass are garbage already.
                kinds.came_and_went(p.grain - 1)
        if p.watched:
            self.announce_start(p, t)
        return t, channel

    def _attach(self, t: BitTimer, channel: Channel) -> None:
        """Let the channel know its timer, so that no heap has to."""
        t.is_chan = True
        t.synchronous = self.version.asynctimerchan == 0
        channel.feeder = t

    def new_func_timer(self, p: Processor, duration: int, fire: Fire, arg: Any) -> BitTimer:
        """Return a started timer that calls a function.  Go: time.AfterFunc."""
        t = BitTimer(when(p.now, duration), 0, fire, arg, self.kinds.func_timer)
        self.kinds.func_timer.made += 1
        maybe_add(p, t)
        if p.grain > 1:
            self.newest.made(p, t, None)
        if p.watched:
            self.announce_start(p, t)
        return t

    def sleep(self, p: Processor, g: Goroutine, duration: int) -> None:
        """Make g ready after the duration.  Go: timeSleep, resetForSleep."""
        t = g.sleep_timer
        if t is None:
            kind = self.kinds.sleep_timer
            t = g.sleep_timer = BitTimer(NOT_RUNNING, 0, ready_goroutine, g, kind)
            kind.made += 1
        self._modify(p, t, when(p.now, duration), 0)

    # -- stop and reset -------------------------------------------------------------------------

    def stop(self, p: Processor, t: BitTimer, channel: Channel | None = None) -> bool:
        """Stop t; return whether its value can no longer be received.  Go: timer.stop."""
        if t.is_chan and not t.synchronous and channel is not None:
            t.look(p, channel)
        if t.state & HEAPED:
            assert t.timers is not None
            t.state |= MODIFIED
            if not t.state & ZOMBIE:
                t.timers.bury(t)
        pending = t.when != NOT_RUNNING
        t.when = NOT_RUNNING
        if pending:
            self.counts.stopped += max(t.weight, p.grain)
        pending = self._drain(t, channel) or pending
        if p.watched:
            self.announce_stop(p, t, pending)
        return pending

    def reset(
        self, p: Processor, t: BitTimer, channel: Channel | None, duration: int, period: int = 0
    ) -> bool:
        """Set t to fire after the duration; return what stop would.  Go: timer.modify."""
        if t.is_chan and not t.synchronous and channel is not None:
            t.look(p, channel)
        due = when(p.now, duration)
        if t.is_chan and (t.blocked or t.state & HEAPED):
            t.arg = channel
        pending = self._modify(p, t, due, period)
        pending = self._drain(t, channel) or pending
        if p.watched:
            self.announce_reset(p, t, due, pending)
        return pending

    def _modify(self, p: Processor, t: BitTimer, due: int, period: int) -> bool:
        """Set the deadline; the slot in a heap is repaired later."""
        pending = t.when != NOT_RUNNING
        t.when, t.period = due, period
        timers = t.timers
        if timers is None:
            maybe_add(p, t)
            return pending
        t.state |= MODIFIED
        if t.state & ZOMBIE:
            timers.unbury(t)
        if due < timers.min_when_modified:
            timers.min_when_modified = due
            p.kernel.wake_poller(p, due)
        return pending

    def _drain(self, t: BitTimer, channel: Channel | None) -> bool:
        """Discard a value that nobody has received; return whether there was one."""
        if not t.synchronous or channel is None or not channel.buf:
            return False
        channel.buf.clear()
        return True

    # -- counting -------------------------------------------------------------------------------

    def weigh(self, t: BitTimer, more: int) -> bool:
        """Let t stand for so many more if it is in a heap; return whether it is."""
        if t.timers is None:
            return False
        t.timers.weigh(t, more)
        return True
