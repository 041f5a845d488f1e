"""Programs run in real Go, many with one build."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from gosim.oracle.faketime import build_environment, execute
from gosim.oracle.toolchains import Toolchain


def programs_in(folder: Path) -> dict[str, list[Path]]:
    """Return the programs of a folder, by name: single files, and folders of several."""
    single = {path.name: [path] for path in folder.glob("*.go")}
    several = {path.parent.name: sorted(path.parent.glob("*.go")) for path in folder.glob("*/*.go")}
    return dict(sorted({**single, **several}.items()))


def lines(pieces: Iterable[tuple[int, str]]) -> list[list]:
    """Return [µs at which a line begins, line] of what was written, (ns, text)."""
    found, current, began = [], "", 0
    for when, text in pieces:
        for part in text.splitlines(keepends=True):
            began = began if current else when
            current += part
            if current.endswith("\n"):
                found.append([began // 1000, current[:-1]])
                current = ""
    return found + ([[began // 1000, current]] if current else [])


def run_all(toolchain: Toolchain, programs: Mapping[str, list[Path]]) -> dict[str, dict]:
    """Return exit code and lines of each program that this Go can build, in virtual time."""
    with tempfile.TemporaryDirectory(prefix="gosim-") as place:
        folder = Path(place)
        (folder / "go.mod").write_text(f"module program\n\ngo 1.{toolchain.minor}\n")
        for name, files in programs.items():
            (folder / name / "x").parent.mkdir()
            for file in files:
                (folder / name / file.name).write_bytes(file.read_bytes())
        (folder / "bin").mkdir()
        known = _go(toolchain, folder, "list", "-e", "-f", WITHOUT_ERRORS, "./...").split()
        _go(toolchain, folder, "build", "-tags=faketime", "-o", f"{folder / 'bin'}/", *known)
        return {
            name: _outcome(toolchain, folder / "bin" / name)
            for name in programs
            if (folder / "bin" / name).exists()
        }


WITHOUT_ERRORS = "{{if not (or .Error .DepsErrors)}}{{.ImportPath}}{{end}}"
"""Lists what can be built at all: a program that imports iter cannot, on 1.22."""


def _go(toolchain: Toolchain, folder: Path, *arguments: str) -> str:
    command = [toolchain.command, *arguments]
    environment = build_environment()
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


def _outcome(toolchain: Toolchain, binary: Path) -> dict:
    done = execute(toolchain, binary)
    written = [(w.at, w.text.decode()) for w in done.writes if w.stream == "stdout"]
    return {"exit": done.exit_code, "lines": lines(written)}
