"""Programs as people write them print the same in gosim as in real Go, at the same instants."""

import json
from pathlib import Path

import pytest

from gosim.golang.run import run_go

HERE = Path(__file__).parent
GOLDEN = json.loads((HERE.parent / "golden" / "golang_programs.json").read_text())
CASES = [(name, version) for name in sorted(GOLDEN) for version in sorted(GOLDEN[name])]


def timed_lines(pieces):
    """Return [[µs at which a line begins, line]]."""
    found, current, began = [], "", 0
    for when, text in pieces:
        for part in text.splitlines(keepends=True):
            began = began if current else when
            current += part
            if current.endswith("\n"):
                found.append([began // 1000, current[:-1]])
                current = ""
    return found + ([[began // 1000, current]] if current else [])


@pytest.mark.parametrize(("name", "version"), CASES)
def test_a_program_prints_what_it_prints_in_real_go(name, version):
    expected = GOLDEN[name][version]

    result = run_go(HERE / "programs" / name, go=version)

    assert timed_lines(result.output) == expected["lines"]
    assert result.exit_code == expected["exit"]
