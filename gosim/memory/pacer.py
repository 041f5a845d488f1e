"""The pacer: when the next collection starts, and how far the heap may grow.

Models   runtime/mgcpacer.go of Go 1.19 to 1.27: gcControllerState.commit, heapGoalInternal,
         memoryLimitHeapGoal, trigger, revise, endCycle.  Versions before have the rules of 1.19.
Read     gosim.memory.ledger first, gosim.memory.marking next.
Leaves out   stacks, the averaging of Go 1.19 between cycles, the limiter of the CPU time.

After a collection that left M bytes marked, the heap may grow to the *goal*:

    goal = max(4 MiB × GOGC/100,  M + (M + globals) × GOGC/100)

The collection must be over by then, so it starts earlier, at the *trigger*:

    trigger = goal − runway, but at least M + 0.7 (goal − M), and at most M + 0.95 (goal − M)
              or 4 MiB below the goal, whichever is more
    runway  = bytes that the program is expected to allocate while the collector marks

While it marks, a program that allocates faster than the collector works must *assist*: for every
byte that it allocates, it owes so many bytes of scanning that all is scanned when the heap meets
the goal.  In a heap that grows there is more to scan than last time, and the goal gives way.

>>> pacer = Pacer(Settings(), globals_bytes=0)
>>> pacer.goal_bytes(marked=100_000_000), pacer.trigger_bytes(100_000_000) / 1e6
(200000000, 195.805696)
>>> Pacer(Settings(gogc=None), 0).goal_bytes(100_000_000) == NO_GOAL
True
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

HEAP_MINIMUM: Final = 4 << 20
"""The first goal, with GOGC=100.  Go: defaultHeapMinimum."""

NO_GOAL: Final = (1 << 63) - 1
"""What Go shows as NextGC when the collector is off."""

UTILIZATION: Final = 0.25
"""The part of all processors that marks.  Go: gcBackgroundUtilization."""

HEADROOM_PERCENT: Final = 3
"""What the goal stays below a memory limit, at least 1 MiB.  Go: memoryLimitHeapGoalHeadroomPercent."""  # noqa: E501

MAX_OVERSHOOT: Final = 1.1
"""How far a heap beyond its goal may grow while the program assists.  Go: revise."""

SWEEP_ROOM: Final = 1 << 20
"""What may be allocated before the next cycle in any case, so that there is time to sweep.
Go: sweepMinHeapDistance."""

MIN_RUNWAY: Final = 64 << 10
"""How far the goal is above the trigger, at least, and a cycle from the next one."""

LEAST_WORK: Final = 1000
"""The bytes that are still to be scanned, at least, when assists are computed.  Go: revise."""

MIB: Final = 1 << 20


@dataclass(slots=True)
class Settings:
    """GOGC, or None for off; GOMEMLIMIT, or None for none."""

    gogc: int | None = 100
    memory_limit: int | None = None


@dataclass(slots=True)
class Pacer:
    """The formulas, and what they remember of the last cycles.

    `nonheap_bytes` is what counts against a memory limit without being objects.  `timed` tells
    whether marking takes time: where it takes none, cycles are kept apart.
    `cons_marks` are the last ratios of allocating to marking, per second of CPU.
    `started` is the size of the heap when the last mark began, `scannable` what was to be scanned
    as far as the runtime knew.
    """

    settings: Settings
    globals_bytes: int
    minor: int = 22
    nonheap_bytes: float = 0.0
    timed: bool = True
    last_scan: float = 0.0
    last_marked: float = 0.0
    started: float = 0.0
    scannable: float = 0.0
    cons_marks: deque[float] = field(default_factory=lambda: deque(maxlen=5))

    def heap_minimum(self) -> float:
        """Return the smallest goal.  Go: heapMinimum."""
        return HEAP_MINIMUM * (self.settings.gogc or 0) / 100

    def goal_bytes(self, marked: float) -> int:
        """Return how large the heap may become after `marked` bytes survived."""
        self.last_marked = marked
        return int(min(self._gogc_goal(marked), self._limit_goal(marked)))

    def room_bytes(self, alive: float) -> float:
        """Return what may be allocated between two collections of a heap that stays as it is."""
        goal = min(self._gogc_goal(alive), self._limit_goal(alive))
        return max(goal - alive, alive * (MAX_OVERSHOOT - 1), 1.0)

    def _gogc_goal(self, marked: float) -> float:
        gogc = self.settings.gogc
        if gogc is None:
            return NO_GOAL
        goal = max(self.heap_minimum(), marked + (marked + self.globals_bytes) * gogc / 100)
        return max(goal, marked + _sweep_room(marked))

    def _limit_goal(self, marked: float, size: float = 0.0) -> float:
        """Return what a memory limit leaves for the heap; less, if it is beyond the limit."""
        limit = self.settings.memory_limit
        if limit is None:
            return NO_GOAL
        goal = limit - self.nonheap_bytes - max(size + self.nonheap_bytes - limit, 0)
        headroom = max(goal * HEADROOM_PERCENT / 100 if self.minor >= 21 else 0, MIB)
        return max(goal - headroom, marked)

    def trigger_bytes(self, marked: float) -> float:
        """Return the size of the heap at which the next collection starts."""
        goal = self.goal_bytes(marked)
        if goal >= NO_GOAL:
            return NO_GOAL
        room = goal - marked
        lowest, highest = marked + room / 64 * 45, marked + room / 64 * 61
        highest = max(highest, goal - HEAP_MINIMUM)
        if goal < self._limit_goal(marked):
            lowest = max(lowest, min(marked + _sweep_room(marked), goal))
        trigger = min(max(goal - self.runway_bytes(), lowest), max(highest, lowest))
        return max(trigger, marked + self._apart(marked))

    def _apart(self, marked: float) -> float:
        """Return what is allocated between two cycles, though the first could not meet its goal."""
        return min(marked, MIN_RUNWAY) if self.timed else marked * (MAX_OVERSHOOT - 1)

    def runway_bytes(self) -> float:
        """Return what is likely to be allocated while the collector marks.  Go: runway."""
        if not self.cons_marks:
            return 0.0
        cons_mark = max(self.cons_marks) if self.minor >= 21 else self.cons_marks[-1]
        return cons_mark * (1 - UTILIZATION) / UTILIZATION * (self.last_scan + self.globals_bytes)

    def start_cycle(self, size: float, scannable: float) -> None:
        """A mark begins: the heap has a size, and so many bytes of it may have to be scanned."""
        self.started = size
        self.scannable = scannable + self.globals_bytes

    def assist_ratio(self, size: float, scanned: float) -> float:
        """Return how many bytes the program must scan for each that it allocates.  Go: revise.

        Until the work that was foreseen is done, it steers for the goal; what comes on top is
        granted room in proportion, up to (1 + GOGC/100) of the goal.  A heap that is beyond its
        goal may grow by a tenth, and all is to be scanned by then.
        """
        foreseen = self.last_scan + self.globals_bytes
        work, goal = foreseen, self._goal_while_marking(size)
        if scanned > foreseen:
            room = (goal - self.started) * self.scannable / max(foreseen, 1)
            gogc = self.settings.gogc
            hard = (1 + (100 if gogc is None else gogc) / 100) * goal
            work, goal = self.scannable, min(self.started + room, hard)
        if size > goal:
            work, goal = self.scannable, goal * MAX_OVERSHOOT
        return max(work - scanned, LEAST_WORK) / max(goal - size, 1.0)

    def _goal_while_marking(self, size: float) -> float:
        """Return the goal of the mark that has begun.  Go: heapGoalInternal."""
        goal = max(self._gogc_goal(self.last_marked), self.started + MIN_RUNWAY)
        return min(goal, self._limit_goal(self.last_marked, size))

    def end_cycle(self, allocated: float, scan: float, idle: float, utilization: float) -> None:
        """Remember how allocating and marking compared.

        `idle` is the part of all Ps that marked in idle time, `utilization` that of those which
        did not, or assisted.
        """
        utilization = min(max(utilization, UTILIZATION), 0.9)
        work = max(scan + self.globals_bytes, 1) * (1 - utilization)
        if allocated > 0:
            self.cons_marks.append(allocated * (utilization + idle) / work)
        self.last_scan = scan


def _sweep_room(marked: float) -> float:
    """Return what may be allocated while there is something to sweep."""
    return SWEEP_ROOM if marked else 0
