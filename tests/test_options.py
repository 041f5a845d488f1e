"""What a caller in Python passes is read as it was meant, or refused with what to write."""

from __future__ import annotations

import pytest

from gosim import DEFAULT, UsageError, run, time
from gosim.golang.run import run_go
from gosim.scenarios import find
from gosim.units import SECOND


def sleeper():
    yield time.Sleep(10 * time.Second)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"go": 1.22}, 'go=1.22 is not text; write go="1.22"'),
        ({"gomod": 1.21}, 'gomod=1.21 is not text; write gomod="1.22"'),
        ({"go": "1.022"}, "'1.022' is not a Go version; write it like 1.22"),
        ({"godebug": "asynctimerchan=1"}, 'write godebug={"asynctimerchan": 1}'),
        ({"godebug": {"asynctimerchan": "1"}}, "is not a whole number"),
        ({"seed": "x"}, "seed='x' is not a whole number"),
        ({"procs": "2"}, "procs='2' is not a whole number"),
        ({"until": 1.5}, 'until=1.5 is not a duration; write until="5s"'),
        ({"until": "soon"}, "'soon' is not a duration"),
        ({"sample": []}, "sample=[] is not a duration"),
        ({"memory_limit": -1}, "memory_limit=-1 is not a size"),
        ({"memory_limit": "lots"}, "'lots' is not a size; write it as GOMEMLIMIT does"),
        ({"gogc": -5}, "gogc=-5 makes no sense; write gogc=100; None is off"),
        ({"gogc": "100"}, "gogc='100' makes no sense"),
    ],
)
@pytest.mark.parametrize(
    ("runner", "program"), [(run, sleeper), (run_go, "package main\n\nfunc main() {}\n")]
)
def test_a_natural_mistake_is_refused_with_what_to_write(options, words, runner, program):
    with pytest.raises(UsageError) as refused:
        runner(program, **options)

    assert words in str(refused.value)


def test_what_is_not_a_function_is_refused_with_what_runs_it():
    with pytest.raises(UsageError, match="'leaky' is not a function") as refused:
        run("leaky")

    assert "gosim.scenarios.find(name).replay()" in refused.value.try_this


def test_durations_and_sizes_may_be_text():
    result = run(sleeper, until="5s", sample="1s", memory_limit="64MiB")

    assert result.ended_at_ns == 5 * SECOND
    assert result.series["t_ns"][:2] == [0, SECOND]
    assert find("timeout").replay(until="500ms", sample="100ms").ended_at_ns == SECOND // 2


def test_gogc_may_be_0_and_a_limit_may_be_off():
    assert run(sleeper, gogc=0, memory_limit="off").exit_code == 0


def test_default_has_a_doc_of_its_own():
    assert DEFAULT == -1
    assert DEFAULT.__doc__.startswith("The number of a select's default case")


def test_the_repr_of_a_result_is_short_and_the_same_each_time():
    one, other = repr(run(sleeper, until="5s")), repr(run(sleeper, until="5s"))

    assert one == other
    assert one.startswith("<Result of program on Go 1.22: ")
    assert one.endswith("samples, the time asked for was over at 0:05, exit code 0>")
    assert "<Result of timeout on Go 1.22: " in repr(find("timeout").replay())
