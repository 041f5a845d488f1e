"""The heap of one P, Go 1.14 to 1.22: who is in it, and how it is repaired.

Models   runtime/time.go of Go 1.14 to 1.22: doaddtimer, cleantimers, adjusttimers, runtimer,
         runOneTimer, clearDeletedTimers; runtime/proc.go: checkTimers.
Read     gosim.timers.timer first; then gosim.timers.go1_14, which tells the whole story.
Leaves out   the four statuses in which another thread would find a timer for a moment: Running,
             Removing, Modifying, Moving; moveTimers (the number of processors is fixed).

Only its owner puts a heap in order.  Whoever stops or resets a timer of another P leaves a mark
on the timer, and the owner repairs its heap later, at four occasions: at the head when a timer
is added (`clean_head`), in a scheduler pass when a modified timer is due (`adjust`), at the head
of a pass (`_run_head`), or when more than a quarter of the heap is dead (`clear_deleted`).

A MODIFIED timer stays where its old `when` put it; `next_when` is when it is due.

Invariants, checked by TimerHeap.verify, and by test_machines.py for timers outside of a heap:

    T1  The heap is ordered by `when` (H1), also where a timer is modified.
    T2  A timer is in a heap exactly when its status says so, and then in that of its P.
    T3  `deleted` counts the DELETED entries.
    T4  No MODIFIED_EARLIER timer is due before `modified_earliest` (from 1.16 on; until the
        walk of `adjust` was mended in 1.18 it could skip one, which then fires late:
        golang/go#47762), and `adjust_timers` counts them (up to 1.16.6).
    T5  `listed` is the weight of all entries, `dead` of the DELETED ones.
    T6  No entry's `when` is beyond `latest`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gosim.channels import Channel
from gosim.kernel import NEVER, Processor
from gosim.record.facts import TimerFired
from gosim.timers.heap4 import Heap4
from gosim.timers.listing import Listing
from gosim.timers.timer import Fire, Timer, next_when, send_time

if TYPE_CHECKING:
    from gosim.memory import Array, Population, Sizes
    from gosim.timers.go1_14 import Go1_14

NO_STATUS: Final = 0
WAITING: Final = 1
DELETED: Final = 3
REMOVED: Final = 5
MODIFIED_EARLIER: Final = 7
MODIFIED_LATER: Final = 8

LISTED: Final = frozenset({WAITING, DELETED, MODIFIED_EARLIER, MODIFIED_LATER})
_MODIFIED: Final = frozenset({MODIFIED_EARLIER, MODIFIED_LATER})


class PTimer(Timer):
    """A timer that knows the heap it is in, and whether its place there is right."""

    __slots__ = ("heap", "next_when", "status")

    def __init__(
        self,
        when: int,
        period: int,
        fire: Fire,
        arg: Any,
        population: Population,
        weight: int = 1,
    ) -> None:
        super().__init__(when, period, fire, arg, population, weight)
        self.heap: TimerHeap | None = None
        self.next_when = 0
        self.status = NO_STATUS


class AfterTimer(Channel):
    """The timer of a ``time.After`` and its channel: one object here, three objects of Go's.

    Nobody but the heap refers to the timer, so it can be neither stopped nor reset, and it is
    garbage as soon as it has fired; the channel may live on.
    """

    __slots__ = ("heap", "status", "when")

    period = 0
    lone = True

    def __init__(self, when: int, population: Population, heap: TimerHeap) -> None:
        self.cap = 1
        self.population = population
        self.weight = 1
        self.buf = self.recvq = self.sendq = self.feeder = None
        self.closed = False
        self.when = when
        self.heap: TimerHeap | None = heap
        self.status = WAITING

    def fire(self, p: Processor, arg: Any, now: int, delay: int, weight: int) -> None:
        """Send the time; the timer itself is garbage now."""
        send_time(p, self, now, delay, weight)

    @property
    def arg(self) -> None:
        """What `fire` gets: the channel is at hand."""


class TimerHeap(Listing):
    """The timers of one P, and what it knows about them.  Go: the timer fields of p.

    `latest` bounds the `when` of all entries: a timer that is due later goes to the end.

    `modified_earliest` is a lower bound of `next_when` over the MODIFIED_EARLIER timers; with
    none it is NEVER, where Go writes 0.  Go: timerModifiedEarliest.
    """

    __slots__ = (
        "adjust_timers",
        "deleted",
        "era",
        "latest",
        "modified_earliest",
    )

    heap: Heap4[Any]

    def __init__(self, era: Go1_14, sizes: Sizes, array: Array) -> None:
        super().__init__(Heap4(), sizes, array)
        self.era = era
        self.latest = 0
        self.deleted = 0
        self.adjust_timers = 0
        self.modified_earliest = NEVER

    # -- entries come and go --------------------------------------------------------------------

    def add(self, p: Processor, t: PTimer | AfterTimer) -> None:
        """Put t into this heap.  Go: doaddtimer."""
        t.heap = self
        t.status = WAITING
        place = self.heap.push(t)
        if t.when > self.latest:
            self.latest = t.when
        self.listed = listed = self.listed + t.weight
        if listed > self.cap:
            self.grow()
        if place == 0:
            p.kernel.wake_poller(p, t.when)

    def weigh(self, t: PTimer | AfterTimer, more: int) -> None:
        """Let an entry stand for so many more timers; the caller changes its weight."""
        self.listed += more
        if t.status == DELETED:
            self.dead += more
        if self.listed > self.cap:
            self.grow()

    def _removed(self, t: PTimer | AfterTimer, status: int) -> None:
        """Note that t has left the heap."""
        t.heap = None
        t.status = status
        self.listed -= t.weight
        if not self.heap:
            self.latest = 0
            if self.era.version.clears_when_empty:
                self.modified_earliest = NEVER

    def _bury(self, t: PTimer) -> None:
        """Note that a DELETED t has left the heap."""
        self.deleted -= 1
        self.dead -= t.weight
        self._removed(t, REMOVED)

    def revive(self, t: PTimer) -> None:
        """Note that a DELETED t is to fire again."""
        self.deleted -= 1
        self.dead -= t.weight

    # -- repairs --------------------------------------------------------------------------------

    def clean_head(self, p: Processor) -> None:
        """Remove dead timers from the head, and put modified ones in place.  Go: cleantimers."""
        heap = self.heap
        while heap:
            t = heap[0]
            if t.status == DELETED:
                heap.pop()
                self._bury(t)
            elif t.status in _MODIFIED:
                self._replace_head(p)
            else:
                return

    def _replace_head(self, p: Processor) -> None:
        """Take the modified head out and add it where it belongs."""
        t = self.heap.pop()
        self.count_earlier(t, -1)
        self._removed(t, REMOVED)
        t.when = t.next_when
        self.add(p, t)

    def count_earlier(self, t: PTimer, change: int) -> None:
        """Note that t becomes, or is no longer, MODIFIED_EARLIER."""
        if t.status == MODIFIED_EARLIER:
            self.adjust_timers += change

    def adjust(self, p: Processor, now: int) -> None:
        """Put all modified timers in place, if one may be due.  Go: adjusttimers."""
        if self.era.version.counts_adjust_timers and self.adjust_timers == 0:
            self.modified_earliest = NEVER
            return
        if self.modified_earliest > now and not self._knows_only_how_many():
            return
        self.modified_earliest = NEVER
        for t in self._take_out():
            self.add(p, t)

    def _knows_only_how_many(self) -> bool:
        """Return whether timers are MODIFIED_EARLIER, nobody knows when (up to 1.16.6)."""
        return self.era.version.counts_adjust_timers and self.modified_earliest == NEVER

    def _take_out(self) -> list[PTimer]:
        """Walk the heap; bury the dead, and return the modified timers, taken out."""
        version, heap = self.era.version, self.heap
        moved: list[PTimer] = []
        i = 0
        while i < len(heap):
            t = heap[i]
            if t.status == WAITING:
                i += 1
                continue
            changed = heap.delete(i)
            i = changed if version.adjust_backs_up else i
            if t.status == DELETED:
                self._bury(t)
                continue
            was_earlier = t.status == MODIFIED_EARLIER
            self.count_earlier(t, -1)
            self._removed(t, REMOVED)
            t.when = t.next_when
            moved.append(t)
            if was_earlier and version.counts_adjust_timers and self.adjust_timers == 0:
                break
        self.era.counts.repaired += i + len(moved)
        return moved

    def clear_deleted(self) -> None:
        """Copy the living down over the dead, letting each rise.  Go: clearDeletedTimers.

        `check` has just run the head, so the head is alive: something stays.
        """
        heap, old = self.heap, list(self.heap)
        assert not old or old[0].status == WAITING, "the head is dead or out of place"
        heap.clear()
        self.era.counts.repaired += len(old)
        self.modified_earliest = NEVER
        changed = False
        for t in old:
            if t.status == DELETED:
                self._bury(t)
                changed = True
                continue
            if t.status in _MODIFIED:
                self.count_earlier(t, -1)
                t.when = t.next_when
                self.latest = max(self.latest, t.when)
                t.status = WAITING
                changed = True
            heap.entries.append(t)
            if changed:
                heap.sift_up(len(heap) - 1)

    # -- a scheduler pass -----------------------------------------------------------------------

    def wake_time(self) -> int:
        """Return when this heap needs a pass.  Go: nobarrierWakeTime."""
        if self.adjust_timers and not self.era.version.knows_modified_earliest:
            return 0
        return self._next()

    def _next(self) -> int:
        """Return the earliest instant that matters."""
        heap = self.heap.entries
        head = heap[0].when if heap else NEVER
        return head if head < self.modified_earliest else self.modified_earliest

    def check(self, p: Processor, now: int) -> None:
        """Run the timers that are due; repair the heap if p owns it.  Go: checkTimers."""
        heap = self.heap.entries
        if not heap or not self._worth_a_pass(now, p.timers is self):
            return
        self.adjust(p, now)
        while heap and self._run_head(p, now):
            pass
        if p.timers is self and self.deleted > len(heap) // 4:
            self.clear_deleted()

    def _worth_a_pass(self, now: int, mine: bool) -> bool:
        """Return whether something is due, or too much is dead.  The rule is a strict quarter."""
        if now >= self.heap.entries[0].when or now >= self.modified_earliest:
            return True
        if self.deleted and mine and self.deleted > len(self.heap) // 4:
            return True
        return bool(self.adjust_timers) and not self.era.version.knows_modified_earliest

    def _run_head(self, p: Processor, now: int) -> bool:
        """Run or repair the head; return False when it is not due yet.  Go: runtimer."""
        t = self.heap.entries[0]
        if t.status == DELETED:
            self.heap.pop()
            self._bury(t)
        elif t.status in _MODIFIED:
            self._replace_head(p)
        elif t.when > now:
            return False
        else:
            self._fire(p, t, now)
        return True

    def _fire(self, p: Processor, t: PTimer | AfterTimer, now: int) -> None:
        """Run the head, which is due.  Go: runOneTimer."""
        due = t.when
        if t.period > 0:
            t.when = next_when(due, t.period, now)
            self.latest = max(self.latest, t.when)
            self.heap.sift_down(0)
        else:
            self.heap.pop()
            self._removed(t, NO_STATUS)
        self.era.fired(t)
        if p.watched:
            p.kernel.announce(TimerFired(now, 0, due, now - due, t.weight))
        t.fire(p, t.arg, now, now - due, t.weight)

    def verify(self) -> None:
        """Check T1 to T6; raise AssertionError if one is broken."""
        super().verify()
        self.heap.verify()
        assert all(t.status in LISTED and t.heap is self for t in self.heap), "T2"
        assert self.deleted == sum(t.status == DELETED for t in self.heap), "T3"
        earlier = [t for t in self.heap if t.status == MODIFIED_EARLIER]
        if self.era.version.counts_adjust_timers:
            assert self.adjust_timers == len(earlier), "T4"
        if self.era.version.adjust_backs_up:
            bound = self.modified_earliest
            assert all(t.next_when >= bound for t in earlier), "T4"
        assert all(t.when <= self.latest for t in self.heap), "T6"
        assert self.listed == sum(t.weight for t in self.heap), "T5"
        assert self.dead == sum(t.weight for t in self.heap if t.status == DELETED), "T5"
