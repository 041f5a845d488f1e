"""What a run leaves behind is whole, in order, and the same each time."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gosim import go, make_chan, mark, recv, run, time
from gosim.record import facts
from gosim.record.recorder import Recorder
from gosim.record.result import BUDGETS, MEANING_OF_END, peak_of
from gosim.record.series import SAMPLES_MAX, Column, Series, step_for

# -- facts -----------------------------------------------------------------------------------------

KINDS = [kind for kind in vars(facts).values() if isinstance(kind, type) and kind.__doc__]
KINDS = [kind for kind in KINDS if issubclass(kind, facts.Fact)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_is_frozen_and_says_when_and_by_whom(kind):
    fact = kind(*range(len(fields(kind))))

    assert (fact.at, fact.goroutine) == (0, 1)
    with pytest.raises(FrozenInstanceError):
        fact.at = 5


def test_observers_hear_the_life_of_a_goroutine_in_order():
    heard, again = [], []

    def main():
        go(lambda: (yield time.Sleep(time.Second)))
        mark("here")
        yield recv(time.After(2 * time.Second))

    run(main, go="1.22", observers=[heard.append, again.append])
    names = [type(fact).__name__ for fact in heard if "Goroutine" in type(fact).__name__]

    assert heard == again
    assert names == [
        *("GoroutineStarted", "GoroutineParked", "GoroutineParked"),
        *("GoroutineReadied", "GoroutineEnded", "GoroutineReadied"),
    ]
    assert [fact.at for fact in heard] == sorted(fact.at for fact in heard)
    assert facts.Marked(0, 1, "here") in heard


def test_an_observer_changes_nothing():
    def main():
        go(lambda: (yield time.Sleep(time.Second)))
        yield recv(time.After(2 * time.Second))

    def text(observers):
        return run(main, costs="go", observers=observers).to_json()

    assert text([]) == text([lambda fact: None])


# -- series ----------------------------------------------------------------------------------------


@given(count=st.integers(0, 3 * SAMPLES_MAX))
def test_an_adaptive_series_keeps_its_grid_and_its_size(count):
    series = Series({"n": Column("", "")}, step=1, adaptive=True)
    t = 0
    for _ in range(count):
        series.sample(t, [t])
        t = (t // series.step + 1) * series.step

    assert len(series["t_ns"]) <= SAMPLES_MAX
    assert series["t_ns"] == series["n"]
    assert series["t_ns"] == list(range(0, len(series["t_ns"]) * series.step, series.step))


@given(until=st.integers(1, 10**18))
def test_a_step_is_round_and_gives_some_hundred_samples(until):
    step = step_for(until)

    assert str(step).rstrip("0") in ("1", "2", "5")
    assert until <= 720 * step
    assert step == 1 or until > 200 * step


def test_a_sample_of_the_wrong_width_is_refused():
    series = Series({"n": Column("", "")}, step=1)

    with pytest.raises(ValueError, match="argument"):
        series.sample(0, [1, 2])


def test_a_recorder_reads_its_gauges_on_the_grid():
    recorder = Recorder(until=None, sample=10)
    values = iter([5, 6, 7])
    recorder.gauge("n", "", "", lambda: next(values))
    recorder.begin()

    assert [recorder.sample(t) for t in (0, 10, 23)] == [10, 20, 30]
    assert dict(recorder.series) == {"t_ns": [0, 10, 23], "n": [5, 6, 7]}


def test_a_sample_shows_the_state_before_what_happens_at_its_instant():
    def main():
        yield time.Sleep(time.Second)
        go(lambda: (yield recv(None)))
        yield time.Sleep(time.Second)

    series = run(main, sample=time.Second // 2).series

    assert series["t_ns"][:4] == [n * time.Second // 2 for n in range(4)]
    assert series["goroutines"][:4] == [0, 1, 1, 2]


# -- results ---------------------------------------------------------------------------------------


def a_result():
    def main():
        mark("timeout")
        make_chan(int)
        yield time.Sleep(time.Second)

    return run(main, go="1.22", sample=time.Second // 4)


def test_a_result_becomes_json_that_says_everything():
    result = a_result()
    read = json.loads(result.to_json())

    assert {"go", "procs", "seed", "exit_code", "stdout", "ended_at_ns", "why_ended"} <= read.keys()
    assert {"t_ns", "timers", "zombies", "goroutines", "heap_objects", "heap_live_bytes"} <= read[
        "series"
    ].keys()
    assert read["series"].keys() == read["units"].keys()
    assert len({len(column) for column in read["series"].values()}) == 1
    assert read["marks"] == [{"t_ns": 0, "label": "timeout", "weight": 1}]
    assert result.to_json() == a_result().to_json()


def test_a_result_becomes_csv_with_a_line_for_each_sample():
    result = a_result()
    header, *rows = csv.reader(io.StringIO(result.to_csv()))

    assert header == list(result.series)
    assert [[int(cell) for cell in row] for row in rows] == [
        list(row) for row in zip(*result.series.values(), strict=True)
    ]


def test_a_peak_is_the_first_of_the_greatest():
    series = Series({"n": Column("", "")}, step=1)
    assert peak_of(series, "n") == (0, 0)
    for t, n in enumerate([1, 3, 3, 2]):
        series.sample(t, [n])

    assert peak_of(series, "n") == (3, 1)


def test_every_end_has_a_meaning():
    assert MEANING_OF_END.keys() >= BUDGETS | {"exit", "until", "panic", "fatal error", "deadlock"}


def test_a_result_can_be_named():
    named = a_result().named("leaky", {"rate": 1000})

    assert (named.scenario, named.parameters) == ("leaky", {"rate": 1000})
    assert json.loads(named.to_json())["parameters"] == {"rate": 1000}
