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
def test_the_first_goal_of_a_process_is_the_minimum(gogc, minimum):
    assert pacer(gogc).goal_bytes(0) == minimum * MIB


def test_a_small_heap_may_grow_by_a_mebibyte_in_any_case_so_that_there_is_time_to_sweep():
    """Go 1.22 with GOGC=25: after a mark that ended at 1.18 MB the next began at 1.98 MB."""
    assert pacer(25).goal_bytes(1_000_000) == 1_000_000 + MIB
    assert pacer(25).trigger_bytes(1_000_000) == 1_000_000 + MIB


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
    one.end_cycle(cons_mark * 1000, 1000, 0.0, utilization=0.25)
    one.last_scan = marked
    goal, trigger = one.goal_bytes(marked), one.trigger_bytes(marked)
    lowest = marked + 0.7 * (goal - marked)
    highest = max(marked + 0.96 * (goal - marked), goal - 4 * MIB, marked + MIB)

    assert lowest <= trigger <= highest


def test_however_long_the_runway_seven_tenths_of_the_room_are_used():
    """45 of 64 parts, as Go reckons."""
    one = pacer()
    one.cons_marks.append(1000.0)
    one.last_scan = 1e9

    assert one.trigger_bytes(64_000_000) == 64_000_000 + 45_000_000


def test_the_first_cycle_of_a_process_starts_at_the_size_that_was_measured():
    assert pacer().trigger_bytes(0) == pytest.approx(3_997_696)


def marking(started, marked, last_scan, scannable, **more):
    one = pacer(last_scan=last_scan, **more)
    one.goal_bytes(marked)
    one.start_cycle(started, scannable)
    return one


def test_the_program_owes_what_is_left_to_scan_over_the_bytes_left_to_the_goal():
    one = marking(180 * MIB, 100 * MIB, last_scan=60 * MIB, scannable=60 * MIB)

    assert one.assist_ratio(180 * MIB, 0) == pytest.approx(3)
    assert one.assist_ratio(190 * MIB, 30 * MIB) == pytest.approx(3)


def test_work_that_was_not_foreseen_moves_the_goal_so_that_the_ratio_stays():
    one = marking(180 * MIB, 100 * MIB, last_scan=60 * MIB, scannable=90 * MIB)

    assert one.assist_ratio(200 * MIB, 60 * MIB + 1) == pytest.approx(3)


def test_a_heap_beyond_its_goal_has_a_tenth_more_to_scan_all_of_it():
    """The array of a timer heap, all at once: four of five cycles of Go 1.24 ended at 1.09."""
    one = marking(180 * MIB, 100 * MIB, last_scan=60 * MIB, scannable=90 * MIB)

    assert one.assist_ratio(205 * MIB, 30 * MIB) == pytest.approx(60 / 15)


def test_a_heap_beyond_a_memory_limit_lowers_the_goal_of_its_mark():
    limited = marking(150 * MIB, 100 * MIB, 60 * MIB, 60 * MIB, limit=160 * MIB)

    assert limited.assist_ratio(165 * MIB, 0) > limited.assist_ratio(162 * MIB, 0) > 3
