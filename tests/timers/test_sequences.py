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
