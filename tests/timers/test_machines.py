"""Every era fires what is due, when it is due, and Stop and Reset return what Go's return.

One machine drives an era beside a plain model: what runs and when it is due, what waits in a
channel's buffer, who waits for it.  It knows nothing of heaps, save that a scheduler pass fires
what is in one, and that a look at a channel (from 1.23 on) runs a timer that is in none.
"""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from timers.bench import Bench

from gosim.channels import DEFAULT, select
from gosim.kernel import PARKED
from gosim.timers import MAX_WHEN
from gosim.timers.go1_10 import OUTSIDE
from gosim.timers.go1_14_heap import LISTED
from gosim.timers.go1_23_heap import HEAPED, ZOMBIE

PROCS = 2
EXAMPLES = 40
DURATIONS = st.one_of(st.integers(-2, 12), st.just(MAX_WHEN))
PERIODS = st.integers(1, 6)
PS = st.integers(0, PROCS - 1)


class Modelled:
    """What a programmer knows about one timer: nothing of heaps."""

    def __init__(self, name, due, period, channel=None, real=None):
        self.name = name
        self.due = due
        self.period = period
        self.channel = channel
        self.real = real
        self.buffer = []
        self.waiters = deque()  # of Waiter; those that were served elsewhere are skipped

    def rearm(self, now):
        """It has fired: a ticker is due again at the next point of its grid."""
        self.due = next_point(self.due, self.period, now) if self.period else None


def next_point(due, period, now):
    while due <= now:
        due += period
    return min(due, MAX_WHEN)


class Waiter:
    """A goroutine that waits for one channel or several; `served` is (timer, value) then."""

    def __init__(self, g, timers):
        self.g = g
        self.timers = timers
        self.served = None


class EraMachine(RuleBasedStateMachine):
    """Drive one era; subclasses say which."""

    go = "1.22"
    asynctimerchan = None

    def __init__(self):
        super().__init__()
        self.bench = Bench(self.go, PROCS, self.asynctimerchan)
        self.version = self.bench.version
        self.now = 1
        self.bench.set_clock(self.now)
        self.timers = []
        self.waiters = []

    # -- what this version does -----------------------------------------------------------------

    @property
    def lazy(self):
        """A channel timer runs when somebody looks."""
        return self.version.era == "go1_23" and self.version.asynctimerchan != 1

    @property
    def synchronous(self):
        """Stop and Reset leave no stale value."""
        return self.lazy and self.version.asynctimerchan == 0

    def in_heap(self, timer):
        return timer.channel is None or not self.lazy or bool(timer.real.state & HEAPED)

    def fires_in_a_pass(self, timer):
        """A zombie is in the heap, and so a look does not run it, but neither does a pass."""
        zombie = self.lazy and bool(timer.real.state & ZOMBIE)
        return self.is_due(timer) and self.in_heap(timer) and not zombie

    # -- the model ------------------------------------------------------------------------------

    def fire(self, timer):
        due = timer.due
        timer.rearm(self.now)
        if timer.channel is None:
            return
        stamp = due if self.version.stamps_deadline else self.now
        while timer.waiters:
            waiter = timer.waiters.popleft()
            if waiter.served is None:
                waiter.served = (timer, stamp)
                return
        if not timer.buffer:
            timer.buffer.append(stamp)

    def is_due(self, timer):
        return timer.due is not None and timer.due <= self.now

    def look(self, timer):
        if self.lazy and self.is_due(timer) and not self.in_heap(timer):
            self.fire(timer)

    def unarm(self, timer):
        """Stop it in the model; return what Stop and Reset return."""
        if self.lazy and not self.synchronous and timer.channel is not None:
            self.look(timer)
        pending, timer.due = timer.due is not None, None
        if self.synchronous and timer.buffer:
            timer.buffer.clear()
            pending = True
        return pending

    def when(self, duration):
        return min(self.now + max(duration, 0), MAX_WHEN)

    # -- calls of package time ------------------------------------------------------------------

    @rule(at=PS, duration=DURATIONS)
    def after_func(self, at, duration):
        p, name = self.bench.processors[at], len(self.timers)
        timer = Modelled(name, self.when(duration), 0)
        timer.real = self.bench.start(name, self.now + duration, p)
        self.timers.append(timer)

    @rule(at=PS, durations=st.lists(st.integers(0, 40), min_size=4, max_size=9))
    def several_after_funcs(self, at, durations):
        """In one heap, so that it has more than one level."""
        for duration in durations:
            self.after_func(at, duration)

    @precondition(lambda self: len(self.timers) > 3)
    @rule(draw=st.data(), at=PS, durations=st.lists(st.integers(0, 40), min_size=1, max_size=6))
    def stop_or_reset_several(self, draw, at, durations):
        """Between two passes: heaps with several marks."""
        for duration in durations:
            timer = draw.draw(st.sampled_from(self.timers), "timer")
            if duration % 2:
                self.stop_one(timer, at)
            else:
                self.reset_one(timer, at, duration, 1 + duration)

    @rule(at=PS, duration=DURATIONS)
    def new_timer(self, at, duration):
        self.make_channel_timer(at, duration, 0)

    @rule(at=PS, period=PERIODS)
    def new_ticker(self, at, period):
        self.make_channel_timer(at, period, period)

    def make_channel_timer(self, at, duration, period):
        name = len(self.timers)
        p = self.bench.processors[at]
        real, channel = self.bench.era.new_timer(p, duration, period)
        real.fire = self.bench.noting(name, real.fire)
        self.timers.append(Modelled(name, self.when(duration), period, channel, real))

    @precondition(lambda self: self.timers)
    @rule(draw=st.data(), at=PS)
    def stop(self, draw, at):
        self.stop_one(draw.draw(st.sampled_from(self.timers), "timer"), at)

    def stop_one(self, timer, at):
        pending = self.unarm(timer)
        assert self.bench.era.stop(self.bench.processors[at], timer.real, timer.channel) == pending

    @precondition(lambda self: self.timers)
    @rule(draw=st.data(), at=PS, duration=DURATIONS, period=PERIODS)
    def reset(self, draw, at, duration, period):
        self.reset_one(draw.draw(st.sampled_from(self.timers), "timer"), at, duration, period)

    def reset_one(self, timer, at, duration, period):
        if timer.period:
            duration = timer.period = period
        pending = self.unarm(timer)
        timer.due = self.when(duration)
        p = self.bench.processors[at]
        returned = self.bench.era.reset(p, timer.real, timer.channel, duration, timer.period)
        assert returned == pending

    # -- channels -------------------------------------------------------------------------------

    @property
    def channel_timers(self):
        return [timer for timer in self.timers if timer.channel is not None]

    @precondition(lambda self: self.channel_timers)
    @rule(draw=st.data(), at=PS)
    def receive_if_ready(self, draw, at):
        timer = draw.draw(st.sampled_from(self.channel_timers), "timer")
        self.look(timer)
        expected = (0, timer.buffer.pop(), True) if timer.buffer else (DEFAULT, None, False)
        p = self.bench.processors[at]
        received = select(timer.channel, default=True).perform(p, self.bench.goroutine())
        assert received == expected

    @precondition(lambda self: self.channel_timers)
    @rule(draw=st.data(), at=PS)
    def receive(self, draw, at):
        timer = draw.draw(st.sampled_from(self.channel_timers), "timer")
        self.look(timer)
        g = self.bench.goroutine()
        received = timer.channel.perform(self.bench.processors[at], g)
        if timer.buffer:
            assert received == timer.buffer.pop()
        else:
            assert received is PARKED
            self.wait(g, [timer])

    @precondition(lambda self: len(self.channel_timers) > 1)
    @rule(draw=st.data(), at=PS)
    def select_from_two(self, draw, at):
        pair = draw.draw(
            st.lists(st.sampled_from(self.channel_timers), min_size=2, max_size=2, unique=True)
        )
        for timer in pair:
            self.look(timer)
        g = self.bench.goroutine()
        channels = [timer.channel for timer in pair]
        result = select(*channels).perform(self.bench.processors[at], g)
        ready = [number for number, timer in enumerate(pair) if timer.buffer]
        if ready:
            assert result[0] in ready
            assert result[1] == pair[result[0]].buffer.pop()
        else:
            assert result is PARKED
            self.wait(g, pair)

    def wait(self, g, timers):
        waiter = Waiter(g, timers)
        self.waiters.append(waiter)
        for timer in timers:
            timer.waiters.append(waiter)

    @rule()
    def let_goroutines_run(self):
        """Those that were served run, and no others; each has the value of its timer."""
        runnable = self.bench.runnable()
        served = [waiter for waiter in self.waiters if waiter.served]
        assert {g.id for g in runnable} == {waiter.g.id for waiter in served}
        for waiter in served:
            g, (timer, stamp) = waiter.g, waiter.served
            hook, g.on_wake = g.on_wake, None
            hook(self.bench.p, g)
            case = waiter.timers.index(timer)
            assert g.value == (stamp if len(waiter.timers) == 1 else (case, stamp, True))
            for other in waiter.timers:
                if waiter in other.waiters:
                    other.waiters.remove(waiter)
        self.waiters = [waiter for waiter in self.waiters if not waiter.served]

    # -- time -----------------------------------------------------------------------------------

    @rule(step=st.integers(0, 15), draw=st.data())
    def advance(self, step, draw):
        """Time passes; then every heap gets a pass, from its owner or from another P."""
        self.now += step
        self.bench.set_clock(self.now)
        passes = [draw.draw(PS | st.just(n), "who passes") for n in range(len(self.bench.heaps))]
        self.make_passes(passes)

    @rule()
    def pass_at_once(self):
        """A pass at an instant that had one fires nothing but what was set to fire at once."""
        self.make_passes(range(len(self.bench.heaps)))

    def make_passes(self, passes):
        """All that is due and in a heap fires, once; among equals the model follows the heap."""
        timers = {timer.name: timer for timer in self.timers}
        due = [(t.name, t.due) for t in self.timers if self.fires_in_a_pass(t)]
        observed = []
        for heap, number in zip(self.bench.heaps, passes, strict=True):
            self.bench.fired.clear()
            self.bench.check(heap, self.bench.processors[number])
            self.expect_order_by_deadline(self.bench.fired)
            observed += self.bench.fired
        assert sorted(observed) == sorted(due)
        for name, _ in observed:
            self.fire(timers[name])

    def expect_order_by_deadline(self, fired):
        """Within a heap Go promises the order of the deadlines, and none among equals."""
        deadlines = [due for _, due in fired]
        assert deadlines == sorted(deadlines)

    # -- invariants -----------------------------------------------------------------------------

    @invariant()
    def all_is_sound(self):
        """One invariant, not five: Hypothesis spends more on calling them than they cost."""
        self.bench.era.verify()
        for timer in self.timers:
            if timer.channel is not None:
                timer.channel.verify()
                assert list(timer.channel.buf or ()) == timer.buffer
                if self.lazy:
                    waiting = [waiter for waiter in self.waiters if timer in waiter.timers]
                    assert timer.real.blocked == len(waiting)
                    assert bool(timer.real.state & HEAPED) == (timer.real.arg is not None), "Z6"
        self.a_timer_knows_whether_it_is_in_a_heap()
        self.every_timer_that_runs_can_still_fire()
        self.what_is_listed_is_counted()

    def a_timer_knows_whether_it_is_in_a_heap(self):
        """The half of B2, T2 and Z2 that no heap can check: those outside say so."""
        listed = {id(getattr(e, "timer", e)) for heap in self.bench.heaps for e in heap.heap}
        for timer in self.timers:
            assert says_it_is_listed(timer.real) == (id(timer.real) in listed)

    def every_timer_that_runs_can_still_fire(self):
        """Either it is in a heap that wakes in time, or whoever looks at its channel runs it."""
        for timer in self.timers:
            if timer.due is not None and self.in_heap(timer):
                heap = home(timer.real)
                assert heap in self.bench.heaps
                if self.version.era != "go1_10":
                    assert heap.wake_time() <= timer.due

    def what_is_listed_is_counted(self):
        era = self.bench.era
        assert era.listed() == era.entries() == sum(len(heap) for heap in self.bench.heaps)
        living = era.listed() - era.dead()
        assert living >= sum(t.due is not None for t in self.timers if t.channel is None)


def home(real):
    """Return the heap that a timer is in."""
    for name in ("bucket", "heap", "timers"):
        if hasattr(real, name):
            return getattr(real, name)
    raise AssertionError(real)


def says_it_is_listed(real):
    if hasattr(real, "i"):
        return real.i != OUTSIDE
    return real.status in LISTED if hasattr(real, "status") else bool(real.state & HEAPED)


VERSIONS = [
    *[(go, None) for go in ("1.9", "1.12", "1.14.0", "1.15", "1.16.3", "1.17.0", "1.18.0")],
    *[(go, None) for go in ("1.22", "1.23", "1.27")],
    *[("1.23", 1), ("1.23", 2)],
]


QUICK = ("1.9", "1.15", "1.22", "1.23", "1.27")
"""The versions of a default run; the others run in the gate."""


@pytest.mark.parametrize(
    ("version", "asynctimerchan"),
    [pytest.param(*v, marks=[] if v[0] in QUICK else pytest.mark.go) for v in VERSIONS],
)
def test_an_era_does_what_the_model_does(version, asynctimerchan):
    class Machine(EraMachine):
        go = version

    Machine.asynctimerchan = asynctimerchan
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=EXAMPLES, stateful_step_count=40)
    )
