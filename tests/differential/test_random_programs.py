"""A random program does in gosim what it does in real Go, log by log and instant by instant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from differential.worlds import build_all, in_go, in_gosim, some_programs
from gosim.oracle.toolchains import find

GOLDEN = Path(__file__).parents[1] / "golden" / "differential" / "programs.json"
RECORDED = json.loads(GOLDEN.read_text(encoding="utf-8"))["programs"]
VERSIONS = ("1.22", "1.27")

BATCH = 50
"""How many programs are built as one."""


@pytest.mark.parametrize("number", range(len(RECORDED)))
def test_a_recorded_program_does_what_it_did_in_go(number):
    program = RECORDED[number]
    for version, expected in program["outcomes"].items():
        assert in_gosim(program["text"], version) == tuple(expected)


def pytest_generate_tests(metafunc):
    """Divide the random programs into batches: each is one build."""
    if "batch" in metafunc.fixturenames:
        number = metafunc.config.getoption("--random-programs")
        metafunc.parametrize("batch", range(-(-number // BATCH)))


@pytest.mark.go
@pytest.mark.parametrize("version", VERSIONS)
def test_random_programs_do_what_they_do_in_go(version, batch, request, tmp_path, goroots):
    toolchain = find(version)
    foretold = {}
    for text in some_programs(BATCH, f"{request.config.getoption('--random-seed')}/{batch}"):
        if len(foretold) < BATCH and (outcome := in_gosim(text, toolchain.version)):
            foretold[text] = outcome
    assert len(foretold) == BATCH, "too many programs leave Go a choice"

    binary = build_all(toolchain, foretold, tmp_path)
    different = [
        name_of(text, tmp_path, number)
        for number, (text, ours) in enumerate(foretold.items())
        if in_go(toolchain, binary, number, foretold=ours) != ours
    ]

    assert different == []


def name_of(text, folder, number):
    """Write a program where a person can find it; return the path."""
    path = folder / f"different{number}.go"
    path.write_text(text, encoding="utf-8")
    return str(path)
