"""Programs run in real Go, many with one build."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from gosim.oracle.faketime import Outcome, build_environment, execute, usual
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


def run_all(
    toolchain: Toolchain,
    programs: Mapping[str, list[Path]],
    foretell: Callable[[str], dict] | None = None,
) -> dict[str, dict]:
    """Return exit code and lines of each program that this Go can build, in virtual time.

    What does not do as foretold is run again, and does what it does most often.
    """
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
        found = {}
        for name in programs:
            if (binary := folder / "bin" / name).exists():
                foretold = foretell(name) if foretell else None
                found[name] = _outcome(toolchain, binary, foretold)
        return found


WITHOUT_ERRORS = "{{if not (or .Error .DepsErrors)}}{{.ImportPath}}{{end}}"
"""Lists what can be built at all: a program that imports iter cannot, on 1.22."""


def _go(toolchain: Toolchain, folder: Path, *arguments: str) -> str:
    command = [toolchain.command, *arguments]
    environment = build_environment()
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


def _outcome(toolchain: Toolchain, binary: Path, foretold: dict | None) -> dict:
    done = usual(
        lambda: execute(toolchain, binary),
        lambda outcome: foretold in (None, _seen(outcome)),
    )
    return _seen(done)


def _seen(done: Outcome) -> dict:
    written = [(w.at, w.text.decode()) for w in done.writes if w.stream == "stdout"]
    return {"exit": done.exit_code, "lines": lines(written)}
