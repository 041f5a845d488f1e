from __future__ import annotations

import pytest

from gosim.cli import exit_code
from gosim.errors import UsageError
from gosim.golang.errors import CompileError
from gosim.record.verdict import verdict
from gosim.scenarios import SCENARIOS, find, program
from gosim.units import SECOND

FAST = {"rate": "100", "timeout": "3s"}
FAMILY = [name for name in SCENARIOS if not name.startswith("article") and name != "timeout"]


def replay(name, go="1.22", **settings):
    return SCENARIOS[name].replay({**FAST, **settings}, go=go, until=8 * SECOND, sample=SECOND)


@pytest.mark.parametrize("name", FAMILY)
def test_the_family_has_the_same_parameters(name):
    assert list(SCENARIOS[name].parameters) == ["rate", "timeout", "messages", "stop"]


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_scenario_says_what_to_look_for(name):
    assert SCENARIOS[name].title
    assert len(SCENARIOS[name].look_for) > 40


@pytest.mark.parametrize(
    ("name", "go", "most"),
    [
        ("leaky", "1.13", 301),
        ("leaky", "1.22", 301),
        ("leaky", "1.23", 2),
        ("newtimer", "1.22", 2),
        ("reset", "1.22", 2),
        ("reset", "1.23", 2),
        ("newtimer-stop", "1.22", 2),
        ("ticker", "1.22", 2),
        ("tick", "1.22", 801),
        ("tick", "1.23", 2),
        ("afterfunc", "1.22", 301),
        ("afterfunc", "1.23", 301),
        ("afterfunc-stop", "1.22", 2),
        ("context", "1.22", 301),
        ("context", "1.23", 301),
        ("context-cancel", "1.23", 2),
    ],
)
def test_the_heap_holds_what_each_program_leaves_in_it(name, go, most):
    """The rate is 100 a second and the timeout 3 s: a leak keeps 300, Tick all of 8 s."""
    result = replay(name, go)
    assert most - 3 <= result.summary["timers_max"] <= most + 1


def test_the_fix_as_printed_fires_once_and_falsely():
    result = replay("newtimer")
    assert [(t // SECOND, label) for t, label, _ in result.marks] == [(3, "false timeout")]
    assert "it is a deadline for the whole loop" in verdict(result)[2]


def test_a_reset_timer_fires_after_a_real_silence():
    result = replay("reset", stop="2s")
    assert [(t // SECOND, label) for t, label, _ in result.marks] == [(5, "timeout")]


def test_a_program_ends_after_as_many_messages():
    result = replay("leaky", messages="50")
    assert result.why_ended == "exit"
    assert result.summary["timers_made"] >= 50


def test_the_article_is_replayed_as_printed():
    result = SCENARIOS["article-timeout"].replay()
    assert result.stdout.startswith("煎鱼出去了")
    assert [label for _, label, _ in result.marks] == ["timeout"]
    leaky = SCENARIOS["article-leaky"].replay(until=SECOND // 100)
    assert leaky.summary["timers_max"] > 10_000


def test_grains_agree_on_the_article():
    exact, coarse = (
        SCENARIOS["article-leaky"].replay(until=SECOND // 20, grain=grain) for grain in (1, 64)
    )
    difference = exact.summary["timers_max"] - coarse.summary["timers_max"]
    assert abs(difference) <= 11 * 64  # What the channel holds and who waits at it.


PROGRAM = """package main

import "fmt"

const greeting = "hello"

var times, loud = 2, false

func main() {
	for i := 0; i < times; i++ {
		fmt.Println(greeting, name, loud)
	}
}
"""


@pytest.fixture
def files(tmp_path):
    one, other = tmp_path / "one.go", tmp_path / "other.go"
    one.write_text(PROGRAM)
    other.write_text('package main\n\nvar name = "you"\n')
    return [str(one), str(other)]


def test_a_program_in_several_files_runs_with_other_values(files, capsys):
    settings = ["--set", "times=1", "--set", "name=me", "--set", "loud=true"]
    assert exit_code(["run", *files, "-q", *settings]) == 0
    assert capsys.readouterr().out == "hello me true\n"


def test_a_setting_that_there_is_not_is_refused(files):
    with pytest.raises(UsageError, match="no parameter 'rate'"):
        program(files).replay({"rate": "5"})


def test_an_error_is_said_as_the_compiler_does(files, capsys):
    assert exit_code(["run", files[0]]) == 64
    assert capsys.readouterr().err == "./one.go:11:25: undefined: name\n"


def test_an_unknown_directive_is_refused(tmp_path):
    path = tmp_path / "prog.go"
    path.write_text("//gosim:fast\npackage main\n\nfunc main() {}\n")
    with pytest.raises(CompileError, match="unknown directive"):
        program([str(path)]).replay()


@pytest.mark.parametrize("name", ["leak", "nothing.go"])
def test_what_there_is_not_is_refused(name):
    with pytest.raises(UsageError):
        find(name)
