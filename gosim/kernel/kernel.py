"""The kernel: virtual time, the goroutines, and the processors that run them.

Models   runtime/proc.go of Go 1.22: newproc, wakep, checkdead, the global run queue; main's end.
Read     gosim.kernel.processor first, gosim.kernel.report next.
Leaves out   the system monitor (a P ends its own slices), the network poller (its one duty here,
             sleeping until the next timer, is the *alarm*), signals, cgo.

SimPy owns virtual time and nothing else: each P is one SimPy process, an idle P waits for one
SimPy event, and the alarm is one SimPy timeout.

Invariants, checked by Kernel.verify:

    K1  A P naps only if it has nothing to run.
    K2  When every P naps, an alarm is set for the earliest timer, or the run has ended.
    K3  A goroutine that is not dead is in `goroutines`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final, NoReturn

import simpy
from simpy.events import URGENT

from gosim.costs import FREE, Costs
from gosim.errors import GoFatal, GoPanic
from gosim.kernel.at_work import running
from gosim.kernel.budget import NEVER, Budget, Progress, Scales, Stopwatch
from gosim.kernel.goroutine import Body, Goroutine, State
from gosim.kernel.grain import Grain
from gosim.kernel.memory import Memory, NoMemory
from gosim.kernel.operations import PARKED
from gosim.kernel.processor import Processor
from gosim.kernel.report import deadlock_text, fatal_text, panic_text
from gosim.kernel.streams import Streams
from gosim.record.facts import Fact, GoroutineEnded, GoroutineStarted, Observer
from gosim.versions import GoVersion

WAKE_LATENCY: Final = 5_000
"""How long an idle P takes to start after somebody woke it (a futex call and a switch)."""

SUDOGS: Final = 128
"""The sudogs that a processor keeps for itself, at most.  Go: p.sudogbuf."""


class NoTimers:
    """The timers of a P in a kernel that has none."""

    def check(self, p: Processor, now: int) -> None:
        """Do nothing."""

    def wake_time(self) -> int:
        """Never wake anybody."""
        return NEVER

    def __len__(self) -> int:
        return 0


class Kernel:
    """Everything that the processors of one run share.

    `grain` is how many passes one pass of a coarse goroutine stands for; `auto_grain` lets it
    double as the run grows.  `finish` ends the run; `ended` then says why.
    """

    def __init__(
        self,
        version: GoVersion,
        procs: int = 1,
        seed: int = 1,
        costs: Costs = FREE,
        budget: Budget | None = None,
        grain: int = 1,
        auto_grain: bool = False,
    ) -> None:
        self.env = simpy.Environment(0)
        self.version = version
        self.runtime: Any = None
        self.running = running
        self.streams = Streams(seed)
        self.costs = costs
        self.budget = budget or Budget()
        self._grain = Grain(grain, auto_grain)
        self.set_grain(grain)
        self.goroutines: dict[int, Goroutine] = {}
        self.started = 0
        self.goroutines_max = 0
        self._weight = 0
        self.sudogs_free = 0
        self.sudogs_made = 0
        self.sudogs_freed = 0
        self.runq: deque[Goroutine] = deque()
        self.napping: list[Processor] = []
        self.notes = self.endless_notes = 0
        self.ended = ""
        self.ended_at = 0
        self.exit_code = 0
        self.output: list[tuple[int, str]] = []
        self.errors: list[str] = []
        self.main_gone = False
        self.host_objects: Callable[[], int] = lambda: len(self.goroutines)
        self.memory: Memory = NoMemory()
        self.progress: Progress | None = None
        self._observers: list[Observer] = []
        self._alarm_at = NEVER
        self._output_bytes = 0
        self._stopwatch = Stopwatch(self.budget.wall_s)
        self._scales = Scales(self.budget.memory_bytes)
        self._done = self.env.event()
        self.processors = [Processor(self, number, NoTimers()) for number in range(procs)]
        self.alone = procs == 1

    # -- a run ----------------------------------------------------------------------------------

    def run(self, main: Callable[[], Any]) -> None:
        """Run `main` as goroutine 1 until something ends the run; see `ended`."""
        self._stopwatch = Stopwatch(self.budget.wall_s)
        self._scales = Scales(self.budget.memory_bytes)
        self.processors[0].put(self.new_goroutine(self._preceded(main)))
        self.started += self.version.runtime_goroutines
        for p in self.processors:
            self.env.process(p.run()).callbacks.append(self._stopped)
        if self.budget.until is not None:
            self.at(self.budget.until, partial(self.finish, "until", self.budget.until))
        self.env.run(until=self._done)

    def _preceded(self, function: Callable[[], Any]) -> Callable[[], Any]:
        """Return main: when it begins, goroutines of the runtime wait for their first turn.

        With several Ps the others have run them by then.
        """

        def main() -> Any:
            for _ in range(self.version.goroutines_before_main if self.alone else 0):
                self.processors[0].put(Goroutine(0, _rest, system=True))
            return function()

        return main

    def _stopped(self, process: simpy.Event) -> None:
        """A P has stopped; an error that the program did not mean goes to the caller of `run`."""
        if not process.ok and not self._done.triggered:
            process.defused = True
            error: Any = process.value
            self._done.fail(error)

    def finish(self, why: str, at: int, exit_code: int = 0) -> None:
        """End the run."""
        if self.ended:
            return
        self.ended, self.ended_at, self.exit_code = why, at, exit_code
        if not self._done.triggered:
            self._done.succeed()

    def let_go(self) -> None:
        """Forget the goroutines; a run's end runs no deferred calls, and nothing they print."""
        self.ended = self.ended or "error"
        for g in list(self.goroutines.values()):
            g.close()
        self.goroutines.clear()

    @property
    def env_now(self) -> int:
        """The instant of the event list, which no P is behind."""
        return int(self.env.now)

    def at(self, when: int, action: Callable[[], None]) -> None:
        """Call `action` at the instant `when`, before anything else that happens then."""
        _Urgent(self.env, max(when - self.env_now, 0), action)

    def time_and_idle(self) -> tuple[int, int]:
        """Return the instant, and how long all Ps together have been idle."""
        now = max(int(self.env.now), *(p.now for p in self.processors))
        idle = sum(p.idle + (now - p.now if p.nap is not None else 0) for p in self.processors)
        return now, idle

    # -- goroutines -----------------------------------------------------------------------------

    def new_goroutine(
        self,
        function: Callable[[], Any],
        coarse: bool = False,
        system: bool = False,
        weight: int = 1,
    ) -> Goroutine:
        """Make a goroutine; the caller puts it into a run queue.  Go: newproc1."""
        self.started += 1
        g = Goroutine(self.started, function, coarse, system)
        self.goroutines[g.id] = g
        g.weight = weight
        self._weight += weight
        self.goroutines_max = max(self.goroutines_max, self._weight)
        return g

    def spawn(self, p: Processor, function: Callable[[], Any], weight: int = 1) -> Goroutine:
        """Start a goroutine on p, which stands for `weight`: it goes to `runnext`.  Go: newproc."""
        g = self.begin(p, function, weight, coarse=p.g is not None and p.g.coarse)
        p.put(g)
        return g

    def begin(
        self, p: Processor, function: Callable[[], Any], weight: int, coarse: bool = False
    ) -> Goroutine:
        """Make a goroutine that p is to run, and announce it."""
        g = self.new_goroutine(function, coarse, weight=weight)
        if p.watched:
            me = p.g.id if p.g else 0
            self.announce(GoroutineStarted(p.now, me, g.id, g.name))
        return g

    def clear_sudogs(self) -> None:
        """Free the sudogs that wait in the central list.  Go: clearpools, releaseSudog.

        A processor keeps 128 for itself; when it has as many, half of them go to that list.
        """
        own = self.sudogs_free
        if own > SUDOGS:
            own = SUDOGS // 2 + (own - SUDOGS - 1) % (SUDOGS // 2) + 1
        self.sudogs_freed += self.sudogs_free - own
        self.sudogs_free = own

    def returned(self, p: Processor, g: Goroutine, by_goexit: bool) -> None:
        """g's function has returned.  When main returns, the program ends.  Go: goexit0."""
        g.state = State.DEAD
        if g.id == 1 and not by_goexit:
            self.finish("exit", p.now)
            return
        if g.id == 1:
            self.main_gone = True
        del self.goroutines[g.id]
        self._weight -= g.weight
        if p.watched:
            self.announce(GoroutineEnded(p.now, g.id))

    def panicked(self, p: Processor, g: Goroutine, panic: GoPanic) -> None:
        """A panic left g: the program ends with Go's text and exit code 2.  Go: fatalpanic."""
        self.write_error(panic_text(panic, g, self.version))
        self.finish("panic", p.now, 2)

    def fatal(self, p: Processor, error: GoFatal) -> None:
        """The program did what it cannot recover from.  Go: fatal."""
        self.write_error(fatal_text(error, p.g))
        self.finish("fatal error", p.now, 2)

    def requeue(self, g: Goroutine) -> None:
        """Put g at the tail of the global run queue.  Go: goschedImpl."""
        g.state = State.RUNNABLE
        self.runq.append(g)

    def count_note(self, until: int, change: int) -> None:
        """A goroutine sleeps in a system call until an instant, or no longer does."""
        if until < NEVER:
            self.notes += change
        else:
            self.endless_notes += change

    def from_syscall(self, g: Goroutine) -> None:
        """A system call of g is over: it goes to an idle P, or waits for one.  Go: exitsyscall."""
        if not self.napping:
            self.requeue(g)
            return
        p = self.napping.pop()
        p.runnext = g
        g.state = State.RUNNABLE
        self._end_nap(p, self.env_now)

    @property
    def user_goroutines(self) -> list[Goroutine]:
        """The goroutines that Go counts and reports."""
        return [g for g in self.goroutines.values() if not g.system]

    def count(self) -> int:
        """Return how many goroutines there are, each by its weight.  Go: gcount."""
        return sum(g.weight for g in self.user_goroutines)

    # -- idle processors ------------------------------------------------------------------------

    def idle(self, p: Processor) -> simpy.Event | None:
        """Let p nap; return what to wait for, or None when the run has ended.  Go: stopm."""
        wake_at = p.timers.wake_time() if self.alone else self._earliest_timer()
        if self.alone and not self.notes and wake_at < NEVER:
            p.nap = self.env.timeout(max(wake_at, p.now) - self.env_now)  # Nobody else wakes it.
            return p.nap
        p.nap = self.env.event()
        self.napping.append(p)
        if len(self.napping) == len(self.processors) and not self._can_wake(wake_at):
            self._check_dead(p)
        if self.ended:
            return None
        self.set_alarm(wake_at)
        return p.nap

    def _earliest_timer(self) -> int:
        return min(int(q.timers.wake_time()) for q in self.processors)

    def wake_one(self, waker: Processor) -> None:
        """Wake the P that went idle last, because there is work.  Go: wakep."""
        p = self.napping.pop()
        latency = WAKE_LATENCY if self.costs.switch else 0
        self._end_nap(p, waker.now + latency)
        waker.look_up_at(waker.now + latency)

    def _end_nap(self, p: Processor, at: int) -> None:
        nap = p.nap
        assert nap is not None
        delay = at - self.env_now
        if delay <= 0:
            nap.succeed()
        else:
            _Urgent(self.env, delay, nap.succeed)

    def set_alarm(self, when: int) -> None:
        """Wake an idle P at `when` to run the timers.  Go: the netpoller's deadline."""
        if when < self._alarm_at and when < NEVER:
            self._alarm_at = when
            delay = max(when - self.env_now, 0)
            self.env.timeout(delay).callbacks.append(self._ring)

    def wake_poller(self, p: Processor, when: int) -> None:
        """A timer was added that is due before all others.  Go: wakeNetPoller."""
        if self.napping and when < self._alarm_at:
            self.set_alarm(max(when, p.now))
            p.look_up_at(max(when, p.now))

    def _ring(self, _: simpy.Event) -> None:
        if self._alarm_at > self.env.now:
            return  # An older alarm, replaced by an earlier one that has rung already.
        self._alarm_at = NEVER
        if self.napping:
            self._end_nap(self.napping.pop(), self.env_now)

    def _can_wake(self, wake_at: int) -> bool:
        return wake_at < NEVER or self.notes > 0

    def _check_dead(self, p: Processor) -> None:
        """Nothing can run any more.  Go: checkdead."""
        if any(q.runq or q.runnext for q in self.processors) or self.runq:
            return
        if self.endless_notes or any(len(q.timers) for q in self.processors):
            self._wait_for_ever(p)
            return
        self.memory.catch_up()
        collections = self.memory.collections
        self.write_error(deadlock_text(self.user_goroutines, self.main_gone, p.now, collections))
        self.finish("deadlock", p.now, 2)

    def _wait_for_ever(self, p: Processor) -> None:
        """A timer is there, but so far in the future that no clock reaches it."""
        if self.budget.until is None:
            self.finish("asleep", p.now)

    # -- budgets --------------------------------------------------------------------------------

    @property
    def operations(self) -> int:
        """How many operations have been performed."""
        return sum(p.operations for p in self.processors)

    def set_grain(self, grain: int) -> None:
        """From here on one pass of a coarse loop stands for so many."""
        self.grain = grain
        self.coarse_costs = self.costs.scaled(grain)

    def check_budget(self, p: Processor) -> None:
        """End the run when a budget is spent; let the grain double when it may."""
        operations = self.operations
        if self.progress is not None:
            self.progress(p.now, self.budget.until)
        if self._grain.doubles(operations):
            self.set_grain(self._grain.value)
        if operations >= self.budget.operations:
            self.finish("operations", p.now)
        elif self._stopwatch.spent():
            self.finish("wall clock", p.now)
        elif self.host_objects() > self.budget.objects or self._scales.spent():
            self.finish("memory", p.now)

    # -- announcing and writing -----------------------------------------------------------------

    def observe(self, observers: Iterable[Observer]) -> None:
        """Let observers hear every fact from now on."""
        self._observers += observers
        for p in self.processors:
            p.watched = bool(self._observers)

    def announce(self, fact: Fact) -> None:
        """Tell the observers.  Callers ask `p.watched` first, so that silence is free."""
        for observer in self._observers:
            observer(fact)

    def write(self, p: Processor, text: str) -> None:
        """Write to the program's standard output."""
        if self.ended:
            return
        self.output.append((p.now, text))
        self._output_bytes += len(text)
        if self._output_bytes > self.budget.output_bytes:
            self.finish("output", p.now)

    def write_error(self, text: str) -> None:
        """Write to the program's standard error."""
        if not self.ended:
            self.errors.append(text)

    def verify(self) -> None:
        """Check P1 to P3 of every P, and K1 to K3; raise AssertionError if one is broken."""
        for p in self.processors:
            p.verify()
        assert all(not p.runq and p.runnext is None for p in self.napping), "K1"
        everybody = len(self.napping) == len(self.processors)
        earliest = min(p.timers.wake_time() for p in self.processors)
        assert not everybody or self.ended or earliest >= self._alarm_at, "K2"
        assert all(g.state is not State.DEAD for g in self.goroutines.values()), "K3"


def fatal(text: str) -> NoReturn:
    """End the run with a fatal error; no deferred call runs any more.  Go: fatal."""
    error = GoFatal(text)
    running.p.kernel.fatal(running.p, error)
    raise error


class _Rest:
    """The operation of a goroutine that has nothing to do in this model."""

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Wait; nobody will call."""
        g.state = State.WAITING
        return PARKED


def _rest() -> Body:
    yield _Rest()


class _Urgent(simpy.Event):
    """An event that comes before all others of its instant, and calls `action`."""

    def __init__(self, env: simpy.Environment, delay: int, action: Callable[[], Any]) -> None:
        super().__init__(env)
        self._ok = True
        self._value = None
        self.callbacks.append(lambda _: action())
        env.schedule(self, URGENT, delay)
