"""With one processor, goroutines run in the order in which real Go runs them.

The programs of go_programs/orders are small and nasty; golden/chan/orders.json holds what they
printed, built with `-tags=faketime`, run with GOMAXPROCS=1, on the versions it names.
"""

from __future__ import annotations

import collections
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from go_programs.ordering import MAINS

from gosim import run

PROGRAMS = Path(__file__).parents[1] / "go_programs" / "orders"
GOLDEN = Path(__file__).parents[1] / "golden" / "chan" / "orders.json"
RECORDED = json.loads(GOLDEN.read_text(encoding="utf-8"))["programs"]
CASES = [
    pytest.param(name, version, recording["stdout"], id=f"{name}-{version}")
    for name, recordings in RECORDED.items()
    for recording in recordings
    for version in recording["versions"]
]


def test_every_program_is_recorded():
    assert MAINS.keys() == RECORDED.keys() == {path.stem for path in PROGRAMS.glob("*.go")}


@pytest.mark.parametrize(("name", "version", "stdout"), CASES)
def test_goroutines_run_in_the_order_that_was_recorded(name, version, stdout):
    result = run(MAINS[name], go=version)

    assert result.stdout.splitlines() == stdout.splitlines()


def playback(recorded: bytes) -> str:
    """Return what a program printed: in virtual time each write has a header of 16 bytes."""
    text = b""
    while recorded:
        assert recorded.startswith(b"\0\0PB")
        size = int.from_bytes(recorded[12:16], "big")
        text, recorded = text + recorded[16 : 16 + size], recorded[16 + size :]
    return text.decode()


@pytest.fixture(scope="session")
def in_real_go(goroots, tmp_path_factory):
    """Return a function that tells what a program prints on a version, most often of thirty runs.

    Now and then the operating system stops a program, and another goroutine gets its place.
    """
    built: dict[str, Path] = {}

    def build(version: str) -> Path:
        place = tmp_path_factory.mktemp(version)
        for source in PROGRAMS.glob("*.go"):
            (place / source.stem).mkdir()
            shutil.copy(source, place / source.stem / "main.go")
        (place / "go.mod").write_text(f"module orders\n\ngo {'.'.join(version.split('.')[:2])}\n")
        (place / "bin").mkdir()
        environment = {
            **os.environ,
            "GOROOT": str(goroots[version]),
            "GOCACHE": str(tmp_path_factory.getbasetemp() / "gocache"),
            "GOTOOLCHAIN": "local",
            "CGO_ENABLED": "0",
        }
        go = str(goroots[version] / "bin" / "go")
        command = [go, "build", "-tags=faketime", "-o", "bin", "./..."]
        subprocess.run(command, cwd=place, env=environment, check=True, timeout=300)
        return place / "bin"

    def printed(name: str, version: str) -> str:
        if version not in built:
            built[version] = build(version)
        environment = {**os.environ, "GOMAXPROCS": "1"}
        command = [str(built[version] / name)]
        outputs = collections.Counter(
            subprocess.run(
                command, env=environment, capture_output=True, check=True, timeout=60
            ).stdout
            for _ in range(30)
        )
        return playback(outputs.most_common(1)[0][0])

    return printed


@pytest.mark.go
@pytest.mark.parametrize(
    "release", ["1.19", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27"]
)
def test_goroutines_run_in_the_order_of_real_go(release, goroots, in_real_go):
    version = next((name for name in goroots if name.startswith(release + ".")), None)
    if version is None:
        pytest.skip(f"there is no Go {release} here")

    for name, main in MAINS.items():
        assert run(main, go=version).stdout == in_real_go(name, version), name
