"""Programs about channels, select, scheduler and sync do what they were seen to do in real Go."""

import json
import re
from pathlib import Path

import pytest

from gosim.golang.errors import CompileError
from gosim.golang.run import run_go
from gosim.kernel import Budget

GOLDEN = Path(__file__).parents[1] / "golden" / "chan_assertions.json"
ASSERTIONS = json.loads(GOLDEN.read_text())["assertions"]
FOUR_SECONDS = 4_000_000_000

LEFT_OUT = {"SC50": "runtime/pprof is not modelled"}

QUICK = ("1.22", "1.27")
"""The versions of a default run; the others run in the gate."""

CASES = [
    pytest.param(
        assertion,
        expected,
        version,
        id=f"{assertion['id']}-{version}",
        marks=[] if version.startswith(QUICK) else pytest.mark.go,
    )
    for assertion in ASSERTIONS
    if assertion["id"] not in LEFT_OUT
    for expected in assertion["expected"]
    for version in expected["versions"]
]


def head(stderr):
    """Return the first lines, up to the header of the first goroutine."""
    found = re.search(r"^goroutine \d+ \[.*\]:$", stderr, re.MULTILINE)
    text = stderr[: found.end()] if found else stderr
    text = re.sub(r"0x[0-9a-f]+", "0x?", text)
    return re.sub(r"goroutine (?!1 )\d+ ", "goroutine N ", text).strip()


def run(source, version, timeout):
    return run_go(
        source, go=version, until=FOUR_SECONDS if timeout else None, budget=Budget(wall_s=30)
    )


@pytest.mark.parametrize(("assertion", "expected", "version"), CASES)
def test_a_program_does_what_it_does_in_real_go(assertion, expected, version):
    if "build_error" in expected:
        with pytest.raises(CompileError) as raised:
            run_go(assertion["source"], go=version)
        wanted = expected["build_error"].splitlines()[-1].partition(": ")[2]
        assert wanted in str(raised.value)
        return
    timeout = expected["exit"] == "timeout"

    result = run(assertion["source"], version, timeout)

    assert result.stdout == expected["stdout"]
    if timeout:
        assert result.why_ended in ("until", "asleep")
    else:
        assert result.exit_code == expected["exit"]
    if "stderr_head" in expected:
        assert head(result.stderr) == expected["stderr_head"].strip()
