"""What real Go printed, the same program prints here: on every version, to the last letter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from go_programs import (
    NEEDS_GO,
    PROGRAMS,
    channels,  # noqa: F401  they register what they hold
    locks,  # noqa: F401
    scheduling,  # noqa: F401
    selects,  # noqa: F401
    timing,  # noqa: F401
)

from gosim import run

GOLDEN = Path(__file__).parents[1] / "golden" / "chan" / "assertions.json"
ASSERTIONS = {
    assertion["id"]: assertion
    for assertion in json.loads(GOLDEN.read_text(encoding="utf-8"))["assertions"]
}
CASES = [
    pytest.param(name, version, expected, id=f"{name}-{version}")
    for name, assertion in ASSERTIONS.items()
    if name in PROGRAMS
    for expected in assertion["expected"]
    if "build_error" not in expected
    for version in expected["versions"]
]


def head_of(stderr: str) -> str:
    """Return stderr up to the first goroutine; only goroutine 1 has a number to rely on."""
    found = re.match(r".*?goroutine \d+ \[[^\]]*\]:", stderr, re.DOTALL)
    return re.sub(r"goroutine (?!1 )\d+", "goroutine N", found[0] if found else stderr.rstrip())


@pytest.mark.parametrize(("name", "version", "expected"), CASES)
def test_a_program_does_what_it_did_in_go(name, version, expected):
    program = PROGRAMS[name]

    result = run(program.main, go=version, **program.options)

    assert result.stdout == expected["stdout"]
    if expected["exit"] == "timeout":
        assert result.why_ended == "until"
    else:
        assert result.exit_code == expected["exit"]
        assert head_of(result.stderr) == expected.get("stderr_head", "")
    if "elapsed_s" in expected:
        assert result.ended_at_ns == pytest.approx(expected["elapsed_s"] * 1e9, abs=5e7)


def test_every_program_is_here_or_needs_the_go_language():
    assert not PROGRAMS.keys() & NEEDS_GO.keys()
    assert PROGRAMS.keys() | NEEDS_GO.keys() == ASSERTIONS.keys()
