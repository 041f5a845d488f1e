"""Timers of Go 1.14 to 1.22: a heap in each P, repaired lazily.

Models   runtime/time.go of Go 1.14 to 1.22: addtimer, deltimer, modtimer, resettimer.
Read     gosim.timers.go1_14_heap first; gosim.timers.go1_10 is the era before, go1_23 the one
         after.
Leaves out   the four statuses in which another thread would find a timer for a moment: Running,
             Removing, Modifying, Moving.

A timer may sit in the heap of another P, whose lock the caller does not want.  So Stop and
Reset only mark it, and the owner repairs its heap later: at the head when a timer is added
(`clean_head`), in a scheduler pass when a modified timer is due (`adjust`), or when more than a
quarter of the heap is dead (`clear_deleted`).  Until then a stopped timer keeps all that it
refers to alive.

    status             in a heap   start    stop               reset
    NO_STATUS          no          WAITING  -> False           WAITING -> False
    WAITING            yes         -        DELETED -> True    MODIFIED_… -> True
    MODIFIED_EARLIER   yes         -        DELETED -> True    MODIFIED_… -> True
    MODIFIED_LATER     yes         -        DELETED -> True    MODIFIED_… -> True
    DELETED            yes         -        -> False           MODIFIED_… -> False
    REMOVED            no          -        -> False           WAITING -> False

The heap itself, with its repairs and its invariants, is gosim.timers.go1_14_heap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gosim.channels import Channel
from gosim.kernel import Goroutine, Kernel, Processor
from gosim.timers.coarse import Newest
from gosim.timers.go1_14_heap import (
    DELETED,
    LISTED,
    MODIFIED_EARLIER,
    MODIFIED_LATER,
    NO_STATUS,
    REMOVED,
    WAITING,
    AfterTimer,
    PTimer,
    TimerHeap,
)
from gosim.timers.listing import InHeapFromStart
from gosim.timers.timer import MAX_WHEN, Counts, ready_goroutine, send_function, when

if TYPE_CHECKING:
    from gosim.timers.kinds import Kinds
    from gosim.versions import GoVersion


class Go1_14(InHeapFromStart):
    """The timers of one run: a heap for each P, and the calls of package time."""

    timer = PTimer

    def __init__(self, version: GoVersion, kernel: Kernel, kinds: Kinds) -> None:
        self.version = version
        self.kinds = kinds
        self.counts = Counts(kinds)
        self.newest = Newest(self, kinds)
        self.kernel = kernel
        self._send = send_function(version)
        for p in kernel.processors:
            p.timers = TimerHeap(self, kinds.sizes, kinds.array())
        self.heaps: list[TimerHeap] = [p.timers for p in kernel.processors]

    # -- making timers --------------------------------------------------------------------------

    def after(self, p: Processor, duration: int) -> Channel:
        """Return the channel of a new timer that only the heap knows.  Go: time.After."""
        kinds = self.kinds
        due = p.now + duration
        if not p.now < due <= MAX_WHEN:
            due = when(p.now, duration)
        heap: TimerHeap = p.timers
        t = AfterTimer(due, kinds.time_channel, heap)
        kinds.time_channel.made += 1
        kinds.channel_timer.made += 1
        entries = heap.heap.entries
        if (
            due < heap.latest
            or not entries
            or entries[0].status != WAITING
            or heap.listed >= heap.cap
            or p.watched
        ):
            self.start(p, t)
        else:  # What `start` comes to in a loop; without its calls, because this is the hot path.
            entries.append(t)
            heap.latest = due
            heap.listed += 1
        if p.grain > 1:
            self.newest.made(p, t, None)
        return t

    def sleep(self, p: Processor, g: Goroutine, duration: int) -> None:
        """Make g ready after the duration.  Go: timeSleep, resetForSleep."""
        t = g.sleep_timer
        if t is None:
            t = g.sleep_timer = PTimer(0, 0, ready_goroutine, g, self.kinds.sleep_timer)
            self.kinds.sleep_timer.made += 1
        self.modify(p, t, when(p.now, duration))

    # -- start, stop, reset ---------------------------------------------------------------------

    def start(self, p: Processor, t: PTimer | AfterTimer) -> None:
        """Put a new timer into the heap of p.  Go: addtimer."""
        timers: TimerHeap = p.timers
        entries = timers.heap.entries
        if entries and entries[0].status != WAITING:
            timers.clean_head(p)
        timers.add(p, t)
        if p.watched:
            self.announce_start(p, t)

    def stop(self, p: Processor, t: PTimer, channel: Channel | None = None) -> bool:
        """Mark t as deleted, wherever it is; return whether it was to fire.  Go: deltimer."""
        pending = t.status in LISTED and t.status != DELETED
        if pending:
            assert t.heap is not None
            t.heap.count_earlier(t, -1)
            t.status = DELETED
            t.heap.deleted += 1
            t.heap.dead += t.weight
            self.counts.stopped += max(t.weight, p.grain)
        if p.watched:
            self.announce_stop(p, t, pending)
        return pending

    def reset(
        self, p: Processor, t: PTimer, channel: Channel | None, duration: int, period: int = 0
    ) -> bool:
        """Set t to fire after the duration; return whether it was to fire.  Go: resetTimer."""
        t.period = period
        due = when(p.now, duration)
        if self.version.reset_is_stop_and_start:
            pending = self.stop(p, t)
            self._restart(p, t, due)
        else:
            pending = self.modify(p, t, due)
        if p.watched:
            self.announce_reset(p, t, due, pending)
        return pending

    def _restart(self, p: Processor, t: PTimer, due: int) -> None:
        """Start a stopped timer again, in the first releases of 1.14.  Go: resettimer."""
        if t.status == DELETED:
            self.modify(p, t, due)
            return
        t.when = due
        p.timers.clean_head(p)
        p.timers.add(p, t)

    def modify(self, p: Processor, t: PTimer, due: int) -> bool:
        """Note the new deadline of t; its heap is repaired later.  Go: modtimer."""
        if t.status in (NO_STATUS, REMOVED):
            t.when = due
            p.timers.add(p, t)
            return False
        heap = t.heap
        assert heap is not None
        pending = t.status != DELETED
        if pending:
            heap.count_earlier(t, -1)
        else:
            heap.revive(t)
        t.next_when = due
        self._mark_modified(p, heap, t, due)
        return pending

    def _mark_modified(self, p: Processor, heap: TimerHeap, t: PTimer, due: int) -> None:
        """Note whether t moves towards the head; compared is the `when` that holds its place."""
        if due >= t.when:
            t.status = MODIFIED_LATER
            return
        t.status = MODIFIED_EARLIER
        heap.count_earlier(t, +1)
        if self.version.knows_modified_earliest:
            heap.modified_earliest = min(heap.modified_earliest, due)
        p.kernel.wake_poller(p, due)

    # -- counting -------------------------------------------------------------------------------

    def fired(self, t: PTimer | AfterTimer) -> None:
        """Count a timer that has fired."""
        self.counts.fired += t.weight
        if t.lone:
            self.kinds.channel_timer.freed += t.weight

    def weigh(self, t: PTimer | AfterTimer, more: int) -> bool:
        """Let t stand for so many more if it is in a heap; return whether it is."""
        heap = t.heap
        if heap is None:
            return False
        heap.weigh(t, more)
        return True
