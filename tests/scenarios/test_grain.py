"""A coarse run has the curves of the exact one: to a few grains of timers, to 1 % of bytes.

Not to one grain.  A turn of the loop is ten passes, as many as the channel's buffer holds, and
then ten sends; in a coarse run a turn is ten grains long, so that a sample may fall between the
passes here and between the sends there.  And a timer that is due fires between two passes,
which are a grain apart.  Together that was measured to be less than four grains.

What the collector does is paid every 0.25 ms, and a new array of the heap of timers at once: a
sample may fall between the payments here and there, which is some 400 passes.

Up to Go 1.13 timerproc gets its turn every 10 ms, between two turns of the loop, which are twelve
grains apart; and by a payment or two sooner or later.  So nothing is compared just after it.

After dozens of timeouts and several collections, runs of different grains are out of step for some
milliseconds at a time: then they are compared over all samples.

Where timers call functions, hundreds are due at once in an exact run after a payment; in a coarse
one their goroutines run one by one, each for a grain of them.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from gosim.errors import UsageError
from gosim.record.verdict import verdict
from gosim.scenarios import find
from gosim.units import MICROSECOND, MILLISECOND, SECOND, format_count

GRAINS = (1, 8, 64)
WITHIN_GRAINS = 4
A_PAYMENT = 420
OF_A_CYCLE = 0.005
"""The part by which passes differ when a collection begins a turn sooner or later."""

OF_MANY_CYCLES = {"timers_made": 0.04, "timers": 0.14, "heap_live_bytes": 0.14}
"""The same at any instant when there are many timeouts and collections …"""

ON_AVERAGE = 0.04
"""… and over all of them.  Assists slow a loop down for the last part of a marking, and cold memory
has a price: a collection that begins a few passes elsewhere moves the rate, and with it the next
one, so that two runs are out of step for some milliseconds."""

A_TURN = 12
A_ROUND = 10 * MILLISECOND
AFTER_A_ROUND = MILLISECOND // 2
OF_FUNCTIONS = 0.025
"""The part by which passes differ when functions of timers run a turn sooner or later."""

A_BURST = 900
"""More goroutines than are there at once after a payment."""

OF_BURSTS = 0.3
"""The part of a few MB of resident memory that their stacks may be."""

WITHIN_BYTES = 0.01
OF_AN_ARRAY = 4
"""Bytes of a timer's place by which the array may have grown here and not yet there."""

A_TIMER = 400
"""More bytes than a timer with its channel and its place in a heap."""

ERAS = ["1.9", "1.13", "1.22", "1.23", "1.24 asynctimerchan=1"]
WITH_TIMERPROC = ("1.9", "1.13")
LOOPS = ["leaky", "newtimer", "reset", "newtimer-stop"]

IN_THE_GATE = ("1.9", "1.23")
"""Eras that a default run leaves to the gate."""

every_era = pytest.mark.parametrize(
    "era",
    [pytest.param(era, marks=pytest.mark.go if era in IN_THE_GATE else []) for era in ERAS],
)


@cache
def curves(name, era, timeout, until, grain):
    """Return the series of a free-running loop."""
    go, *old = era.split()
    return (
        find(name)
        .replay(
            {"timeout": f"{timeout}ms"},
            go=go,
            godebug={"asynctimerchan": 1} if old else None,
            until=until * MILLISECOND,
            sample=730 * MICROSECOND,  # Off the grid of slices and of payments to the collector.
            grain=grain,
        )
        .series
    )


def expect_the_same_curves(name, era, timeout, until, coarse):
    """Compare a coarse run with all finer ones, at every sample."""
    for fine in GRAINS[: GRAINS.index(coarse)]:
        finer, coarser = (curves(name, era, timeout, until, grain) for grain in (fine, coarse))
        few = WITHIN_GRAINS * coarse + A_PAYMENT

        assert coarser["t_ns"] == finer["t_ns"]
        assert coarser["timers_made"] == pytest.approx(
            finer["timers_made"], rel=OF_A_CYCLE, abs=few
        )
        if era in WITH_TIMERPROC:
            few += A_TURN * coarse + A_PAYMENT
            finer, coarser = between_rounds(finer), between_rounds(coarser)
        assert coarser["timers"] == pytest.approx(finer["timers"], rel=OF_A_CYCLE, abs=few)
        expect_the_same_bytes(finer, coarser, few)


def expect_the_same_on_average(era, coarse):
    """Compare a coarse leak of many timeouts with all finer ones."""
    for fine in GRAINS[: GRAINS.index(coarse)]:
        runs = [curves("leaky", era, 50, 200, grain) for grain in (fine, coarse)]
        if era in WITH_TIMERPROC:
            runs = [between_rounds(run) for run in runs]
        for column, part in OF_MANY_CYCLES.items():
            pairs = list(zip(*(run[column][20:] for run in runs), strict=True))
            apart = [abs(finer - coarser) / finer for finer, coarser in pairs]
            assert max(apart) < part, column
            assert sum(apart) / len(apart) < ON_AVERAGE, column


def between_rounds(series):
    """Return the samples that do not come just after timerproc's round."""
    kept = [i for i, t in enumerate(series["t_ns"]) if not 0 < t % A_ROUND < AFTER_A_ROUND]
    assert len(kept) > 0.9 * len(series["t_ns"])
    return {name: [column[i] for i in kept] for name, column in series.items()}


def expect_the_same_bytes(finer, coarser, few):
    """Within 1 % and a growth of the array; at first, when `few` timers are more than that, what
    the timers differ by.
    """
    columns = ("t_ns", "timers", "heap_live_bytes")
    rows = (zip(*(run[name] for name in columns), strict=True) for run in (finer, coarser))
    for (t, timers, ours), (_, other_timers, theirs) in zip(*rows, strict=True):
        at_first = timers < few / WITHIN_BYTES
        slack = A_TIMER * (1 + at_first * abs(timers - other_timers)) + OF_AN_ARRAY * timers
        assert ours == pytest.approx(theirs, rel=WITHIN_BYTES, abs=slack), t


@pytest.mark.slow
@pytest.mark.parametrize("coarse", GRAINS[1:])
@every_era
def test_a_coarse_leak_is_the_exact_one(era, coarse):
    expect_the_same_curves("leaky", era, timeout=17, until=34, coarse=coarse)


@pytest.mark.slow
@pytest.mark.parametrize("coarse", GRAINS[1:])
@pytest.mark.parametrize("name", LOOPS[1:])
@every_era
def test_a_coarse_fix_is_the_exact_one(name, era, coarse):
    expect_the_same_curves(name, era, timeout=5, until=12, coarse=coarse)


@pytest.mark.go  # Not that it needed Go: it takes a minute.
@pytest.mark.slow
@pytest.mark.parametrize("coarse", GRAINS[1:])
@pytest.mark.parametrize("name", LOOPS)
@every_era
def test_a_coarse_loop_is_the_exact_one_for_many_timeouts(name, era, coarse):
    if name == "leaky" and era != "1.23":
        expect_the_same_on_average(era, coarse)
    else:
        expect_the_same_curves(name, era, timeout=50, until=200, coarse=coarse)


@pytest.mark.slow
@pytest.mark.parametrize("version", ["1.22", "1.23"])
def test_a_grain_that_doubles_on_the_way_gives_the_same_curves(version):
    auto, fixed = (
        find("leaky").replay(
            {"timeout": "200ms"},
            go=version,
            until=500 * MILLISECOND,
            sample=50 * MILLISECOND,
            grain=grain,
        )
        for grain in ("auto", 64)
    )
    few = WITHIN_GRAINS * auto.summary["grain_at_end"]

    # Cold memory has a price: a collection that finds an array a pass earlier moves the rate.
    timers = pytest.approx(fixed.series["timers"], rel=WITHIN_BYTES, abs=few)
    assert auto.series["timers"] == timers
    assert auto.series["heap_live_bytes"] == pytest.approx(
        fixed.series["heap_live_bytes"], rel=WITHIN_BYTES, abs=A_TIMER
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["leaky", "newtimer"])
def test_an_automatic_grain_bounds_what_a_run_takes(name):
    """Six minutes of the article: 780 million passes."""
    result = find(name).replay(go="1.22")
    grains = result.series["grain"]

    assert result.grain == "auto"
    assert result.why_ended == "until"
    assert result.summary["operations"] < 2_000_000
    assert grains[0] == 1, "it begins exactly"
    assert all(after in (before, *_doubled(before)) for before, after in pairwise(grains))
    assert grains[-1] == 8192


def _doubled(grain):
    return [grain << n for n in range(1, 14)]


@cache
def functions(name, go, grain):
    """Return the result of a loop whose timers call functions, from two timeouts and a half."""
    settings = {"timeout": "12ms"}
    return find(name).replay(settings, go=go, until=31 * MILLISECOND, grain=grain)


functions_of_timers = pytest.mark.parametrize(
    ("name", "go", "grain"),
    [
        ("afterfunc", "1.22", 64),
        ("afterfunc", "1.22", "auto"),
        ("context", "1.27", 64),
        ("context", "1.27", "auto"),
        ("afterfunc", "1.13", 16),  # At 64 the third burst of its timerproc falls before the end.
    ],
)


@functions_of_timers
def test_what_coarse_timers_start_is_as_much_as_in_an_exact_run(name, go, grain):
    exact, coarse = (functions(name, go, g).summary for g in (1, grain))
    few = WITHIN_GRAINS * coarse["grain_at_end"] + A_PAYMENT

    for count in ("timers_made", "timers_fired", "timers_max", "timers_at_end"):
        assert coarse[count] == pytest.approx(exact[count], rel=OF_FUNCTIONS, abs=few), count
    assert coarse["goroutines_max"] == pytest.approx(exact["goroutines_max"], rel=0, abs=A_BURST)


@functions_of_timers
def test_what_coarse_timers_start_takes_as_much_memory_as_in_an_exact_run(name, go, grain):
    exact, coarse = (functions(name, go, g).series for g in (1, grain))

    assert max(coarse["rss_bytes"]) == pytest.approx(max(exact["rss_bytes"]), rel=OF_BURSTS)


def test_time_goes_on_after_the_first_timeout_of_a_coarse_run():
    series = functions("afterfunc", "1.22", "auto").series
    every_ms = dict(zip(series["t_ns"], series["timers_made"], strict=True))
    made = [every_ms[t] for t in range(0, 31 * MILLISECOND, MILLISECOND)]

    assert all(after > before + 1000 for before, after in pairwise(made))


@pytest.mark.parametrize("grain", [64, "auto"])
def test_a_timeout_counts_as_often_as_its_goroutine_stands_for(grain):
    exact, coarse = (functions("afterfunc", "1.22", g) for g in (1, grain))
    fired = exact.summary["false_timeouts"]

    assert coarse.summary["false_timeouts"] == pytest.approx(fired, rel=OF_FUNCTIONS)
    assert coarse.series["false_timeouts"][-1] == coarse.summary["false_timeouts"]
    assert len(coarse.marks) < fired
    assert f"it fired {format_count(fired)} times" in verdict(exact)[2]
    assert "it fired about" in verdict(coarse)[2]


def test_a_timeout_that_a_coarse_loop_waits_for_counts_once():
    """It is silent then: one pass waits, and not as many as it stands for."""
    settings = {"rate": "1000", "timeout": "3s", "stop": "5s"}
    result = find("leaky").replay(settings, until=12 * SECOND, grain=8)

    assert "it fired twice" in verdict(result)[2]


@pytest.mark.parametrize(
    ("settings", "until", "grain", "coarsest"),
    [
        ({"rate": "100"}, 5 * SECOND, 1_000_000, "take 50 or less, or auto"),
        ({"rate": "1000", "timeout": "3s"}, 60 * SECOND, 1000, "take 300 or less, or auto"),
        ({"messages": "12"}, 5 * SECOND, 8, "take 1 (exact) or auto"),
        ({}, SECOND, 1_000_000, "take 400,000 or less, or auto"),
    ],
)
def test_a_grain_that_leaves_nothing_to_see_is_refused(settings, until, grain, coarsest):
    with pytest.raises(UsageError, match=f"a grain of {grain:,} is too coarse") as refused:
        find("leaky").replay(settings, until=until, grain=grain)

    assert refused.value.try_this == coarsest


@pytest.mark.parametrize(
    ("settings", "until", "grain"),
    [
        ({}, None, "auto"),
        ({"rate": "1000"}, None, 1),
        ({"rate": "100000"}, None, "auto"),
        ({"messages": "1000"}, None, 1),
        ({"messages": "3000000"}, None, "auto"),
    ],
)
def test_a_run_that_can_be_exact_is_exact(settings, until, grain):
    from gosim.scenarios.params import read_settings

    scenario = find("leaky")
    values = read_settings(settings, scenario.parameters)

    assert scenario.default_grain(values, until or scenario.until) == grain


def test_the_first_listing_is_always_exact():
    assert find("timeout").replay().grain == 1
