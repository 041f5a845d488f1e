"""The top of a profile is printed as `go tool pprof -top` prints it."""

from __future__ import annotations

import subprocess

import pytest

from gosim.golang.run import run_go
from gosim.memory import heapprofile
from gosim.memory.profiletop import scaled, share, top

LEAK = """
package main

import "time"

func main() {
	for i := 0; i < %d; i++ {
		time.After(time.Hour)
	}
}
"""


def snapshot_of(timers, go="1.22"):
    return run_go(LEAK % timers, go=go).snapshot


def test_the_leaf_is_blamed_and_its_callers_have_all_of_it_below_them():
    assert top(snapshot_of(20_000)).splitlines() == [
        "Type: inuse_space",
        "Showing nodes accounting for 4090.25kB, 100% of 4090.25kB total",
        "      flat  flat%   sum%        cum   cum%",
        " 3906.25kB 95.50% 95.50%  4090.25kB   100%  time.NewTimer",
        "     184kB  4.50%   100%      184kB  4.50%  time.startTimer",
        "         0     0%   100%  4090.25kB   100%  main.main",
        "         0     0%   100%  4090.25kB   100%  runtime.main",
        "         0     0%   100%  4090.25kB   100%  time.After (inline)",
    ]


def test_a_profile_without_anything_in_use_has_a_head_and_no_lines():
    assert top(snapshot_of(20_000, "1.23")).count("\n") == 3


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(0, "MB", "0"), (1024, "kB", "1kB"), (1536, "kB", "1.50kB"), (200, "B", "200B")],
)
def test_a_size_has_two_decimals_unless_they_are_zero(value, unit, text):
    assert scaled(value, unit) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "    0%"), (3, " 0.03%"), (150, " 1.50%"), (9_996, "  100%")]
)
def test_a_share_has_three_digits(value, text):
    assert share(value, 10_000) == text


@pytest.mark.go
@pytest.mark.parametrize("timers", [20, 3_000, 20_000, 500_000])
def test_go_tool_pprof_prints_the_same_lines(timers, goroots, tmp_path):
    snapshot = snapshot_of(timers)
    file = tmp_path / "heap.pb.gz"
    file.write_bytes(heapprofile.encode(snapshot))
    for goroot in goroots.values():
        command = [goroot / "bin" / "go", "tool", "pprof", "-top", file]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        printed = [line for line in done.stdout.splitlines() if not line.startswith("File:")]

        assert printed == top(snapshot).splitlines()
