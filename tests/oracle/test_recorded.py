"""The model meets its targets on the recordings; `gosim verify --recorded` does them all."""

from __future__ import annotations

import pytest

from gosim.oracle.recorded import (
    SMALL,
    TARGETS,
    Run,
    compare,
    errors_between,
    load,
    name_of,
    verify,
    worst,
)

RECORDINGS = load()

QUICK = [r for r in RECORDINGS if r["kind"] == "leaky" and r["n"] == 100_000]


def test_every_kind_of_recording_is_there_and_has_a_name_of_its_own():
    kinds = {(r["kind"], r["held_out"]) for r in RECORDINGS}

    assert kinds == {(kind, held) for kind in ("leaky", "curve") for held in (True, False)}
    assert len({name_of(r) + str(r.get("total_ms")) for r in RECORDINGS}) == len(RECORDINGS)


@pytest.mark.parametrize("recording", QUICK, ids=name_of)
def test_a_short_leak_is_within_its_targets(recording):
    line = compare(recording)

    assert line.missed == [], line


@pytest.mark.slow
@pytest.mark.parametrize("procs", [1, 2])
def test_a_million_timers_are_within_their_targets(procs):
    wanted = ("leaky", "1.22.10", 10**6, procs, 100, None)
    keys = ("kind", "go", "n", "procs", "gogc", "limit")
    recording = next(r for r in RECORDINGS if tuple(r.get(key) for key in keys) == wanted)
    line = compare(recording)

    assert abs(line.errors["live"]) < 0.001, line
    assert line.errors["alloc_mean"] < TARGETS["alloc_mean"], line


def test_progress_is_told_and_the_worst_is_summed_up():
    told = []
    lines = list(verify(QUICK[:2], progress=lambda done, of: told.append((done, of))))

    assert told == [(1, 2), (2, 2)]
    mean, most, missed, by_chance = worst(lines)["heap_sys"]
    assert (mean <= most, missed, by_chance) == (True, 0, 0)


def test_the_nearest_run_counts_and_how_far_apart_real_runs_are_is_told():
    recording = next(r for r in QUICK if r["go"] == "1.22.10" and r["procs"] == 1)
    line = compare(recording)
    rss = [run[5] for run in recording["runs"]]

    assert line.apart["rss"] == pytest.approx(max(rss) / min(rss) - 1, rel=0.1)
    assert abs(line.errors["rss"]) < line.apart["rss"]
    assert line.by_chance("rss")


def test_two_runs_are_compared_in_what_both_have():
    one = Run(5, 110, 130, 90, growing={1: 9_900_000, 2: 10_000_000}, plateau=[10, 20])
    other = Run(4, 100, 130, 100, live=SMALL, growing={2: 12_500_000, 3: 1})

    expected = {"alloc_mean": 0.2, "alloc_max": 0.2, "heap_sys": 0.1, "sys": 0, "rss": -0.1}
    assert errors_between(one, other) == pytest.approx({**expected, "num_gc": 0.25})


def test_recordings_that_can_be_made_again_name_the_day_and_have_several_runs():
    again = [r for r in RECORDINGS if "recorded" in r]

    assert len(again) > 20
    assert all(len(r["more_rows"]) >= 2 and r["recorded"] >= "2026-11-24" for r in again)
