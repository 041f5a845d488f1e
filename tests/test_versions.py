"""A Go version is one value: what its toolchain, go.mod and GODEBUG make of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gosim import GoVersion, UsageError, cap, fmt, run, time
from gosim.golang.run import run_go

GOLDEN = Path(__file__).parent / "golden" / "chan" / "assertions.json"
MATRIX = json.loads(GOLDEN.read_text(encoding="utf-8"))["go_line_matrix"]["timer_cap"]
MODERN = ["1.23", "1.24", "1.25", "1.26"]


@pytest.mark.parametrize(
    ("toolchain", "line", "timer_cap"),
    [(go, line, value) for go, lines in MATRIX.items() for line, value in lines.items()],
)
def test_the_go_line_decides_as_it_did_in_go(toolchain, line, timer_cap):
    def main():
        fmt.Println(cap(time.NewTimer(time.Second).C))

    assert run(main, go=toolchain, gomod=line).stdout == timer_cap + "\n"


PANIC_NIL = """package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	panic(nil)
}
"""


@pytest.mark.parametrize(
    ("go", "gomod", "recovered"),
    [
        ("1.22", "1.19", "<nil>"),
        ("1.22", "1.20", "<nil>"),
        ("1.22", "1.21", "panic called with nil argument"),
        ("1.27", "1.20", "<nil>"),
        ("1.27", "1.21", "runtime error: panic called with nil argument"),
    ],
)
def test_the_go_line_decides_what_panic_of_nil_is(go, gomod, recovered):
    assert run_go(PANIC_NIL, go=go, gomod=gomod).stdout == f"recovered {recovered}\n"


SEED = """package main

import (
	"fmt"
	"math/rand"
)

func main() {
	rand.Seed(1)
	fmt.Println(rand.Intn(100), rand.Intn(1000))
}
"""


@pytest.mark.parametrize(("go", "gomod"), [("1.22", None), ("1.24", "1.22"), ("1.27", "1.23")])
def test_the_go_line_decides_whether_a_seed_counts(go, gomod):
    assert run_go(SEED, go=go, gomod=gomod).stdout == "81 887\n"


def test_a_seed_counts_no_more_from_1_24_on():
    assert run_go(SEED, go="1.24").stdout != "81 887\n"


@pytest.mark.parametrize("go", MODERN)
@pytest.mark.parametrize(
    ("gomod", "asked", "in_force"),
    [
        (None, None, 0),
        ("1.21", None, 1),
        ("1.22", None, 1),
        ("1.23", None, 0),
        ("1.23", 1, 1),
        ("1.23", 2, 2),
        ("1.23", 0, 0),
        ("1.22", 0, 0),
        ("1.22", 1, 1),
    ],
)
def test_asynctimerchan_from_1_23_to_1_26(go, gomod, asked, in_force):
    godebug = {} if asked is None else {"asynctimerchan": asked}

    assert GoVersion.resolve(go, gomod, godebug).asynctimerchan == in_force


@pytest.mark.parametrize("go", ["1.9", "1.13", "1.19", "1.22"])
@pytest.mark.parametrize("asked", [None, 0, 1, 2])
def test_before_1_23_the_setting_means_nothing(go, asked):
    godebug = {} if asked is None else {"asynctimerchan": asked}

    assert GoVersion.resolve(go, godebug=godebug).asynctimerchan == 1


@pytest.mark.parametrize("gomod", [None, "1.17", "1.22", "1.23", "1.27"])
def test_1_27_has_only_the_new_timers(gomod):
    assert GoVersion.resolve("1.27", gomod).asynctimerchan == 0
    assert GoVersion.resolve("1.27", gomod, {"asynctimerchan": 0}).asynctimerchan == 0


@pytest.mark.parametrize(
    ("settings", "what", "try_this"),
    [
        ({"go": "1.22", "gomod": "1.23"}, "newer than the toolchain 1.22", "1.22"),
        ({"go": "1.10", "gomod": "1.10"}, "does not read go.mod", "1.11"),
        ({"go": "1.27", "godebug": {"asynctimerchan": 1}}, "removed GODEBUG", "1.23 to 1.26"),
        ({"go": "1.27", "godebug": {"asynctimerchan": 2}}, "removed GODEBUG", "1.23 to 1.26"),
        ({"go": "1.24", "godebug": {"asynctimerchan": 3}}, "means nothing", "0, 1 or 2"),
        ({"go": "1.24", "godebug": {"gctrace": 1}}, "gctrace is not modelled", "asynctimerchan"),
        ({"go": "1.28"}, "1.28 is not modelled", "1.27"),
        ({"go": "1.4"}, "1.4 is not modelled", "1.5"),
        ({"go": "2.0"}, "2.0 is not modelled", "1.27"),
        ({"go": "tip"}, "'tip' is not a Go version", "1.22"),
        ({"go": ""}, "'' is not a Go version", "1.22"),
        ({"go": "1.22", "gomod": "x"}, "go line of go.mod", "1.22"),
    ],
)
def test_what_go_refuses_is_refused_with_advice(settings, what, try_this):
    with pytest.raises(UsageError) as refused:
        run(lambda: None, **settings)

    assert what in refused.value.what
    assert try_this in refused.value.try_this
    assert str(refused.value) == f"{refused.value.what}; {refused.value.try_this}"


@pytest.mark.parametrize("spelling", ["1.22.10", "go1.22.10"])
def test_a_version_may_be_written_as_go_prints_it(spelling):
    version = GoVersion.resolve(spelling)

    assert (version.name, version.minor, version.patch) == ("1.22.10", 22, 10)


@pytest.mark.parametrize(
    ("go", "era"),
    [
        *[(f"1.{minor}", "go1_10") for minor in range(5, 14)],
        *[(f"1.{minor}", "go1_14") for minor in range(14, 23)],
        *[(f"1.{minor}", "go1_23") for minor in range(23, 28)],
    ],
)
def test_every_version_belongs_to_an_era(go, era):
    assert GoVersion.resolve(go).era == era


@pytest.mark.parametrize(
    ("go", "attribute", "value"),
    [
        ("1.9", "timer_buckets", 1),
        ("1.10", "timer_buckets", 64),
        ("1.14.5", "reset_is_stop_and_start", True),
        ("1.14.6", "reset_is_stop_and_start", False),
        ("1.16.6", "counts_adjust_timers", True),
        ("1.16.7", "counts_adjust_timers", False),
        ("1.16.8", "adjust_backs_up", False),
        ("1.16.9", "adjust_backs_up", True),
        ("1.17", "adjust_backs_up", True),
        ("1.17.1", "adjust_backs_up", False),
        ("1.18.4", "clears_when_empty", False),
        ("1.18.5", "clears_when_empty", True),
        ("1.19", "clears_when_empty", True),
    ],
)
def test_a_change_begins_with_a_patch_release(go, attribute, value):
    assert getattr(GoVersion.resolve(go), attribute) == value


def test_a_version_tells_what_it_is():
    assert str(GoVersion.resolve("1.22")) == "Go 1.22"
    assert str(GoVersion.resolve("1.24", "1.22")) == "Go 1.24 (go.mod 1.22, asynctimerchan=1)"
