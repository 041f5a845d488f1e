"""Labels say what tells runs apart, the caption what they have in common."""

from __future__ import annotations

import pytest
from recordings import leaky, newtimer, recording, reset

from gosim.errors import UsageError
from gosim.plots.lines import caption_of, companions, labels_of, panel_of
from gosim.units import MINUTE, SECOND


def test_scenarios_of_one_version_are_named_by_scenario():
    assert labels_of([leaky(), newtimer(), reset()]) == ["leaky", "newtimer", "reset"]


def test_versions_of_one_scenario_are_named_by_version():
    versions = [leaky(version=f"Go 1.{minor}") for minor in (13, 22, 23)]

    assert labels_of(versions) == ["Go 1.13", "Go 1.22", "Go 1.23"]


def test_scenarios_of_several_versions_have_both_in_their_names():
    runs = [leaky(version="Go 1.13"), reset(version="Go 1.22")]

    assert labels_of(runs) == ["leaky, Go 1.13", "reset, Go 1.22"]


def test_a_label_says_no_more_than_it_must():
    fast, slow = leaky(), leaky(seed=2).named("leaky", {"rate": 1000, "timeout": MINUTE})

    assert labels_of([fast, slow, reset()]) == ["leaky, rate free", "leaky, rate 1000", "reset"]
    assert labels_of([leaky(), leaky(seed=2)]) == ["leaky, seed 1", "leaky, seed 2"]
    assert labels_of([leaky(), leaky()]) == ["leaky #1", "leaky #2"]
    assert labels_of([recording([0], scenario="")]) == ["program"]


def test_a_caption_has_version_seed_grain_and_costs():
    assert caption_of([leaky(), reset()]) == [
        "Go 1.22",
        "1 processor",
        "free-running producer",
        "timeout 3m0s",
        "seed 1",
        "costs as in Go",
        "grain 1 (exact)",
    ]


def test_a_caption_does_not_say_what_differs():
    caption = caption_of([leaky(), leaky(version="Go 1.23")])

    assert caption[0] == "leaky"
    assert "Go 1.22" not in caption


def test_a_caption_tells_the_coarsest_grain():
    coarse = recording([0, 0], grain=[1, 8192], parameters={"rate": 1000}, costs="free")

    assert caption_of([coarse])[-2:] == [
        "only waiting takes time",
        "grain auto, one pass stands for up to 8,192",
    ]
    assert "1,000 messages a second" in caption_of([coarse])


def test_a_line_says_what_it_came_to_and_how_it_ended():
    dead = recording([0, 3], why_ended="deadlock", ended_at_ns=2 * SECOND)
    short = recording([0, 3])
    panel = panel_of([leaky(), dead, short, recording([0] * 360)], ["a", "b", "c", "d"], "timers")

    assert [line.says for line in panel.lines] == [
        "at most 360 million",
        "at most 3, deadlocked at 2 s",
        "at most 3, ended at 2 s",
        "0 all the time",
    ]


def test_lines_that_lie_on_each_other_are_companions():
    panel = panel_of([leaky(), newtimer(), reset(), leaky()], list("abcd"), "timers")

    assert companions(panel) == [[0, 3], [1, 2]]


def test_an_unknown_column_is_refused():
    with pytest.raises(UsageError, match=r"there is no column 'timer'.*there are timers, zombies"):
        panel_of([leaky()], ["leaky"], "timer")
