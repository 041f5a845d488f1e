"""A verdict says in three sentences what a person would read off the picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recordings import ARTICLE, curve, leaky, newtimer, recording, reset

from gosim.record.verdict import verdict
from gosim.units import MILLISECOND, MINUTE, SECOND

COUNTS = st.integers(0, 10**9)
KINDS = st.sampled_from(["timeout", "false timeout", "something else"])
MARKS = st.lists(st.tuples(st.integers(0, 10**12), KINDS, st.integers(1, 8192)), max_size=4)


@given(
    timers=st.lists(COUNTS, max_size=40),
    step=st.sampled_from([1, MILLISECOND, SECOND, MINUTE]),
    marks=MARKS,
    why=st.sampled_from(["exit", "until", "panic", "deadlock", "operations"]),
    parameters=st.sampled_from([{}, ARTICLE, {"rate": 1000, "timeout": 5, "stop": 7}]),
    grain=st.sampled_from([1, 8, 8192]),
)
def test_any_recording_has_a_verdict_of_three_sentences(
    timers, step, marks, why, parameters, grain
):
    result = recording(timers, step, marks=marks, why_ended=why, parameters=parameters, grain=grain)

    first, second, third = verdict(result)

    assert first.startswith("Timers: ")
    assert second.startswith("Memory: ")
    assert third.startswith("Timeouts: ")
    for sentence in (first, second, third):
        assert sentence.endswith(".")
        assert "\n" not in sentence


@given(level=st.integers(4, 10**9), length=st.integers(3, 50))
def test_what_is_at_its_level_from_the_first_step_on_is_flat(level, length):
    timers, memory, _ = verdict(recording([0] + [level] * length))

    assert timers.startswith("Timers: flat, never more than ")
    assert memory.startswith("Memory: flat, top shows at most ")


@given(rate=st.integers(100, 10**7), timeout=st.integers(5, 200), after=st.integers(15, 300))
def test_a_level_that_is_rate_times_timeout_is_called_so(rate, timeout, after):
    made = curve(lambda s: rate * s, timeout + after)
    result = recording(
        [min(count, rate * timeout) for count in made],
        timers_made=made,
        parameters={"rate": "free", "timeout": timeout * SECOND},
    )

    assert verdict(result)[0].startswith("Timers: bounded by rate × timeout: a plateau of ")


@given(rate=st.integers(100, 10**7), length=st.integers(4, 500))
def test_a_straight_line_grows(rate, length):
    assert verdict(recording(curve(lambda s: rate * s, length)))[0].startswith(
        "Timers: growing to the end: "
    )


def test_the_leak_is_bounded_by_rate_times_timeout():
    assert verdict(leaky()) == [
        "Timers: bounded by rate × timeout: a plateau of 360 million"
        " (2.00 million a second × 3m0s), reached at 3:00.",
        "Memory: top shows at most 144 GB, at 3:00, 10 GB after 12 s; at most 72.0 GB are live,"
        " at 3:00.",
        "Timeouts: no false one, and no true one.",
    ]


def test_the_printed_fix_is_a_deadline_for_the_whole_loop():
    assert verdict(newtimer()) == [
        "Timers: flat, never more than 1 in the heap.",
        "Memory: flat, top shows at most 5.00 MB; at most 384 B are live.",
        "Timeouts: it fired once, at 3:00, although the channel was never idle for 3m0s:"
        " it is a deadline for the whole loop, and after it there is no timeout at all.",
    ]


def test_the_right_fix_is_flat_and_never_fires():
    assert verdict(reset())[2] == "Timeouts: no false one, and no true one."


def test_a_plateau_is_exact_to_the_timer():
    """A run with one thousand messages a second has exactly 180,000 timers from 3:00 on."""
    timers = curve(lambda s: min(1000 * s, 180_000))
    result = recording(timers, parameters={"rate": 1000, "timeout": 3 * MINUTE})

    assert verdict(result)[0] == (
        "Timers: bounded by rate × timeout: a plateau of 180,000 (1,000 a second × 3m0s),"
        " reached at 3:00."
    )


@pytest.mark.parametrize("grain", [8, 64, 512])
def test_a_plateau_may_waver_by_the_grain(grain):
    timers = curve(lambda s: min(1000 * s, 180_000) // grain * grain + s % 2 * grain)
    result = recording(
        timers, grain=grain, timers_made=curve(lambda s: 1000 * s), parameters=ARTICLE
    )

    assert "a plateau of 180," in verdict(result)[0]
    assert verdict(result)[0].endswith("reached at 3:00.")


def test_one_timer_of_a_coarse_run_is_one_timer():
    """It weighs a grain because each pass makes one; it never was more than one at a time."""
    grains = [1, 8, 64, 512, 4096, 8192, 8192, 8192]
    result = recording(grains, grain=grains, heap_live_bytes=[264 * grain for grain in grains])

    timers, memory, _ = verdict(result)

    assert timers == "Timers: flat, never more than 1 in the heap."
    assert memory == (
        "Memory: flat, top shows at most 9.33 MB; at most 2.16 MB are live,"
        " because one pass stands for 8,192 here."
    )


def test_a_run_that_is_shorter_than_the_timeout_does_not_know_the_bound():
    result = recording(curve(lambda s: 1000 * s, 61), parameters=ARTICLE)

    assert verdict(result)[0] == (
        "Timers: growing to the end: 60,000 after 1:00, 1,000 a second more (200 kB a second);"
        " none is due before 3:00."
    )


def test_timers_go_when_the_producer_stops():
    timers = curve(lambda s: max(1, 1000 * (min(s, 60) - max(0, s - 30))) if s < 90 else 1, 180)
    marks = [(second * SECOND, "timeout", 1) for second in (90, 120, 150)]
    result = recording(timers, marks=marks, parameters={"rate": 1000, "timeout": 30 * SECOND})

    assert verdict(result) == [
        "Timers: bounded by rate × timeout: at most 30,000 (1,000 a second × 30s),"
        " reached at 30 s; back to 1 at 1:30.",
        "Memory: top shows at most 17.0 MB, at 30 s; at most 6.00 MB are live, at 30 s, 200 B"
        " at the end.",
        "Timeouts: no false one; it fired 3 times, first at 1:30, each after a silence of 30s.",
    ]


def test_a_producer_that_stops_before_the_timeout_does_not_reach_the_bound():
    timers = curve(lambda s: 1000 * min(s, 120) if s < 180 else max(0, 1000 * (300 - s)))
    parameters = {"rate": 1000, "timeout": 3 * MINUTE, "stop": 2 * MINUTE}

    assert verdict(recording(timers, parameters=parameters))[0] == (
        "Timers: bounded: at most 120,000, reached at 2:00; back to 0 at 5:00."
    )


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("deadlock", "all goroutines were asleep"),
        ("panic", "a panic"),
        ("memory", "the budget of memory was spent"),
    ],
)
def test_a_run_that_ended_early_says_so(why, words):
    result = recording([0, 1], why_ended=why, ended_at_ns=1_500 * MILLISECOND)

    assert verdict(result)[0].endswith(f"; the run ended early, at 1.5 s: {words}.")


def test_a_run_of_one_sample_has_a_verdict():
    assert verdict(recording([0])) == [
        "Timers: none in the heap, ever.",
        "Memory: no live object that the model counts.",
        "Timeouts: no false one, and no true one.",
    ]


def test_a_false_timeout_after_which_others_follow_is_no_deadline():
    marks = [(180 * SECOND, "false timeout", 1), (200 * SECOND, "timeout", 1)]

    assert verdict(newtimer(marks=marks))[2] == (
        "Timeouts: it fired once, at 3:00, although the channel was never idle for 3m0s;"
        " and once rightly."
    )
    assert "deadline" not in verdict(reset(marks=marks[:1]))[2], "its timer is still there"
