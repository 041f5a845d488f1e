"""--set gives a constant or variable another value of its own kind, and says what that is."""

from __future__ import annotations

import pytest

from gosim.errors import UsageError
from gosim.golang.run import run_go

PROGRAM = """package main

import (
	"os"
	"time"
)

type level int

const n = 3
const half = n * 0.5
const (
	first = iota
	second
)

var (
	on          = true
	name        = "x"
	pause       = 5 * time.Millisecond
	later       time.Duration
	list        = []int{1, 2}
	table       = map[string]int{}
	low         = level(3)
	high  level = 4
	args        = len(os.Args)
	start       = time.Now()
)

func main() {
	println(n, half, first, second, on, name, pause, later, len(list), low, high, args)
	_, _ = table, start
}
"""
SETTABLE = "there are: n, half, first, second, on, name, pause, later, low, high"


@pytest.mark.parametrize(
    ("name", "text", "printed"),
    [
        ("n", "7", "7 "),
        ("half", "2.5", "3 +2.500000e+000 "),
        ("second", "9", " 0 9 "),
        ("on", "false", " false "),
        ("name", "hello", " hello "),
        ("pause", "1s", " 1000000000 "),
        ("pause", "7", " 7 "),
        ("later", "2us", " 2000 "),
        ("low", "8", " 8 4 "),
        ("high", "8", " 3 8 "),
    ],
)
def test_a_name_takes_a_value_of_its_kind(name, text, printed):
    assert printed in run_go(PROGRAM, set={name: text}).stderr


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("n", "abc", "n: 'abc' is not a whole number; write one such as 3"),
        ("n", "2.5", "n: '2.5' is not a whole number"),
        ("n", "5s", "n: '5s' is not a whole number"),
        ("half", "x", "half: 'x' is not a number; write one such as 0.5"),
        ("on", "maybe", "on: 'maybe' is not true or false"),
        ("on", "1", "on: '1' is not true or false"),
        ("pause", "soon", "pause: 'soon' is not a duration; write it as Go does"),
        ("later", "1.5", "later: '1.5' is not a duration"),
        ("low", "x", "low: 'x' is not a whole number"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_the_kind_that_it_must_be(name, text, what):
    with pytest.raises(UsageError) as error:
        run_go(PROGRAM, set={name: text})

    assert str(error.value).startswith(what)


@pytest.mark.parametrize("name", ["list", "table", "args", "start"])
def test_what_cannot_be_set_is_refused_and_not_offered(name):
    with pytest.raises(UsageError) as error:
        run_go(PROGRAM, set={name: "1"})

    assert error.value.what.startswith(f"{name} cannot be set")
    assert error.value.try_this == SETTABLE


def test_a_name_that_there_is_not_is_answered_with_those_that_can_be_set():
    with pytest.raises(UsageError, match="no parameter 'zz' here") as error:
        run_go(PROGRAM, set={"zz": "1"})

    assert error.value.try_this == SETTABLE
