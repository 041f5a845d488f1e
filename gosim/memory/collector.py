"""The collector: when it ran, what it marked, and what is swept when.

Models   runtime/mgc.go and mgcsweep.go of Go 1.9 to 1.27: gcStart, gcMarkTermination, sweepone,
         deductSweepCredit; runtime/proc.go: forcegcperiod.
Read     gosim.memory.pacer and gosim.memory.marking first, gosim.memory.footprint next.
Leaves out   stacks, finalizers, the two stops of the world (tens of microseconds each).

The program allocates without asking anybody; the collector looks up now and then, and *catches
up*: between two looks, what was allocated and what was let go grow evenly, so it can tell when
the heap met the trigger, when the mark was over, and what was garbage then.  A cycle:

    trigger met   what is unreferenced now, will be found; what comes after, not in this cycle
    marking       takes time: the live bytes have a price, and a part of the processors pays it;
                  what is allocated meanwhile survives, garbage or not
    mark over     the new goal is set; large objects are free at once
    sweeping      small objects become free as their spans are swept: by idle processors at once,
                  on a busy one in proportion to what is allocated, until the next trigger

Invariants, checked by Collector.verify:

    G1  What is swept was found; what was found was let go; what was let go was made.
    G2  The heap's size is never below what is referenced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gosim.memory.ledger import Tally
from gosim.memory.marking import Marking, Point, idle_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from gosim.memory.ledger import Ledger
    from gosim.memory.pacer import Pacer

FORCED_AFTER: Final = 120_000_000_000
"""A collection is forced two minutes after the last; the first never is.  Go: forcegcperiod."""

SWEEP_MARGIN: Final = 1 << 20
"""Sweeping is over this many bytes before the next trigger."""

IDLE_SWEEP: Final = 30.0
"""Bytes of span that an idle processor sweeps in a nanosecond: 8 KiB in some 270 ns."""

MARK_LATENCY: Final = 30_000
"""How long the program allocates while the workers of several processors agree that they are
done: what else the agreement takes, it spends waiting, too."""

LATE: Final = (0, 0.08e6, 0.25e6, 0.6e6, 1.3e6, 1.3e6, 1.8e6, 1.9e6)
"""On several processors some of them is now and then late to agree: half of the cycles end at
once, a quarter a little later, an eighth later still, up to when whoever runs there is preempted.
Set by what 2,000 cycles of Go 1.23 and 1.26 allocated before they ended: 30 KB in the middle,
0.3, 0.9 and 2.1 MB at three quarters, nine tenths and nineteen twentieths, 4.4 MB at most; and by
2,674 of Go 1.23, 1.25 and 1.27 on a busier machine: 0.3, 0.5, 0.7 and 1.0 MB, 3.4 MB at most."""

IN_A_ROW: Final = 4
"""How many cycles are late alike: what keeps a processor busy lasts."""

AT_ONCE: Final = 100_000
"""On one processor this many bytes are scanned before the program goes on.  Go: drainCheckThreshold."""  # noqa: E501

IDLE_SLICE: Final = 15_000_000
"""A worker that marks on an idle processor keeps it until it is preempted, after 10 to 20 ms: it
asks for other work, but not whether a timer is due.  Go: pollWork, retake."""

FASTEST: Final = 0.5
"""What a processor allocates in a nanosecond, at most: 200 bytes in 400 ns."""

LONGEST: Final = 50_000_000
"""How long the processors may go on without a look at the heap."""

COLD_PRICE: Final = 0.34
"""What memory costs that no cache holds, in ns for a byte: measured for new pages, as what
time.After costs more on Go 1.23 when GOGC is off."""

CACHES: Final = 64 << 20
"""The size of a heap that no cache holds."""

SCATTERED: Final = 1.75
"""What marking costs once timers have left the heap: its order is no longer that of memory.
Measured were 1.7 to 2.6 times the price."""


class Collector:
    """The collector of one run.

    `base_bytes` are the runtime's own objects.  `mark_price` is what marking costs, in ns for a
    byte that is alive.  `on_size` hears every size that the heap had, in bytes of spans, and when;
    `on_cycle` hears when a mark ends, the size, and the goals before and after.
    """

    def __init__(
        self,
        ledger: Ledger,
        pacer: Pacer,
        procs: int,
        base_bytes: int,
        mark_price: float,
        scan_share: float,
    ) -> None:
        self.ledger = ledger
        self.pacer = pacer
        self.procs = procs
        self.base_bytes = base_bytes
        self.mark_price = mark_price
        self.scan_share = scan_share
        self.on_cycle: Callable[[float, float, float, float], None] = lambda *_: None
        self.on_size: Callable[[float, float], float] = lambda *_: 0.0
        self.disorder: Callable[[], float] = lambda: 0.0
        self.num_gc = 0
        self.num_forced = 0
        self.cpu_ns = 0.0
        self.marked = 0.0
        self.last_gc = 0.0
        self.look_at = 0.0
        """When a processor that falls idle or wakes should look again."""
        self.kept = 0.0
        """How long the program has been kept from its work by marking."""
        self.paid = 0.0
        """How much of that is in the clocks of the processors."""
        self.touched = 0.0
        """How long it took to touch cold memory; also the program's own time."""
        self.point = Point(0, 0, Tally(0, 0, 0, 0, 0, 0, 0, 0))
        self.found = self.point.sums
        """What the last cycle found to be garbage: the sums when it began."""
        self.swept_part = 1.0
        """Which part of the small objects in `found` has been swept."""
        self._before = self.found
        """What had been swept when the last cycle ended."""
        self._ended = self.found
        """The sums when the last cycle ended: what was made since counts for the trigger."""
        self._mark: Marking | None = None
        self._sweep_step = 0.0
        self._sweep_all = 1.0
        self.set_goal()

    # -- sizes ----------------------------------------------------------------------------------

    def live_size(self, sums: Tally) -> float:
        """Return what the pacer counts: what survived, and the spans taken since.  Go: heapLive."""
        end = self._ended
        return self.marked + sums.made_span - end.made_span + sums.arrays_made - end.arrays_made

    def alive(self, sums: Tally) -> float:
        """Return the bytes of what is referenced, and of the runtime's own."""
        return self.base_bytes + sums.made - sums.freed + sums.arrays_made - sums.arrays_freed

    def swept(self, made_or_freed: int) -> float:
        """Return how much of a sum of the tally (by its number) has been swept."""
        before, found = self._before[made_or_freed], self.found[made_or_freed]
        return before + (found - before) * self.swept_part

    @property
    def heap_alloc(self) -> int:
        """Bytes of objects that are alive or not swept yet.  Go: HeapAlloc."""
        sums = self.point.sums
        small = sums.made - self.swept(1)
        return round(self.base_bytes + small + sums.arrays_made - self.found.arrays_freed)

    @property
    def heap_objects(self) -> int:
        """The number of these objects, without the runtime's own."""
        sums = self.point.sums
        return round(sums.made_objects - self.swept(5))

    @property
    def heap_spans(self) -> float:
        """Bytes of spans that hold them."""
        return self._spans(self.point.sums)

    def _spans(self, sums: Tally) -> float:
        return sums.made_span - self.swept(3) + sums.arrays_made - self.found.arrays_freed

    def set_goal(self) -> None:
        """Compute goal and trigger anew.  Go: gcControllerState.commit."""
        self.goal = self.pacer.goal_bytes(self.marked)
        self.trigger = self.pacer.trigger_bytes(self.marked)

    # -- catching up ----------------------------------------------------------------------------

    def look(self, t: float, idle: float) -> None:
        """Catch up with the program: it is t, and its processors have been idle for `idle`."""
        here = self.point
        there = Point(max(t, here.t), idle, self.ledger.tally(), self.paid)
        while True:
            if self._mark is None:
                part = self._part_until_start(here, there)
            else:
                sizes = self.live_size(here.sums), self.live_size(there.sums)
                part = self._mark.part_until_done(here, there, *sizes)
            if part > 1:
                break
            here = self._go_on(here, _between(here, there, part))
            if self._mark is None:
                self._start(here)
                self.ledger.clear_pools()
            elif not self._mark.agree():
                self._finish(here, self._mark)
        self._go_on(here, there)
        self.look_at = self._next_look()

    def _next_look(self) -> float:
        """Return when to look again, so that the next trigger is not met in between."""
        if not self.mark_price:
            return float("inf")
        if self._mark is not None:
            return self.point.t
        left = max(self.trigger - self.live_size(self.point.sums), 0)
        return self.point.t + min(left / (FASTEST * self.procs), LONGEST)

    def _go_on(self, here: Point, there: Point) -> Point:
        """Sweep and mark from here to there."""
        self.kept += self._price(here, there)
        if self._mark is not None:
            sizes = self.live_size(here.sums), self.live_size(there.sums)
            self._mark.go_on(here, there, *sizes)
        if self.swept_part < 1:
            allocated = there.sums.made_span - here.sums.made_span
            idle = max(there.idle - here.idle, 0)
            self.swept_part += allocated * self._sweep_step + idle * IDLE_SWEEP / self._sweep_all
            self.swept_part = min(self.swept_part, 1.0)
        self.point = there
        self._sized(there.sums.made_span - here.sums.made_span)
        return there

    def _price(self, here: Point, there: Point) -> float:
        """Return what is allocated on the way costs in marking: evenly, as if every byte paid its
        part of the next cycle.  What idle processors mark, costs the program nothing; what arrays
        of timers cost is in the prices of timers, as it was measured with them.
        """
        allocated = there.sums.made_span - here.sums.made_span
        if not self.mark_price:
            return 0.0
        alive = self.alive(there.sums)
        busy = 1 - idle_part(here, there, self.procs) / self.procs if there.t > here.t else 1.0
        work = alive * self.mark_price * allocated / self.pacer.room_bytes(alive)
        return work * busy / self.procs

    def _sized(self, allocated: float = 0.0) -> None:
        """Tell of the heap's size; memory that no cache holds has a price: new pages, and all of
        a heap that is larger than the caches.
        """
        spans = self.heap_spans
        fresh = self.on_size(self.point.t, spans)
        if self.mark_price:
            self.touched += (allocated if spans > CACHES else min(fresh, allocated)) * COLD_PRICE

    def _part_until_start(self, here: Point, there: Point) -> float:
        """Return which part of the way passes until a cycle starts; more than 1 if none does."""
        size, later = self.live_size(here.sums), self.live_size(there.sums)
        part = 2.0
        if size >= self.trigger:
            return 0.0
        if later >= self.trigger:  # One large object may meet it alone; it counts from before.
            part = (self.trigger - size) / (later - size) if there.t > here.t else 1.0
        due = self.last_gc + FORCED_AFTER
        if self.num_gc and there.t >= due and self.pacer.settings.gogc is not None:
            part = min(part, (due - here.t) / max(there.t - here.t, 1))
        return max(part, 0.0)

    # -- a cycle --------------------------------------------------------------------------------

    def _start(self, here: Point) -> Marking:
        """Start a cycle: what is garbage now will be found.  Go: gcStart."""
        self._sweep_rest()
        sums = here.sums
        alive, scan = self.alive(sums), self._scan(sums)
        work = alive * self.mark_price * (1 + (SCATTERED - 1) * self.disorder())
        self.cpu_ns += work
        price = work / (scan + self.pacer.globals_bytes)
        late = 0.0
        if self.procs == 1:
            work -= AT_ONCE * price
        elif self.mark_price:
            late = self._late()
        self.pacer.start_cycle(self.live_size(sums), self._scannable(sums))
        self._mark = Marking(self.pacer, self.procs, here, work, late, price)
        return self._mark

    def _scan(self, sums: Tally) -> float:
        """Return how many of the bytes that are referenced are to be scanned: arrays to the end."""
        arrays = sums.arrays_made - sums.arrays_freed
        return (self.alive(sums) - arrays) * self.scan_share + arrays

    def _scannable(self, sums: Tally) -> float:
        """Return what the runtime knows of that: what it scanned last, and what was made since;
        it forgets what was allocated during the mark.  Go: heapScan, resetLive.
        """
        end, arrays = self._ended, sums.arrays_made - self._ended.arrays_made
        first = 0 if self.num_gc else self.base_bytes
        made = (first + sums.made - end.made) * self.scan_share
        return self.pacer.last_scan + made + arrays

    def _late(self) -> float:
        """Return how long the processors take to agree that a mark is over."""
        number = self.num_gc // IN_A_ROW + 1
        late = LATE[min((number & -number).bit_length(), len(LATE)) - 1]
        return (MARK_LATENCY + late) * self.procs

    def _finish(self, here: Point, mark: Marking) -> None:
        """End the mark: set the next goal, and begin to sweep.  Go: gcMarkTermination."""
        self._mark = None
        old, new = mark.began.sums, here.sums
        spans, last_goal = self._spans(new), self.goal
        self._before = self.found
        self.found = old
        self.swept_part = 0.0 if old.freed > self._before.freed else 1.0
        allocated = max(self.live_size(new) - self.live_size(old), 0)
        busy, idle = mark.utilization()
        self.pacer.end_cycle(allocated, self._scan(old), idle, busy)
        self.marked = self.alive(old) + new.made - old.made + new.arrays_made - old.arrays_made
        self._ended = new
        self.num_gc += 1
        self.last_gc = here.t
        self.set_goal()
        self.on_cycle(here.t, spans, self.goal, last_goal)
        self._plan_sweep(new)

    def _plan_sweep(self, sums: Tally) -> None:
        """Sweep all spans in proportion to what is allocated until the next trigger."""
        self._sweep_all = max(self._spans(sums), 1.0)
        distance = self.trigger - self.live_size(sums) - SWEEP_MARGIN
        self._sweep_step = 1 / max(distance, 8192)

    def _sweep_rest(self) -> None:
        self.swept_part = 1.0

    def collect(self, t: float, idle: float) -> float:
        """Collect and sweep everything now, as runtime.GC does; return its price.  Go: GC."""
        self.ledger.clear_pools()
        self.look(t, idle)
        if self._mark is not None:
            self._finish(self.point, self._mark)
        before = self.cpu_ns
        self._finish(self.point, self._start(self.point))
        self._sweep_rest()
        self.num_forced += 1
        self._sized()
        return self.cpu_ns - before

    def owed(self) -> float:
        """Return what each busy processor has to pay in all, for marking and for cold memory."""
        self.paid = self.kept
        return self.kept + self.touched

    def idle_slice(self) -> float:
        """Return how long a processor that has become idle marks before it looks up."""
        if self._mark is None:
            return 0.0
        return min(max(self._mark.left + self._mark.late, 0) / self.procs, IDLE_SLICE)

    def verify(self) -> None:
        """Check G1 and G2; raise AssertionError if one is broken."""
        sums = self.point.sums
        assert self.swept(1) <= self.found.freed <= sums.freed <= sums.made, "G1"
        live = sums.made - sums.freed + sums.arrays_made - sums.arrays_freed
        assert self.heap_alloc >= self.base_bytes + live - 1, "G2"


def _between(here: Point, there: Point, part: float) -> Point:
    """Return the point on the straight way between two."""
    if part >= 1:
        return there
    sums = (a + (b - a) * part for a, b in zip(here.sums, there.sums, strict=True))
    t = here.t + (there.t - here.t) * part
    idle = here.idle + (there.idle - here.idle) * part
    return Point(t, idle, Tally(*sums), here.paid + (there.paid - here.paid) * part)
