"""A processor: the SimPy process that runs goroutines.

Models   runtime/proc.go of Go 1.22: schedule, findRunnable, execute, runqput, runqget, runqsteal.
Read     gosim.kernel.operations first, then gosim.kernel.kernel.
Leaves out   Ms and spinning (a woken P starts after a fixed latency), the network poller.

A P has a local clock, `now`.  Operations add their prices to it, and a P runs a *burst* of them
until its clock reaches the `horizon`: the next instant at which anybody else has something
scheduled, or the end of the time slice.  Then it hands the elapsed time to SimPy in one timeout.

Invariants, checked by Processor.verify:

    P1  `now` never runs backwards, and is never behind the event list's clock while it works.
    P2  A goroutine is in one place at most: running, in `runnext`, in one run queue, or parked.
    P3  The run queue never holds more than 256 goroutines.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final, Protocol

from gosim.errors import GoFatal, GoPanic, UsageError
from gosim.kernel.budget import NEVER
from gosim.kernel.goroutine import Goroutine, State, first
from gosim.kernel.memory import PAY_EVERY, mark_while_idle, pay
from gosim.kernel.operations import PARKED, GoexitSignal, Gosched, Operation
from gosim.kernel.passes import Passes
from gosim.record.facts import GoroutineParked, GoroutinePreempted, GoroutineReadied

if TYPE_CHECKING:
    import simpy

    from gosim.kernel.kernel import Kernel

SLICE: Final = 10_000_000
"""How long a goroutine may run before it is preempted.  Go: forcePreemptNS."""

RUNQ_SIZE: Final = 256
"""How many goroutines a local run queue holds.  Go: len(p.runq)."""

GLOBAL_EVERY: Final = 61
"""How often the global run queue comes first.  Go: schedtick%61."""

ROUNDS_BEFORE_MAIN: Final = 4
"""How often the first P has scheduled when main begins (measured on Go 1.19 to 1.27)."""

BURST: Final = 4096
"""How many operations a P performs before it looks at the budgets."""

RUNNING: Final = State.RUNNING
RUNNABLE: Final = State.RUNNABLE
WAITING: Final = State.WAITING


class TimerList(Protocol):
    """What a processor asks of its timers; an era in gosim.timers provides it."""

    def check(self, p: Processor, now: int) -> None:
        """Run every timer that is due: one scheduler pass on behalf of `p`."""

    def wake_time(self) -> int:
        """Return the instant of the next pass that has something to do, or NEVER."""

    def __len__(self) -> int:
        """Return the number of entries, dead ones included."""


class Processor:
    """One P: a run queue, a clock, its timers, and the goroutine it runs."""

    __slots__ = (
        "_check_at",
        "_repeating",
        "_yielding",
        "costs",
        "g",
        "grain",
        "handed",
        "horizon",
        "id",
        "idle",
        "kernel",
        "nap",
        "now",
        "operations",
        "others",
        "paid",
        "passes",
        "pay_at",
        "runnext",
        "runq",
        "slice_end",
        "tick",
        "timers",
        "watched",
    )

    def __init__(self, kernel: Kernel, number: int, timers: TimerList) -> None:
        self.kernel = kernel
        self.id = number
        self.timers: Any = timers
        self.now = 0
        self.idle = 0
        self.horizon = 0
        self.others = 0
        self.slice_end = SLICE
        self.g: Goroutine | None = None
        self.runnext: Goroutine | None = None
        self.handed: Goroutine | None = None
        self.runq: deque[Goroutine] = deque()
        self.costs = kernel.costs
        self.grain = 1
        self.tick = ROUNDS_BEFORE_MAIN
        self.operations = 0
        self.paid = 0
        self.pay_at = PAY_EVERY
        self.watched = False
        self.nap: simpy.Event | None = None
        self._check_at = BURST
        self.passes = Passes(self, SLICE)
        self._repeating: Operation | None = None
        self._yielding = False

    # -- the process ----------------------------------------------------------------------------

    def run(self) -> Generator[simpy.Event, Any, None]:
        """Find a goroutine, run it, and again; nap when there is none.  Go: schedule."""
        kernel, env = self.kernel, self.kernel.env
        while not kernel.ended:
            if self.now >= self.others:
                yield env.timeout(self.now - int(env.now))
                self._look_around()
                continue
            g = self.g
            if g is None:
                g = self._find_runnable()
                if g is None:
                    nap = self._fall_idle()
                    if nap is None:
                        return
                    yield nap
                    self._wake_up(int(env.now))
                    continue
                self._put_on(g)
            if self.now >= self.pay_at:
                pay(self)
            if not self._execute(g):
                self.g = None
            elif self.grain > 1:
                self.passes.between(g)
            if self.operations >= self._check_at:
                self._check_budget()

    def _look_around(self) -> None:
        """Note when anybody else has something to do next: until then, nobody interferes."""
        self.kernel.running.p = self
        self.others = max(int(min(self.kernel.env.peek(), NEVER)), self.now + 1)

    def _check_budget(self) -> None:
        self._check_at = self.operations + BURST
        self.kernel.check_budget(self)
        self.kernel.memory.catch_up()

    def _fall_idle(self) -> simpy.Event | None:
        self.operations += 1
        if self.operations >= self._check_at:
            self._check_budget()
        if self.kernel.ended:
            return None
        return mark_while_idle(self) or self.kernel.idle(self)

    def _wake_up(self, now: int) -> None:
        self.nap = None
        self.idle += max(now - self.now, 0)
        self.now = max(self.now, now)
        self.slice_end = self.now + SLICE
        if self.now >= self.kernel.memory.look_at:
            self.kernel.memory.catch_up()
        self._look_around()

    def _put_on(self, g: Goroutine) -> None:
        """Give the processor to g, who pays for the switch.  Go: execute."""
        self.g = g
        g.state = RUNNING
        g.waiting_on = None
        self.set_grain(g)
        self.now += self.costs.switch

    def set_grain(self, g: Goroutine) -> None:
        """Take the prices of g: of the passes or the goroutines that it stands for, or plain."""
        kernel = self.kernel
        if g.coarse:
            self.costs, self.grain = kernel.coarse_costs, kernel.grain
        elif g.weight > 1:
            self.costs, self.grain = kernel.costs.scaled(g.weight), g.weight
        else:
            self.costs, self.grain = kernel.costs, 1

    # -- a burst --------------------------------------------------------------------------------

    def give_a_turn(self, g: Goroutine) -> None:
        """Run g until it gives up the processor, whoever else wants it."""
        self._put_on(g)
        while self._execute(g):
            if self.operations >= self._check_at:
                self._check_budget()

    def _execute(self, g: Goroutine) -> bool:
        """Run g until it gives up the processor.  Return True if it only paused."""
        self.horizon = min(self.slice_end, self.others, self.pay_at)
        if self.grain > 1:
            self.passes.look_up()
        while not self.kernel.ended:
            try:
                if g.on_wake is not None:
                    hook, g.on_wake = g.on_wake, None
                    hook(self, g)
                    if g.state is not RUNNING:
                        return False  # It was woken, lost, and waits again.
                if g.generator is None:
                    g.begin()
                if self._burst(g):
                    self._yielding = False  # Who parks has given up its place.
                    return self._repeating is not None and self._goes_on_later(g)
                return not self._lost_its_turn(g)
            except GoPanic as panic:
                if g.finished:
                    self.kernel.panicked(self, g, panic)
                    return False
                g.throw(panic)
            except GoFatal as error:
                self.kernel.fatal(self, error)
                return False
            except GoexitSignal as signal:
                if g.finished:
                    self.kernel.returned(self, g, by_goexit=True)
                    return False
                g.throw(signal)
            except StopIteration:
                self.kernel.returned(self, g, by_goexit=False)
                return False
        return False

    def _lost_its_turn(self, g: Goroutine) -> bool:
        """Put g back into a queue if its slice is over, or if it owes its place to somebody."""
        if self._yielding:
            self._yielding = False
            self.put_last(g)
            return True
        if self.now >= self.slice_end:
            self._preempt(g)
            return True
        return False

    def yield_soon(self) -> None:
        """Let the next goroutine run after this operation.  Go: goyield."""
        self._yielding = True
        self.horizon = self.now

    def _burst(self, g: Goroutine) -> bool:
        """Feed results to g until it parks (True) or the horizon comes (False)."""
        step, value = g.step, g.value
        g.value = None
        op: Operation = _NOTHING_YET
        count = 0
        try:
            for count in range(BURST):  # noqa: B007  it is what `finally` counts
                op = step(value)
                value = op.perform(self, g)
                if value is PARKED:
                    return True
                if self.now >= self.horizon:
                    break
            else:
                self.others = self.now  # Time stands still; let the others have a go.
        except AttributeError as error:
            if hasattr(op, "perform"):
                raise
            raise _not_an_operation(g, op) from error
        finally:
            self.operations += count + 1
        g.value = value
        return False

    def look_up_at(self, when: int) -> None:
        """End the burst at `when`, because somebody else has something to do then."""
        if when < self.others:
            self.others = max(when, self.now)
            self.horizon = min(self.horizon, self.others)

    def _goes_on_later(self, g: Goroutine) -> bool:
        """Let g perform the same operation once more: when the others have caught up, and if
        its slice is not over then.
        """
        op, self._repeating = self._repeating, None
        assert op is not None
        assert g.generator is not None
        g.step = first(g.generator, lambda: op)
        return self.now >= self.others or not self._lost_its_turn(g)

    def repeat(self, op: Operation) -> None:
        """Perform `op` once more when the others have caught up; it must return PARKED now."""
        self._repeating = op

    def _preempt(self, g: Goroutine) -> None:
        """Put g at the tail of the global queue; its time slice is over.  Go: gopreempt_m."""
        self.slice_end = self.now + SLICE
        if self.watched:
            self.kernel.announce(GoroutinePreempted(self.now, g.id))
        self.kernel.requeue(g)

    # -- park and ready -------------------------------------------------------------------------

    def park(self, g: Goroutine, reason: str, on: Any = None) -> None:
        """Note why g waits; the caller returns PARKED.  Go: gopark."""
        g.state = WAITING
        g.wait_reason, g.waiting_on, g.waiting_since = reason, on, self.now
        if self.watched:
            self.kernel.announce(GoroutineParked(self.now, g.id, reason))

    def ready(self, g: Goroutine) -> None:
        """Make a parked g runnable: it goes to `runnext`.  Go: goready, ready."""
        self.now += self.costs.ready
        if self.watched:
            me = self.g.id if self.g else 0
            self.kernel.announce(GoroutineReadied(self.now, me, g.id))
        self.put(g)

    def put(self, g: Goroutine) -> None:
        """Put g in `runnext`; whoever was there goes to the queue's tail.  Go: runqput."""
        g.state = RUNNABLE
        displaced, self.runnext = self.runnext, g
        if displaced is not None:
            self.put_last(displaced)
        if self.kernel.napping:
            self.kernel.wake_one(self)

    def put_last(self, g: Goroutine) -> None:
        """Put g at the tail of the run queue; when full, half of it moves.  Go: runqputslow."""
        g.state = RUNNABLE
        if len(self.runq) < RUNQ_SIZE:
            self.runq.append(g)
            return
        for _ in range(RUNQ_SIZE // 2):
            self.kernel.runq.append(self.runq.popleft())
        self.kernel.runq.append(g)

    # -- finding work ---------------------------------------------------------------------------

    def _find_runnable(self) -> Goroutine | None:
        """Run the timers that are due, then look where Go looks.  Go: findRunnable."""
        if (handed := self.handed) is not None:
            self.handed = None
            return handed
        self.timers.check(self, self.now)
        if self.kernel.grain > 1 and (g := self.passes.first()):
            return g
        if self.tick % GLOBAL_EVERY == 0 and self.kernel.runq:
            return self._new_slice(self.kernel.runq.popleft())
        if self.runnext is not None:
            g, self.runnext = self.runnext, None
            return g  # It inherits the time slice.
        if self.runq:
            return self._new_slice(self.runq.popleft())
        if self.kernel.runq:
            return self._new_slice(self._from_global())
        if self.kernel.alone:
            return None
        return self._steal()

    def _new_slice(self, g: Goroutine) -> Goroutine:
        self.tick += 1
        self.slice_end = self.now + SLICE * (self.kernel.grain if g.coarse else 1)
        return g

    def _from_global(self) -> Goroutine:
        """Take a fair share of the global queue; run the first.  Go: globrunqget."""
        queue = self.kernel.runq
        share = min(len(queue) // len(self.kernel.processors) + 1, len(queue), RUNQ_SIZE // 2)
        first = queue.popleft()
        for _ in range(share - 1):
            self.runq.append(queue.popleft())
        return first

    def _steal(self) -> Goroutine | None:
        """Go four times over the other Ps in random order.  Go: stealWork."""
        others = [p for p in self.kernel.processors if p is not self]
        for last_round in (False, False, False, True):
            self.kernel.streams("stealorder").shuffle(others)
            for victim in others:
                if last_round:
                    victim.timers.check(self, self.now)
                g = self.passes.begin() or self.runnext or self._take_half(victim, last_round)
                if g is not None:
                    self.runnext = None if g is self.runnext else self.runnext
                    return self._new_slice(g)
        return None

    def _take_half(self, victim: Processor, last_round: bool) -> Goroutine | None:
        """Take half of the victim's queue, or its `runnext` as a last resort.  Go: runqgrab."""
        count = len(victim.runq) - len(victim.runq) // 2
        for _ in range(count):
            self.runq.append(victim.runq.popleft())
        if count:
            return self.runq.pop()
        if not last_round:
            return None
        g, victim.runnext = victim.runnext, None
        return g

    def verify(self) -> None:
        """Check P1 to P3; raise AssertionError if one is broken."""
        assert self.now >= self.kernel.env_now or self.nap is not None, "P1"
        places = [*self.runq, *([self.runnext] if self.runnext else [])]
        assert len({id(g) for g in places}) == len(places), "P2"
        assert all(g.state is State.RUNNABLE for g in places), "P2"
        assert len(self.runq) <= RUNQ_SIZE, "P3"


_NOTHING_YET: Final = Gosched()


def _not_an_operation(g: Goroutine, op: object) -> UsageError:
    return UsageError(
        f"goroutine {g.id} ({g.name}) yielded {op!r} at {g.line}, which is not an operation",
        "yield what can wait (recv, send, select, Sleep, Lock); call everything else",
    )
