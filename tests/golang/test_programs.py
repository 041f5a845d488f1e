"""Programs as people write them print the same in gosim as in real Go, at the same instants."""

import json
from pathlib import Path

import pytest
from real_programs import lines, programs_in, run_all

from gosim.golang.run import run_go
from gosim.oracle.toolchains import Toolchain

HERE = Path(__file__).parent
PROGRAMS = programs_in(HERE / "programs")
GOLDEN = json.loads((HERE.parent / "golden" / "golang_programs.json").read_text())
UNLIKE = {("calls_first.go", "1.21"), ("conditions_with_calls.go", "1.21")}
"""Up to 1.21 the compiler loaded the variables of a call of go or defer before it called in it."""

CASES = [(name, version) for name in sorted(GOLDEN) for version in sorted(GOLDEN[name])]


def outcome(name, version):
    result = run_go(PROGRAMS[name], go=version)
    return {"exit": result.exit_code, "lines": lines(result.output)}


@pytest.mark.parametrize(("name", "version"), CASES)
def test_a_program_prints_what_it_prints_in_real_go(name, version):
    assert outcome(name, version) == GOLDEN[name][version]


def test_every_program_of_the_folder_is_recorded():
    assert set(PROGRAMS) == set(GOLDEN)


@pytest.mark.go
@pytest.mark.parametrize("line", ["1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27"])
def test_all_programs_do_the_same_on_every_toolchain(line, goroots):
    found = [version for version in goroots if version.startswith(f"{line}.")]
    if not found:
        pytest.skip(f"no Go {line} here")
    toolchain = Toolchain(found[0], goroots[found[0]] / "bin" / "go", "test")

    ours = {}

    def foretell(name):
        ours[name] = outcome(name, line)
        return ours[name]

    real = run_all(toolchain, PROGRAMS, foretell)

    different = {(name, line) for name in real if ours[name] != real[name]}
    assert different - UNLIKE == set()
    assert len(real) > len(PROGRAMS) // 2
