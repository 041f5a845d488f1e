"""Programs that use the library print what real Go prints, and end as they do there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gosim.golang.run import run_go

PROGRAMS = Path(__file__).parent / "programs"
GOLDEN = Path(__file__).parents[2] / "golden" / "golang" / "lib"
RECORDED = sorted(path.stem for path in GOLDEN.glob("*.json"))


def recorded(name, version):
    outcome = json.loads((GOLDEN / f"{name}-{version}.json").read_text(encoding="utf-8"))
    return recorded(name, outcome["same as"]) if "same as" in outcome else outcome


@pytest.mark.parametrize("case", RECORDED)
def test_a_program_of_the_library_does_what_it_does_in_go(case):
    name, _, version = case.rpartition("-")
    expected = recorded(name, version)

    result = run_go(PROGRAMS / f"{name}.go", go=version)

    assert result.stdout.split("\n") == text(expected["stdout"]).split("\n")
    assert result.stderr.partition("\n\ngoroutine ")[0] == text(expected["stderr"])
    assert result.exit_code == expected["exit"]


def text(raw):
    """Return the text of bytes that were recorded as latin-1."""
    return raw.encode("latin-1").decode("utf-8", "replace")
