"""What the process holds: HeapSys grows in steps, and the scavenger leaves a tenth more."""

from __future__ import annotations

import pytest

from gosim.memory.footprint import RETAIN, Footprint

SECOND = 10**9
MB = 10**6


@pytest.mark.parametrize("minor", [19, 22, 27])
def test_the_scavenger_leaves_a_tenth_more_than_the_heap_that_was_collected(minor):
    footprint = Footprint(minor)
    footprint.hold(1 * SECOND, 100 * MB)
    footprint.cycle_ended(1 * SECOND, 100 * MB, goal=50 * MB, last_goal=50 * MB)
    collected = footprint.inuse
    footprint.hold(1 * SECOND, 200 * MB)
    before = footprint.ready

    footprint.hold(1 * SECOND, 10 * MB)
    footprint.hold(60 * SECOND, 10 * MB)

    assert before == footprint.overhead.base_spans + 200 * MB
    assert footprint.ready == RETAIN * collected
    assert pytest.approx(1.1) == RETAIN
