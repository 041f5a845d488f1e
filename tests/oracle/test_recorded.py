"""The model meets its targets on the recordings; `gosim verify --recorded` does them all."""

from __future__ import annotations

import pytest

from gosim.oracle.recorded import TARGETS, compare, load, name_of, nearest, verify, worst

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
    (recording,) = [r for r in RECORDINGS if tuple(r.get(key) for key in keys) == wanted]
    line = compare(recording)

    assert abs(line.errors["live"]) < 0.001, line
    assert line.errors["alloc_mean"] < TARGETS["alloc_mean"], line


def test_progress_is_told_and_the_worst_is_summed_up():
    told = []
    lines = list(verify(QUICK[:2], progress=lambda done, of: told.append((done, of))))

    assert told == [(1, 2), (2, 2)]
    mean, most, missed = worst(lines)["heap_sys"]
    assert (mean <= most, missed) == (True, 0)


def test_the_nearest_run_counts():
    assert nearest(105, [100, 104, 200]) == pytest.approx(105 / 104 - 1)
