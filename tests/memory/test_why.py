"""Who keeps what: the variables, the waiting goroutines and the heaps that really refer to it."""

from __future__ import annotations

import pytest

from gosim import go, make_chan, recv, run, select, time
from gosim.golang.run import run_go
from gosim.memory.why import render
from gosim.scenarios import find
from gosim.units import MINUTE, SECOND

KEEPS_ALL = """package main

import "time"

var all []*time.Timer

func main() {
	for i := 0; i < 1000; i++ {
		all = append(all, time.NewTimer(time.Hour))
	}
	time.Sleep(5 * time.Minute)
}
"""

FORGOTTEN = "the program has forgotten them."


def why(text, go="1.22"):
    return render(run_go(text, go=go, until=MINUTE).snapshot)


@pytest.mark.parametrize(
    ("name", "variable"), [("newtimer", "timer"), ("reset", "timer"), ("ticker", "ticker")]
)
def test_a_timer_in_a_variable_is_not_forgotten(name, variable):
    told = render(find(name).replay({"rate": "1000"}, until=2 * SECOND).snapshot)

    assert told.endswith(f"The variable {variable} of main.main refers to it.")


@pytest.mark.parametrize("version", ["1.13", "1.22"])
def test_timers_in_a_package_variable_are_not_forgotten(version):
    told = why(KEEPS_ALL, version)

    assert "a heap of 1,001 timers" in told
    assert told.endswith("The package variable all refers to all of them.")


def test_what_no_heap_keeps_is_shown_under_the_variable_that_does():
    root, *links = why(KEEPS_ALL, "1.23").split("\n\n")[1].split("\n")

    assert root == "the package variable all"
    assert [link.split("  ")[0] for link in links] == [
        "├─ runtime.timeTimer",
        "├─ runtime.hchan",
        "├─ [1]time.Time",
        "└─ []*time.Timer (prog.go:9)",
    ]


@pytest.mark.parametrize("version", ["1.13", "1.22", "1.23"])
def test_a_select_that_waits_refers_to_its_timer(version):
    body = "ch := make(chan int)\nselect {\ncase <-ch:\ncase <-time.After(time.Hour):\n}"
    told = why(f'package main\n\nimport "time"\n\nfunc main() {{\n{body}\n}}\n', version)

    assert "A goroutine of main.main (prog.go:7) that waits [select] refers to it." in told
    assert FORGOTTEN not in told


@pytest.mark.parametrize("version", ["1.13", "1.22"])
def test_all_but_the_timer_that_is_waited_for_are_forgotten(version):
    told = render(find("leaky").replay({"rate": "1000"}, go=version, until=2 * SECOND).snapshot)

    assert "that waits [select] refers to 1.\nNothing else refers to the other" in told
    assert told.endswith(FORGOTTEN)


def test_the_channel_of_a_tick_keeps_its_ticker_company():
    body = "tick := time.Tick(time.Hour)\nfor range tick {\n}"
    told = why(f'package main\n\nimport "time"\n\nfunc main() {{\n{body}\n}}\n')

    assert told.endswith("The variable tick of main.main refers to it.")


def test_a_closure_has_the_variable_that_it_captured():
    body = "timer := time.NewTimer(time.Hour)\nwait := func() { <-timer.C }\nwait()"
    told = why(f'package main\n\nimport "time"\n\nfunc main() {{\n{body}\n}}\n')

    assert "The variable timer of main.main" in told or "The variable wait of main.main" in told
    assert FORGOTTEN not in told


def test_a_sleeping_goroutine_is_said_to_sleep():
    told = why('package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Hour) }\n')

    assert "a heap of 1 timer, in an array" in told
    assert told.endswith(
        "A goroutine sleeps: a timer stays in the heap until it is time to wake up."
    )


def test_goroutines_written_in_python_have_variables_too():
    def main():
        ch = make_chan(int)
        timer = time.NewTimer(time.Hour)
        yield select(recv(ch), recv(timer.C))

    assert "The variable timer of main refers to it." in render(run(main, until=SECOND).snapshot)


def test_several_holders_are_named_with_what_each_keeps():
    def holder(timers):
        yield time.Sleep(time.Hour)
        print(timers)

    def main():
        mine = [time.NewTimer(time.Hour) for _ in range(3)]
        go(holder, [time.NewTimer(time.Hour) for _ in range(5)])
        yield time.Sleep(time.Hour)
        print(mine)

    told = render(run(main, until=SECOND).snapshot)

    assert (
        "The variable timers of holder refers to 5,\nthe variable mine of main refers to 3" in told
    )
    assert FORGOTTEN not in told


def test_where_the_walk_ended_nothing_is_said_to_be_forgotten(monkeypatch):
    monkeypatch.setattr("gosim.memory.roots.VISITS_MAX", 500)

    for version in ("1.22", "1.23"):
        told = why(KEEPS_ALL, version)
        assert FORGOTTEN not in told
        assert "at least" in told or "\nvariables and goroutines\n" in told
