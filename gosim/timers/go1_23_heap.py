"""The heap of one P, Go 1.23 on: who belongs in it, and how it is repaired.

Models   runtime/time.go of Go 1.23 to 1.27: timer.needsAdd, timer.maybeAdd, timer.maybeRunChan,
         blockTimerChan, unblockTimerChan, timer.updateHeap, timers.cleanHead, timers.check,
         timers.adjust, timers.run, timer.unlockAndRun.
Read     gosim.timers.timer first; then gosim.timers.go1_23, which tells the whole story.
Leaves out   `sendLock`, `isSending` and stale sends (`seq`): no send can be in flight here, as
             nothing runs at the same time; the fake timers of testing/synctest; timers.take
             (the number of processors is fixed).

As in the era before, only its owner puts a heap in order, and whoever stops or resets a timer of
another P leaves a mark.  New is that each slot caches the `when` it is ordered by, so that a
repair is one walk that refreshes the slots, and then one `heapify`.

The state of a timer is three bits, printed as Go prints them:

    h HEAPED     in some heap
    m MODIFIED   the slot's cached `when` is stale
    z ZOMBIE     dead: to leave the heap at the next repair

Invariants, checked by Timers.verify, and by test_machines.py for timers outside of a heap:

    Z1  The heap is ordered by the slots' cached `when` (H1).
    Z2  A timer is in a heap exactly when HEAPED; MODIFIED and ZOMBIE imply HEAPED.
    Z3  A slot's `when` is its timer's, unless MODIFIED or ZOMBIE.
    Z4  `zombies` counts the ZOMBIE entries.
    Z5  No MODIFIED timer that runs is due before `min_when_modified`.
    Z6  A channel timer in a heap refers to its channel; outside, it does not.
    Z7  `listed` is the weight of all entries, `dead` of the ZOMBIE ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gosim.channels import Channel
from gosim.kernel import NEVER, Processor
from gosim.record.facts import TimerFired
from gosim.timers.heap4 import Entry, Heap4
from gosim.timers.listing import Listing
from gosim.timers.timer import Fire, Timer, next_when

if TYPE_CHECKING:
    from gosim.memory import Array, Population, Sizes
    from gosim.timers.go1_23 import Go1_23

HEAPED: Final = 1
MODIFIED: Final = 2
ZOMBIE: Final = 4

NOT_RUNNING: Final = -1
"""The `when` of a timer that is not to fire.  Go writes 0, but virtual time begins there."""


class BitTimer(Timer):
    """A timer of this era.

    `is_chan`: it feeds a channel that knows of it.  `blocked` counts the goroutines that wait on
    that channel.  `synchronous`: the channel pretends to be unbuffered.  `arg` is the channel
    only while the timer is in a heap, so that the two do not keep each other alive.
    """

    __slots__ = ("blocked", "is_chan", "state", "synchronous", "timers")

    def __init__(
        self,
        when: int,
        period: int,
        fire: Fire,
        arg: Any,
        population: Population,
        weight: int = 1,
    ) -> None:
        self.when = when
        self.period = period
        self.fire = fire
        self.arg = arg
        self.population = population
        self.weight = weight
        self.state = 0
        self.timers: Timers | None = None
        self.is_chan = False
        self.synchronous = False
        self.blocked = 0

    @property
    def letters(self) -> str:
        """The state as Go prints it: ``h``, ``m``, ``z``, and ``c`` for a channel timer."""
        bits = ((HEAPED, "h"), (MODIFIED, "m"), (ZOMBIE, "z"))
        return "".join(letter for bit, letter in bits if self.state & bit) + "c" * self.is_chan

    # -- as the feeder of its channel -----------------------------------------------------------

    def look(self, p: Processor, channel: Channel) -> None:
        """Run the timer if it is due and no heap is in charge.  Go: timer.maybeRunChan."""
        if self.state & HEAPED:
            return
        p.now += p.costs.look
        if NOT_RUNNING < self.when <= p.now:
            _fire(p, self, p.now, channel)

    def listen(self, p: Processor, channel: Channel) -> None:
        """A goroutine is about to block on the channel.  Go: blockTimerChan."""
        p.now += p.costs.list
        self.blocked += 1
        if self.state & ZOMBIE and self.when != NOT_RUNNING:
            assert self.timers is not None
            self.timers.unbury(self)
        if needs_add(self):
            self.arg = channel
            _add(p, self)

    def unlisten(self, p: Processor, channel: Channel) -> None:
        """A goroutine that was blocked has woken.  Go: unblockTimerChan."""
        self.blocked -= 1
        if self.blocked == 0 and self.state & HEAPED and not self.state & ZOMBIE:
            assert self.timers is not None
            self.timers.bury(self)


def needs_add(t: BitTimer) -> bool:
    """Return whether t must be in a heap and is not.  Go: timer.needsAdd."""
    heaped = t.state & HEAPED
    return not heaped and t.when != NOT_RUNNING and (not t.is_chan or t.blocked > 0)


def maybe_add(p: Processor, t: BitTimer) -> None:
    """Put t into the heap of p if it belongs in one.  Go: timer.maybeAdd."""
    if needs_add(t):
        _add(p, t)


def _add(p: Processor, t: BitTimer) -> None:
    timers: Timers = p.timers
    timers.clean_head()
    before = timers.wake_time()
    timers.add(t)
    if t.when < before:
        p.kernel.wake_poller(p, t.when)


def _fire(p: Processor, t: BitTimer, now: int, arg: Any) -> None:
    """Run t, which is due: it gets `arg`.  Go: timer.unlockAndRun."""
    due, delay = t.when, now - t.when
    t.when = next_when(due, t.period, now) if t.period > 0 else NOT_RUNNING
    if t.state & HEAPED:
        assert t.timers is not None
        t.timers.fired(t)
    if p.watched:
        p.kernel.announce(TimerFired(now, 0, due, delay, t.weight))
    p.timers.era.counts.fired += t.weight
    t.fire(p, arg, now, delay, t.weight)


class Timers(Listing):
    """The timers of one P.  Go: timers.

    `length` is the heap's length as of the end of the last operation: what the rule of the
    quarter is measured with.  `min_when_modified` is a lower bound over the MODIFIED entries,
    NEVER if there are none, where Go writes 0.
    """

    __slots__ = (
        "era",
        "length",
        "min_when_modified",
        "zombies",
    )

    heap: Heap4[Entry]

    def __init__(self, era: Go1_23, sizes: Sizes, array: Array) -> None:
        super().__init__(Heap4(), sizes, array)
        self.era = era
        self.length = 0
        self.zombies = 0
        self.min_when_modified = NEVER

    # -- entries come and go --------------------------------------------------------------------

    def add(self, t: BitTimer) -> None:
        """Put t into this heap.  Go: timers.addHeap."""
        t.timers = self
        t.state |= HEAPED
        self.heap.push(Entry(t.when, t))
        self.length = len(self.heap)
        self.listed += t.weight
        if self.listed > self.cap:
            self.grow()

    def weigh(self, t: BitTimer, more: int) -> None:
        """Let an entry stand for so many more timers; the caller changes its weight."""
        self.listed += more
        if t.state & ZOMBIE:
            self.dead += more
        if self.listed > self.cap:
            self.grow()

    def _removed(self, t: BitTimer) -> None:
        """Note that t has left the heap."""
        if t.state & ZOMBIE:
            self.zombies -= 1
            self.dead -= t.weight
        t.state = 0
        t.timers = None
        self.listed -= t.weight
        if t.is_chan:
            t.arg = None

    def bury(self, t: BitTimer) -> None:
        """Make t a zombie: it leaves at the next repair."""
        t.state |= ZOMBIE
        self.zombies += 1
        self.dead += t.weight

    def unbury(self, t: BitTimer) -> None:
        """Make a zombie a timer again."""
        t.state &= ~ZOMBIE
        self.zombies -= 1
        self.dead -= t.weight

    def fired(self, t: BitTimer) -> None:
        """The head has run: move a periodic timer down, take a one-shot out."""
        assert self.heap[0].timer is t
        t.state &= ~MODIFIED
        if t.when != NOT_RUNNING:
            self._set_head_when(t.when)
        else:
            self._pop_head()
        self.length = len(self.heap)

    def _pop_head(self) -> None:
        """Take the head out.  Go: timers.deleteMin."""
        self._removed(self.heap.pop().timer)
        if not self.heap:
            self.min_when_modified = NEVER

    def _set_head_when(self, due: int) -> None:
        self.heap[0].when = due
        self.heap.sift_down(0)

    # -- repairs --------------------------------------------------------------------------------

    def clean_head(self) -> None:
        """Trim dead timers from the tail, and repair the head.  Go: timers.cleanHead."""
        heap = self.heap.entries
        while heap:
            if heap[-1].timer.state & ZOMBIE:
                last = heap.pop().timer  # Free, and it makes a pop below cheaper.
                self._removed(last)
                continue
            if not heap[0].timer.state & (MODIFIED | ZOMBIE):
                break
            self._update_head()
        self.length = len(heap)

    def _update_head(self) -> bool:
        """Bring the head up to date; return whether anything changed.  Go: timer.updateHeap."""
        t = self.heap[0].timer
        if t.state & ZOMBIE:
            self._pop_head()
            return True
        if t.state & MODIFIED:
            t.state &= ~MODIFIED
            self._set_head_when(t.when)
            return True
        return False

    def adjust(self, now: int, force: bool) -> None:
        """Remove all zombies and refresh all modified slots, if need be.  Go: timers.adjust."""
        if not force and self.min_when_modified > now:
            return
        self.min_when_modified = NEVER
        heap, changed, i = self.heap.entries, False, 0
        self.era.counts.repaired += len(heap)
        while i < len(heap):
            t = heap[i].timer
            if t.state & ZOMBIE:
                self._cut(i)
                changed = True
                continue  # The last entry is at i now.
            if t.state & MODIFIED:
                t.state &= ~MODIFIED
                heap[i].when = t.when
                changed = True
            i += 1
        if changed:
            self.heap.heapify()

    def _cut(self, i: int) -> None:
        """Overwrite entry i with the last one, without sifting."""
        heap = self.heap.entries
        t = heap[i].timer
        last = heap.pop()
        if i < len(heap):
            heap[i] = last
        self._removed(t)

    # -- a scheduler pass -----------------------------------------------------------------------

    def wake_time(self) -> int:
        """Return when this heap needs a pass.  Go: timers.wakeTime."""
        heap = self.heap.entries
        if not heap:
            return NEVER
        head = heap[0].when
        return head if head < self.min_when_modified else self.min_when_modified

    def _too_many_zombies(self) -> bool:
        """The rule of the strict quarter, by the length of the last operation's end."""
        return self.zombies > self.length // 4

    def check(self, p: Processor, now: int) -> None:
        """Run the timers that are due; repair the heap if p owns it.  Go: timers.check."""
        heap = self.heap.entries
        if not heap or not self._worth_a_pass(now, p.timers is self):
            return
        self.adjust(now, force=False)
        while heap and self._run_head(p, now):
            pass
        if p.timers is self and self._too_many_zombies():
            self.adjust(now, force=True)
        self.length = len(heap)

    def _worth_a_pass(self, now: int, mine: bool) -> bool:
        """Return whether something is due, or too much is dead."""
        if now >= self.heap.entries[0].when or now >= self.min_when_modified:
            return True
        return mine and self._too_many_zombies()

    def _run_head(self, p: Processor, now: int) -> bool:
        """Run or repair the head; return False when it is not due yet.  Go: timers.run."""
        entry = self.heap.entries[0]
        t = entry.timer
        clean = not t.state & (MODIFIED | ZOMBIE)
        if clean and entry.when > now:
            return False
        if not self._update_head():
            _fire(p, t, now, t.arg)
        return True

    def verify(self) -> None:
        """Check Z1 to Z7; raise AssertionError if one is broken."""
        super().verify()
        self.heap.verify()
        timers = [entry.timer for entry in self.heap]
        assert all(t.state & HEAPED and t.timers is self for t in timers), "Z2"
        assert all(
            entry.when == entry.timer.when
            for entry in self.heap
            if not entry.timer.state & (MODIFIED | ZOMBIE)
        ), "Z3"
        assert self.zombies == sum(bool(t.state & ZOMBIE) for t in timers), "Z4"
        modified = [t for t in timers if t.state & MODIFIED and not t.state & ZOMBIE]
        assert all(t.when >= self.min_when_modified for t in modified), "Z5"
        assert all(t.arg is not None for t in timers if t.is_chan), "Z6"
        assert self.listed == sum(t.weight for t in timers), "Z7"
        assert self.dead == sum(t.weight for t in timers if t.state & ZOMBIE), "Z7"
