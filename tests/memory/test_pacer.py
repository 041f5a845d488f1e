"""The pacer's goals and triggers are those of Go's formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gosim.memory import Settings
from gosim.memory.pacer import NO_GOAL, Pacer

MIB = 1 << 20
marked_bytes = st.integers(0, 10**11)


def pacer(gogc=100, limit=None, globals_bytes=0, **more):
    return Pacer(Settings(gogc, limit), globals_bytes, **more)


@pytest.mark.parametrize(("gogc", "minimum"), [(25, 1), (50, 2), (100, 4), (400, 16)])
def test_a_small_heap_has_the_minimum_as_its_goal(gogc, minimum):
    assert pacer(gogc).goal_bytes(100_000) == minimum * MIB


def test_a_large_heap_may_grow_by_gogc_per_cent_of_what_survived_and_of_the_globals():
    assert pacer(50, globals_bytes=1_000_000).goal_bytes(100_000_000) == 150_500_000


def test_without_gogc_and_without_a_limit_there_is_no_goal_and_no_trigger():
    off = pacer(None)

    assert off.goal_bytes(10**9) == NO_GOAL == off.trigger_bytes(10**9)


def test_a_memory_limit_wins_when_it_is_below_the_goal():
    limited = pacer(limit=160 * MIB, nonheap_bytes=8 * MIB)

    assert limited.goal_bytes(100_000_000) == pytest.approx(152 * MIB * 0.97)
    assert limited.goal_bytes(10_000_000) == 20_000_000


def test_a_heap_beyond_its_limit_has_itself_as_the_goal():
    assert pacer(limit=64 * MIB).goal_bytes(10**9) == 10**9


@given(marked=marked_bytes, gogc=st.integers(5, 1000), cons_mark=st.floats(0, 5))
def test_the_trigger_lies_between_what_survived_and_the_goal(marked, gogc, cons_mark):
    one = pacer(gogc)
    one.end_cycle(cons_mark * 1000, 1000, 0.0, assisted=0.0)
    one.last_scan = marked
    goal, trigger = one.goal_bytes(marked), one.trigger_bytes(marked)
    lowest = marked + 0.7 * (goal - marked)
    highest = max(marked + 0.96 * (goal - marked), goal - 4 * MIB, 1.05 * marked)

    assert lowest <= trigger <= highest


def test_however_long_the_runway_seven_tenths_of_the_room_are_used():
    """45 of 64 parts, as Go reckons."""
    one = pacer()
    one.cons_marks.append(1000.0)
    one.last_scan = 1e9

    assert one.trigger_bytes(64_000_000) == 64_000_000 + 45_000_000


def test_the_first_cycle_of_a_process_starts_at_the_size_that_was_measured():
    assert pacer().trigger_bytes(0) == pytest.approx(3_997_696)


def test_work_that_was_foreseen_meets_the_goal_and_other_work_moves_it():
    one = pacer()
    one.last_scan = 100.0

    assert one.limit_while_marking(170, 200, scan=100) == 200
    assert one.limit_while_marking(170, 200, scan=200) == 230
    assert one.limit_while_marking(170, 200, scan=10_000) == 400
