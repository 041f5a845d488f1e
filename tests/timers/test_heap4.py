"""Heap4 hands its entries back in order of `when`, and entry by entry as Go's heap does."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from timers.bench import VECTORS, Bench, release

from gosim import recv, run, time
from gosim.kernel import Work
from gosim.memory import Sizes
from gosim.timers.heap4 import Entry, Heap4
from gosim.timers.timer import next_when

RELEASES = sorted(
    {
        release(name)
        for row in VECTORS["primitive_insert_pop"]
        for name in row["inserts_verified_on"]
    },
    key=lambda v: [*map(int, v.split("."))],
)


class Heap4Machine(RuleBasedStateMachine):
    """Drive a Heap4 beside its model, a plain list of entries."""

    def __init__(self):
        super().__init__()
        self.heap = Heap4()
        self.model = []

    @rule(when=st.integers(0, 8))  # Few values, so that ties are common.
    def push(self, when):
        entry = Entry(when, object())
        place = self.heap.push(entry)
        assert self.heap[place] is entry
        self.model.append(entry)

    @precondition(lambda self: self.model)
    @rule()
    def pop(self):
        earliest = min(entry.when for entry in self.model)
        popped = self.heap.pop()
        assert popped.when == earliest
        self.forget(popped)

    @precondition(lambda self: self.model)
    @rule(draw=st.data())
    def delete(self, draw):
        i = draw.draw(st.integers(0, len(self.heap) - 1))
        before = list(self.heap)
        smallest = self.heap.delete(i)
        self.forget(before[i])
        changed = [at for at, entry in enumerate(self.heap) if entry is not before[at]]
        assert all(at >= smallest for at in changed)

    @precondition(lambda self: self.model)
    @rule(whens=st.lists(st.integers(0, 8), min_size=1))
    def give_new_whens_and_heapify(self, whens):
        for entry, when in zip(self.heap, whens, strict=False):
            entry.when = when
        self.heap.heapify()

    def forget(self, gone):
        self.model = [entry for entry in self.model if entry is not gone]

    @invariant()
    def h1_and_h2_hold(self):
        self.heap.verify()

    @invariant()
    def nothing_is_lost(self):
        assert {id(entry) for entry in self.heap} == {id(entry) for entry in self.model}


TestHeap4 = Heap4Machine.TestCase


def named(heap):
    return [[entry.timer, entry.when] for entry in heap]


@pytest.mark.parametrize("row", VECTORS["primitive_insert_pop"], ids=lambda row: row["name"])
def test_every_push_and_pop_leaves_the_array_that_go_has(row):
    heap = Heap4()

    after_push = []
    for number, when in enumerate(row["insert_whens"]):
        heap.push(Entry(when, f"t{number}"))
        after_push.append(named(heap))
    popped, after_pop = [], []
    while heap:
        popped.append(heap.pop().timer)
        after_pop.append(named(heap))

    assert after_push == row["after_each_insert"]
    assert popped == row["pop_order"]
    assert after_pop == row["after_each_pop"]


def test_entries_with_the_same_when_do_not_leave_in_the_order_they_came():
    """Go promises no order here, so no scenario may depend on one."""
    heap = Heap4()
    for name in "abcdef":
        heap.push(Entry(1, name))

    left = [heap.pop().timer for _ in range(6)]

    assert left == list("afedcb")


ORDERS = [
    pytest.param(release(toolchain), row["whens"], row["order"], id=f"{toolchain}-{number}")
    for number, row in enumerate(VECTORS["simultaneous_fire_order"])
    for toolchain in row["verified_on"]
]


@pytest.mark.parametrize(("go", "whens", "order"), ORDERS)
def test_timers_found_due_together_fire_in_the_order_of_gos_heap(go, whens, order):
    bench = Bench(go)
    for name, when in enumerate(whens):
        bench.start(name, 1 + when)

    bench.set_clock(100)
    bench.check(bench.heaps[0], bench.p)

    assert [name for name, _ in bench.fired] == order


@pytest.mark.parametrize(("go", "whens", "order"), ORDERS)
def test_a_program_sees_that_order_save_that_the_last_goroutine_started_runs_first(
    go, whens, order
):
    """AfterFunc starts a goroutine, which goes to `runnext`; the one before goes to the queue."""
    ran = []

    def main():
        for name, when in enumerate(whens):
            time.AfterFunc((1 + when) * time.Microsecond, lambda name=name: ran.append(name))
        yield Work(time.Millisecond)  # No scheduler pass in here: all are due when it ends.
        yield recv(None)

    run(main, go=go)

    assert ran == [order[-1], *order[:-1]]


@pytest.mark.parametrize("row", VECTORS["period_next"], ids=lambda row: f"{row['now']}")
def test_a_late_periodic_timer_is_due_next_at_the_next_point_of_its_grid(row):
    assert next_when(row["when"], row["period"], row["now"]) == row["next"]


CAPACITIES = [
    (minor, label)
    for label, first, last in [
        ("go1.9-1.17 (8-byte slots)", 9, 17),
        ("go1.18-1.21 (8-byte slots)", 18, 21),
        ("go1.22 (8-byte slots)", 22, 22),
        ("go1.23-1.27 (16-byte slots)", 23, 27),
    ]
    for minor in range(first, last + 1)
]


@pytest.mark.parametrize(("minor", "label"), CAPACITIES)
def test_the_array_of_a_heap_grows_as_append_grows_a_slice(minor, label):
    sizes, cap, grown = Sizes.of(minor), 0, []

    for length in range(1, VECTORS["slice_capacity"][label][-1][0] + 1):
        if length > cap:
            cap = sizes.grow(cap)
            grown.append([length, cap])

    assert grown == VECTORS["slice_capacity"][label]


@pytest.mark.parametrize("go", RELEASES)
def test_the_array_of_a_heap_never_shrinks(go):
    """T58."""
    bench = Bench(go)
    timers = [bench.start(n, 1_000 + n) for n in range(1_000)]
    [heap] = bench.heaps
    full = heap.cap

    for timer in timers:
        bench.era.stop(bench.p, timer)
    bench.check(heap, bench.p)

    assert len(heap) == 0
    assert heap.cap == full >= 1_000
