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
def test_all_programs_do_the_same_on_every_toolchain(goroots):
    different = []
    for version, goroot in goroots.items():
        toolchain = Toolchain(version, goroot / "bin" / "go", "test")
        line = f"1.{toolchain.minor}"
        for name, real in run_all(toolchain, PROGRAMS).items():
            if outcome(name, line) != real:
                different.append((name, line))

    assert different == []
