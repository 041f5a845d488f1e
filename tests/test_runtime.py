"""A run takes sensible wishes, refuses the others with advice, and repeats itself."""

from __future__ import annotations

import gc

import pytest

from gosim import Budget, UsageError, coarse, fmt, run, time


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({"procs": 0}, "1 to 1024"),
        ({"procs": 1025}, "1 to 1024"),
        ({"costs": "cheap"}, '"go" or "free"'),
        ({"grain": 0}, "auto"),
        ({"grain": "coarse"}, "auto"),
        ({"grain": 1.5}, "auto"),
        ({"until": 0}, "10m"),
        ({"until": -1}, "10m"),
        ({"sample": 0}, "1s"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused_with_advice(options, advice):
    with pytest.raises(UsageError) as refused:
        run(lambda: None, **options)

    assert advice in refused.value.try_this


def test_a_program_may_have_arguments():
    def program(name, count):
        yield time.Sleep(count)
        fmt.Println(name)

    result = run(program, "gopher", 5)

    assert (result.stdout, result.ended_at_ns) == ("gopher\n", 5)


def test_until_goes_before_that_of_the_budget():
    def program():
        yield time.Sleep(time.Hour)

    assert run(program, budget=Budget(until=5)).ended_at_ns == 5
    assert run(program, until=7, budget=Budget(until=5)).ended_at_ns == 7


@pytest.mark.parametrize("procs", [1, 2])
def test_with_grain_k_a_coarse_pass_stands_for_k(procs):
    def program(passes):
        coarse()
        for _ in range(passes):
            time.After(time.Hour)
            yield time.Sleep(0)

    fine = run(program, 64_000, grain=1, costs="go", procs=procs)
    coarser = run(program, 1000, grain=64, costs="go", procs=procs)

    assert fine.summary["timers_made"] == 64_000
    assert coarser.summary["timers_made"] == pytest.approx(64_000, rel=0.02)
    assert coarser.ended_at_ns == pytest.approx(fine.ended_at_ns, rel=0.02)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_cycle_collector_of_python_is_left_as_it_was(enabled):
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        run(lambda: None)
        with pytest.raises(ZeroDivisionError):
            run(lambda: 1 / 0)
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()


def test_a_result_tells_how_it_was_made():
    result = run(lambda: None, go="1.24", gomod="1.22", procs=3, seed=9, costs="go")

    assert (result.go, result.procs, result.seed, result.costs) == ("1.24", 3, 9, "go")
    assert result.version == "Go 1.24 (go.mod 1.22, asynctimerchan=1)"
    assert "timers_p2" in result.series
