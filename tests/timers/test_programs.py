"""Small nasty programs do at each instant what they do in real Go.

golden/timers/programs.json holds what the programs of programs/*.go wrote and when, built with
`-tags=faketime` and run with GOMAXPROCS=1; record_timers.py makes it.
"""

from __future__ import annotations

import json
import runpy

import pytest
from timers.bench import GOLDEN
from timers.replicas import MAINS

from gosim import run

RECORDED = json.loads((GOLDEN / "timers" / "programs.json").read_text(encoding="utf-8"))["programs"]
CASES = [
    pytest.param(name, version, recording["output"], id=f"{name}-{version}")
    for name, recordings in RECORDED.items()
    for recording in recordings
    for version in recording["versions"]
]


def written(name, version):
    return [[instant, text] for instant, text in run(MAINS[name], go=version).output]


def test_every_program_is_recorded():
    assert MAINS.keys() == RECORDED.keys()


@pytest.mark.parametrize(("name", "version", "output"), CASES)
def test_a_program_writes_what_was_recorded_and_when(name, version, output):
    assert written(name, version) == output


@pytest.mark.go
@pytest.mark.slow
@pytest.mark.parametrize("name", MAINS)
def test_a_program_writes_what_real_go_writes_and_when(name, goroots, tmp_path):
    recorder = runpy.run_path(str(GOLDEN / "record_timers.py"))
    program = recorder["PROGRAMS"] / f"{name}.go"
    outputs = {
        version: recorder["observe"](goroot, program, tmp_path / version)
        for version, goroot in goroots.items()
    }
    compared = {version: output for version, output in outputs.items() if output is not None}

    assert compared, "it builds on no toolchain"
    assert {version: written(name, version) for version in compared} == compared
