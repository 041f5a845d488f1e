"""Starts, stops, resets and scheduler passes leave the arrays that real Go was seen to have."""

from __future__ import annotations

import pytest
from timers.bench import VECTORS, Bench, array, or_zero, release

SEQUENCES = [
    pytest.param(release(toolchain), row["steps"], id=f"{row['name']}-{toolchain}")
    for row in VECTORS["sequences"]
    for toolchain in row["verified_on"]
]

COUNTED = {
    "dead": lambda heap: heap.deleted if hasattr(heap, "deleted") else heap.zombies,
    "adjustTimers": lambda heap: heap.adjust_timers,
    "timerModifiedEarliest": lambda heap: or_zero(heap.modified_earliest),
    "minWhenModified": lambda heap: or_zero(heap.min_when_modified),
}


class Sequence:
    """Performs the steps of a vector, one by one."""

    def __init__(self, go):
        self.bench = Bench(go)
        self.timers = {}

    def perform(self, step):
        """Return what the call returns, None if nothing."""
        bench, name = self.bench, step.get("id")
        match step["op"]:
            case "insert":
                self.timers[name] = bench.start(name, step["when"])
            case "stop":
                return bench.era.stop(bench.p, self.timers[name])
            case "reset":
                return bench.era.reset(bench.p, self.timers[name], None, step["when"])
            case "schedule":
                bench.check(bench.heaps[0], bench.p)
        return None


@pytest.mark.parametrize(("go", "steps"), SEQUENCES)
def test_a_sequence_leaves_the_arrays_of_go(go, steps):
    sequence = Sequence(go)
    [heap] = sequence.bench.heaps

    for step in steps:
        returned = sequence.perform(step)

        sequence.bench.era.verify()
        assert returned == step.get("returns")
        assert array(heap) == step["heap"], step
        for name, count in COUNTED.items():
            if name in step:
                assert count(heap) == step[name], (name, step)


def fired_after_a_walk_that_can_skip(go, passes):
    """Return what fires, and when, if a timer that was reset to 3 rises past the walk's place.

    The walk removes the dead timer at place 5; the last one, "reset", takes its place and rises
    to place 1, where the walk has been already.
    """
    bench = Bench(go)
    whens = [1, 100, 20, 30, 40, 101, 102, 103, 104, 50, 60, 70, 80]
    timers = [bench.start(name, when) for name, when in enumerate(whens)]
    bench.era.stop(bench.p, timers[5])
    bench.era.reset(bench.p, timers[12], None, 3)
    fired = []
    for now in passes:
        bench.set_clock(now)
        bench.check(bench.heaps[0], bench.p)
        bench.era.verify()
        fired += [(name, now) for name, _ in bench.fired]
        bench.fired.clear()
    return fired


@pytest.mark.parametrize("go", ["1.16.14", "1.18", "1.22", "1.23", "1.27"])
def test_a_walk_resumes_at_the_smallest_index_that_changed(go):
    assert fired_after_a_walk_that_can_skip(go, [3, 20]) == [(0, 3), (12, 3), (2, 20)]


@pytest.mark.parametrize("go", ["1.16.7", "1.17.0", "1.17.1"])
def test_a_walk_could_skip_a_timer_which_then_fired_late(go):
    """golang/go#47762: it waits until its old place makes it the head."""
    fired = fired_after_a_walk_that_can_skip(go, [3, 20, 69, 70])

    assert [now for name, now in fired if name == 12] == [70]


@pytest.mark.parametrize("go", ["1.14.0", "1.15", "1.16.3"])
def test_while_timers_were_counted_the_next_walk_found_the_one_that_was_skipped(go):
    fired = fired_after_a_walk_that_can_skip(go, [3, 20])

    assert (12, 20) in fired
