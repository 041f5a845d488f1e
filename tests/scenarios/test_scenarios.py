"""The article's programs keep, fire and say what the article and real Go say, era by era."""

from __future__ import annotations

import json

import pytest

from gosim.errors import UsageError
from gosim.kernel import Budget
from gosim.record.verdict import verdict
from gosim.scenarios import find
from gosim.units import MILLISECOND, MINUTE, SECOND

LEAKING = ["1.9", "1.13", "1.14", "1.19", "1.22"]
MENDED = ["1.23", "1.24", "1.27"]
LOOPS = ["leaky", "newtimer", "reset", "newtimer-stop"]

PACED = {"rate": "1000", "timeout": "1s"}
SLEEPING = 1
"""The timer of the producer, who sleeps until the next millisecond."""

every_loop = pytest.mark.parametrize("name", LOOPS)
every_version = pytest.mark.parametrize("version", LEAKING + MENDED)


def replay(name, version="1.22", until=3 * SECOND, **others):
    """Replay a scenario with a thousand messages a second and a timeout of one second."""
    settings = {**PACED, **others.pop("settings", {})}
    return find(name).replay(settings, go=version, until=until, **others)


def after(result, instant, column="timers"):
    """Return the samples of a column from an instant on."""
    return [
        value
        for t, value in zip(result.series["t_ns"], result.series[column], strict=True)
        if t >= instant
    ]


def marks(result):
    """Return the timeouts as (whole milliseconds, label)."""
    return [(t // MILLISECOND, label) for t, label, _ in result.marks]


# -- the leak -------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", LEAKING)
def test_the_leaky_loop_keeps_rate_times_timeout(version):
    result = replay("leaky", version)

    assert set(after(result, SECOND)) == {1_000 + SLEEPING}
    assert marks(result) == []


@pytest.mark.slow
def test_the_leaky_loop_keeps_180_000_timers_from_three_minutes_on():
    result = find("leaky").replay({"rate": "1000"}, go="1.22", until=3 * MINUTE + 10 * SECOND)
    grown = [min(t // MILLISECOND, 180_000) for t in result.series["t_ns"]]

    assert [timers - SLEEPING for timers in result.series["timers"][1:]] == grown[1:]
    assert set(after(result, 3 * MINUTE)) == {180_000 + SLEEPING}


@pytest.mark.parametrize("version", MENDED)
def test_from_1_23_on_the_leaky_loop_has_one_timer_and_the_producer_another(version):
    assert max(replay("leaky", version).series["timers"]) == 2


@pytest.mark.parametrize("godebug", [{"asynctimerchan": 1}, None], ids=["godebug", "go.mod"])
@every_loop
def test_an_old_setting_brings_the_old_timers_back(name, godebug):
    """All is as on 1.22, save the sizes and the prices."""
    gomod = None if godebug else "1.22"
    old = replay(name, settings={"stop": "1500ms"})
    new = replay(name, "1.24", godebug=godebug, gomod=gomod, settings={"stop": "1500ms"})

    for column in ("timers", "zombies", "goroutines", "timers_made", "timers_fired"):
        assert new.series[column] == old.series[column], column
    assert marks(new) == marks(old)
    assert (new.why_ended, new.exit_code, new.stdout) == (old.why_ended, old.exit_code, old.stdout)


# -- the fixes ------------------------------------------------------------------------------------


@every_version
def test_the_printed_fix_fires_one_false_timeout_and_none_after(version):
    result = replay("newtimer", version, until=5 * SECOND)

    assert marks(result) == [(1_000, "false timeout")]
    assert result.stdout == "timeout\n"
    assert set(after(result, SECOND + 5 * MILLISECOND, "false_timeouts")) == {1}
    assert set(after(result, SECOND + 5 * MILLISECOND)) == {SLEEPING}


@pytest.mark.parametrize("name", ["reset", "newtimer-stop"])
@every_version
def test_the_right_fixes_have_one_timer_and_no_timeout(name, version):
    result = replay(name, version)

    assert max(result.series["timers"]) == 1 + SLEEPING
    assert marks(result) == []


# -- parameters -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["leaky", "reset", "newtimer-stop"])
@every_version
def test_after_a_silence_the_timeout_is_true(name, version):
    result = replay(name, version, until=5 * SECOND, settings={"stop": "2s"})

    assert marks(result) == [(3_000, "timeout"), (4_000, "timeout")]
    assert result.stdout == "timeout\n" * 2
    assert set(after(result, 3 * SECOND + 10 * MILLISECOND)) == {1}, "of the pass that waits"


@every_version
def test_without_a_producer_the_printed_fix_waits_for_ever(version):
    result = replay("newtimer", version, until=5 * SECOND, settings={"stop": "2s"})

    assert (result.why_ended, result.exit_code) == ("deadlock", 2)
    assert result.stderr.startswith("fatal error: all goroutines are asleep - deadlock!\n")
    assert marks(result) == [(1_000, "false timeout")]


@every_loop
@pytest.mark.parametrize("costs", ["go", "free"])
def test_messages_end_the_program(name, costs):
    result = replay(name, settings={"messages": "500"}, costs=costs)

    assert (result.why_ended, result.exit_code) == ("exit", 0)
    assert result.ended_at_ns // MILLISECOND == 500
    assert result.parameters == {"rate": 1000, "timeout": SECOND, "messages": 500, "stop": 0}


@pytest.mark.parametrize(("rate", "timers"), [("1", 3), ("10", 30), ("2500/s", 7_500)])
def test_a_rate_is_met(rate, timers):
    result = find("leaky").replay({"rate": rate}, until=3 * SECOND + MILLISECOND)

    assert result.summary["timers_made"] == timers + 1, "and that of the pass that waits"


def test_a_free_running_loop_ends_with_its_messages_even_when_nothing_has_a_price():
    result = find("leaky").replay({"messages": "1000"}, costs="free")

    assert (result.why_ended, result.ended_at_ns) == ("exit", 0)
    assert result.summary["timers_at_end"] == 1_000


def test_the_first_listing_times_out_or_answers():
    late, early = find("timeout").replay(), find("timeout").replay({"timeout": "3s"})

    assert (late.stdout, marks(late)) == ("timeout\n", [(1_000, "timeout")])
    assert (early.stdout, marks(early)) == ("the answer\n", [])
    assert {late.why_ended, early.why_ended} == {"exit"}


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"rat": "5"}, "there is no parameter 'rat' here; there are: rate, timeout, messages"),
        ({"rate": "0"}, "rate: '0' is not a rate"),
        ({"rate": "-5"}, "rate: '-5' is not a rate"),
        ({"rate": "2000000000"}, "the most is 1000000000/s, or free"),
        ({"rate": "9" * 5_000}, "is not a rate"),
        ({"timeout": "3"}, "timeout: '3' is not a duration; write it as Go does"),
        ({"timeout": "0s"}, "timeout: '0s' is not a time to wait"),
        ({"timeout": "-1s"}, "timeout: '-1s' is not a time to wait"),
        ({"messages": "1.5"}, "messages: '1.5' is not a count"),
        ({"messages": "9" * 5_000}, "is not a count"),
        ({"messages": "²"}, "is not a count"),
        ({"stop": "-1s"}, "stop: '-1s' lies in the past"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(settings, words):
    with pytest.raises(UsageError) as refused:
        find("leaky").replay(settings)

    assert words in str(refused.value)


def test_a_step_that_would_fill_the_memory_is_refused():
    with pytest.raises(UsageError, match=r"makes 360,000,000,000 samples; take a step of"):
        find("leaky").replay(sample=1)


def test_an_unknown_scenario_is_refused_with_the_nearest():
    with pytest.raises(UsageError, match=r"did you mean leaky\?"):
        find("leeky")


@pytest.mark.parametrize("name", [*LOOPS, "timeout"])
def test_every_parameter_that_a_scenario_names_can_be_read_back(name):
    from gosim.scenarios import PARAMETERS

    for parameter, default in find(name).parameters.items():
        known = PARAMETERS[parameter]
        assert known.parse(known.show(default)) == default
        assert known.unit
        assert known.meaning


# -- all of them, everywhere ----------------------------------------------------------------------


@pytest.mark.parametrize("costs", ["go", "free"])
@pytest.mark.parametrize("procs", [1, 2])
@pytest.mark.parametrize("version", ["1.13", "1.22", "1.27"])
@pytest.mark.parametrize("name", [*LOOPS, "timeout"])
def test_a_paced_scenario_runs_to_its_end(name, version, procs, costs):
    scenario = find(name)
    until = 120 * MILLISECOND if name in LOOPS else None
    settings = {"rate": "1000", "timeout": "50ms"} if name in LOOPS else {}
    result = scenario.replay(settings, go=version, procs=procs, costs=costs, until=until)
    leaks = name == "leaky" and version not in MENDED

    assert (result.why_ended, result.exit_code) == ("until" if until else "exit", 0)
    assert max(result.series["timers"]) == (51 if leaks else 2)
    assert len(verdict(result)) == 3


@pytest.mark.parametrize("procs", [1, 2])
@every_loop
def test_a_free_running_loop_without_prices_is_ended_by_a_budget(name, procs):
    budget = Budget(operations=20_000)
    result = find(name).replay(costs="free", procs=procs, budget=budget)

    assert (result.why_ended, result.exit_code, result.ended_at_ns) == ("operations", 0, 0)
    assert len(verdict(result)) == 3


def test_a_verdict_on_a_run_that_ended_before_the_grid_had_a_sample_says_where_it_stood():
    result = find("leaky").replay(grain=1, budget=Budget(operations=20_000))
    timers, memory, _ = verdict(result)

    assert result.summary["timers_at_end"] > 5_000
    assert result.series["t_ns"] == [0, result.ended_at_ns]
    assert timers.startswith(
        f"Timers: growing to the end: {result.summary['timers_at_end']:,} after"
    )
    assert memory.endswith(" are live, at 4.1 ms.")


@pytest.mark.parametrize("procs", [1, 2])
@every_loop
def test_a_seed_gives_the_same_result_byte_for_byte(name, procs):
    given = {"seed": 7, "procs": procs, "until": 3 * MILLISECOND}
    texts = {find(name).replay({"timeout": "1ms"}, **given).to_json() for _ in range(2)}

    assert len(texts) == 1
    assert json.loads(texts.pop())["seed"] == 7
