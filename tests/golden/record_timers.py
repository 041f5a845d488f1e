"""Record what the programs of tests/timers/programs do in real Go: run me after changing one.

    python tests/golden/record_timers.py

The toolchains are those that `gosim go list` shows.  The programs are built with
`-tags=faketime`: the real runtime in virtual time, where each write has a header with its
instant.  A program that does not do the same in every run is refused.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from gosim.oracle.toolchains import found

TESTS = Path(__file__).parents[1]
PROGRAMS = TESTS / "timers" / "programs"
GOLDEN = TESTS / "golden" / "timers" / "programs.json"

BEGIN_NS = 1_257_894_000_000_000_000
"""When virtual time begins: 2009-11-10 23:00:00 UTC, as in the Go Playground."""

RUNS, MOST = 9, 5
"""A busy machine may disturb a run or two; a program that does as it likes is refused."""


def playback(recorded: bytes) -> list[list[int | str]]:
    """Return the writes of a program, [nanoseconds since it began, text]."""
    writes: list[list[int | str]] = []
    while recorded:
        assert recorded.startswith(b"\0\0PB")
        instant = int.from_bytes(recorded[4:12], "big") - BEGIN_NS
        size = int.from_bytes(recorded[12:16], "big")
        writes.append([instant, recorded[16 : 16 + size].decode()])
        recorded = recorded[16 + size :]
    return writes


def observe(goroot: Path, program: Path, folder: Path) -> list[list[int | str]] | None:
    """Build a program and run it; return what it wrote, or None if it cannot be built."""
    minor = goroot_version(goroot).split(".")[1]
    folder.mkdir(parents=True)
    shutil.copy(program, folder / "main.go")
    (folder / "go.mod").write_text(f"module program\n\ngo 1.{minor}\n", encoding="utf-8")
    environment = os.environ | {"GOROOT": str(goroot), "GOTOOLCHAIN": "local", "GOFLAGS": ""}
    build = [str(goroot / "bin" / "go"), "build", "-tags=faketime", "-o", "program", "."]
    built = subprocess.run(build, cwd=folder, env=environment, capture_output=True, check=False)
    if built.returncode:
        return None
    runs = [
        playback(
            subprocess.run(
                [folder / "program"],
                env={"GOMAXPROCS": "1"},
                stdout=subprocess.PIPE,
                check=True,
                timeout=20,
            ).stdout
        )
        for _ in range(RUNS)
    ]
    usual = max(runs, key=runs.count)
    if runs.count(usual) < MOST:
        raise SystemExit(f"{program.name} is not the same in every run of {goroot}")
    return usual


def goroot_version(goroot: Path) -> str:
    """Return the version of a toolchain, such as 1.22.10."""
    return (goroot / "VERSION").read_text(encoding="utf-8").split()[0].removeprefix("go")


def main() -> None:
    """Write the recordings."""
    goroots = [toolchain.command.resolve().parents[1] for toolchain in found()]
    programs: dict[str, list[dict[str, object]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(PROGRAMS.glob("*.go")):
            recordings = programs.setdefault(path.stem, [])
            for goroot in goroots:
                version = goroot_version(goroot)
                output = observe(goroot, path, Path(folder, path.stem, version))
                same = [recording for recording in recordings if recording["output"] == output]
                if same:
                    same[0]["versions"].append(version)  # type: ignore[attr-defined]
                elif output is not None:
                    recordings.append({"versions": [version], "output": output})
    about = "What timers/programs/*.go wrote in virtual time, [ns, text], with GOMAXPROCS=1."
    recorded = datetime.date.today().isoformat()
    text = json.dumps({"about": about, "recorded": recorded, "programs": programs}, indent=1)
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
