"""The pacer: when the next collection starts, and how far the heap may grow.

Models   runtime/mgcpacer.go of Go 1.19 to 1.27: gcControllerState.commit, heapGoalInternal,
         memoryLimitHeapGoal, trigger, revise, endCycle.  Versions before have the rules of 1.19.
Read     gosim.memory.ledger first, gosim.memory.collector next.
Leaves out   stacks, the averaging of Go 1.19 between cycles, the limiter of the CPU time.

After a collection that left M bytes marked, the heap may grow to the *goal*:

    goal = max(4 MiB × GOGC/100,  M + (M + globals) × GOGC/100)

The collection must be over by then, so it starts earlier, at the *trigger*:

    trigger = goal − runway, but at least M + 0.7 (goal − M), and at most M + 0.95 (goal − M)
              or 4 MiB below the goal, whichever is more
    runway  = bytes that the program is expected to allocate while the collector marks

While it marks, a program that allocates faster than the collector works must *assist*, which
lets the heap meet the goal exactly, if the work was foreseen.  In a heap that grows it was not:
everything is alive, so there is twice the work of last time, and the goal gives way.

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

BACK_TO_BACK: Final = (1.05, 1.04)
"""How much the heap grows before a cycle, and again during it, when it is beyond a memory limit:
on one processor, and on several.  One cycle follows another; assists leave the program the tenth
that revise calls maxOvershoot."""

MAX_OVERSHOOT: Final = 1.1
"""How far a heap beyond its goal may grow while the program assists.  Go: revise."""

MIB: Final = 1 << 20


@dataclass(slots=True)
class Settings:
    """GOGC, or None for off; GOMEMLIMIT, or None for none."""

    gogc: int | None = 100
    memory_limit: int | None = None


@dataclass(slots=True)
class Pacer:
    """The formulas, and what they remember of the last cycles.

    `nonheap_bytes` is what counts against a memory limit without being objects.
    `cons_marks` are the last ratios of allocating to marking, per second of CPU.
    """

    settings: Settings
    globals_bytes: int
    minor: int = 22
    procs: int = 1
    nonheap_bytes: float = 0.0
    last_scan: float = 0.0
    last_marked: float = 0.0
    cons_marks: deque[float] = field(default_factory=lambda: deque(maxlen=5))

    @property
    def back_to_back(self) -> float:
        """What the heap grows by before a cycle, and during it, when no goal can be met."""
        return BACK_TO_BACK[min(self.procs, 2) - 1]

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
        return max(self.heap_minimum(), marked + (marked + self.globals_bytes) * gogc / 100)

    def _limit_goal(self, marked: float) -> float:
        limit = self.settings.memory_limit
        if limit is None:
            return NO_GOAL
        goal = limit - self.nonheap_bytes
        headroom = max(goal * HEADROOM_PERCENT / 100 if self.minor >= 21 else 0, MIB)
        return max(goal - headroom, marked)

    def _limit_binds(self) -> bool:
        """Return whether the limit sets the goal: as the collector takes memory to mark, that
        goal sinks below what there is already.
        """
        marked = self.last_marked
        return self._limit_goal(marked) < self._gogc_goal(marked)

    def trigger_bytes(self, marked: float) -> float:
        """Return the size of the heap at which the next collection starts."""
        goal = self.goal_bytes(marked)
        if goal >= NO_GOAL:
            return NO_GOAL
        if goal < marked * self.back_to_back:
            return marked * self.back_to_back
        room = goal - marked
        lowest, highest = marked + room / 64 * 45, marked + room / 64 * 61
        highest = max(highest, goal - HEAP_MINIMUM)
        return min(max(goal - self.runway_bytes(), lowest), highest)

    def runway_bytes(self) -> float:
        """Return what is likely to be allocated while the collector marks.  Go: runway."""
        if not self.cons_marks:
            return 0.0
        cons_mark = max(self.cons_marks) if self.minor >= 21 else self.cons_marks[-1]
        return cons_mark * (1 - UTILIZATION) / UTILIZATION * (self.last_scan + self.globals_bytes)

    def limit_while_marking(self, started: float, goal: float, scan: float) -> float:
        """Return the size that assists hold the heap to, when `scan` bytes are to be scanned.

        Until the work that was foreseen is done, they steer for the goal; what comes on top is
        granted room in proportion, up to (1 + GOGC/100) of the goal.  Go: revise.
        """
        foreseen = max(self.last_scan + self.globals_bytes, 1)
        excess = max((scan + self.globals_bytes) / foreseen, 1)
        gogc = self.settings.gogc
        if goal <= started:
            return started * self.back_to_back
        if self._limit_binds():
            return goal * MAX_OVERSHOOT
        hard = (1 + (100 if gogc is None else gogc) / 100) * goal
        return min(started + max(goal - started, 0) * excess, max(hard, started))

    def end_cycle(self, allocated: float, scan: float, idle: float, assisted: float) -> None:
        """Remember how allocating and marking compared.

        `idle` is the part of all Ps that marked in idle time, `assisted` that of the program.
        """
        utilization = min(UTILIZATION + assisted, 0.9)
        work = max(scan + self.globals_bytes, 1) * (1 - utilization)
        if allocated > 0:
            self.cons_marks.append(allocated * (utilization + idle) / work)
        self.last_scan = scan
