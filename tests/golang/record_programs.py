"""Record what the programs in this folder print in real Go, and when.

    python tests/golang/record_programs.py 1.22=/path/to/go1.22/bin/go 1.27=/path/to/go1.27/bin/go

The programs run with `-tags=faketime` and GOMAXPROCS=1: in virtual time, deterministically.
"""

import json
import os
import struct
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden" / "golang_programs.json"
MEMORY = HERE.parent / "golden" / "golang_memory.json"
BEGIN = 1257894000 * 10**9
"""The instant at which faketime begins: 2009-11-10 23:00 UTC."""


def frames(data):
    """Return [(ns since the beginning, text)] of the playback format."""
    at, found = 0, []
    while at < len(data):
        assert data[at : at + 4] == b"\0\0PB"
        when, size = struct.unpack(">qi", data[at + 4 : at + 16])
        found.append([when - BEGIN, data[at + 16 : at + 16 + size].decode()])
        at += 16 + size
    return found


def lines(pieces):
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


def record(go, version, source):
    """Run one program in real Go."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "prog.go").write_text(source)
        (Path(folder) / "go.mod").write_text(f"module prog\n\ngo {version}\n")
        env = os.environ | {"GOTOOLCHAIN": "local", "CGO_ENABLED": "0", "GOMAXPROCS": "1"}
        build = [go, "build", "-tags=faketime", "-o", "prog", "."]
        if subprocess.run(build, cwd=folder, env=env, check=False).returncode:
            return None  # The version does not know a package or a part of the language.
        done = subprocess.run(
            [f"{folder}/prog"], env=env, capture_output=True, timeout=60, check=False
        )
    return {"exit": done.returncode, "lines": lines(frames(done.stdout))}


def main(toolchains):
    golden = json.loads(GOLDEN.read_text()) if GOLDEN.exists() else {}
    for path in sorted((HERE / "programs").glob("*.go")):
        for version, go in (pair.split("=", 1) for pair in toolchains):
            found = record(go, version, path.read_text())
            if found is not None:
                golden.setdefault(path.name, {})[version] = found
    GOLDEN.write_text(json.dumps(golden, indent=0, ensure_ascii=False, sort_keys=True) + "\n")
    record_memory(toolchains)


# -- memory ---------------------------------------------------------------------------------------


def phases(outcome):
    """Return what each line says: numbers with their sign, or a word."""
    found = []
    for _, line in outcome["lines"]:
        words = line.split()
        numbers = [int(word) for word in words if word.isdigit()]
        found.append([n - (1 << 64) if n >> 63 else n for n in numbers] or words)
    return found


def record_memory(toolchains):
    """Record what stays in memory when the programs in `memory` leak."""
    golden = {"recorded": str(date.today()), "go": {}, "programs": {}}
    for version, go in (pair.split("=", 1) for pair in toolchains):
        said = subprocess.run([go, "version"], capture_output=True, text=True, check=True).stdout
        golden["go"][version] = said.split()[2]
        for path in sorted((HERE / "memory").glob("*.go")):
            programs = golden["programs"].setdefault(path.stem, {})
            programs[version] = phases(record(go, version, path.read_text()))
    MEMORY.write_text(json.dumps(golden, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
