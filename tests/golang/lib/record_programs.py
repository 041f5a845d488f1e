"""Record what the programs of this folder print in real Go, under faketime.

Run as ``python tests/golang/lib/record_programs.py GO [NAME …]``; it writes
tests/golden/golang/lib/NAME-VERSION.json with stdout, stderr and exit code.  A program with a
line ``// go: 1.24`` is left out for older versions; one with ``// modules: …`` wants these in the
folder that GOSIM_MODULES names.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
GOLDEN = Path(__file__).parents[2] / "golden" / "golang" / "lib"
HEADER = b"\0\0PB"


def without_headers(raw: bytes) -> str:
    """Return what was written, without faketime's headers: mark, 8 bytes of time, 4 of length."""
    text, at = b"", 0
    while at < len(raw):
        if raw[at : at + 4] != HEADER:
            return (text + raw[at:]).decode("latin-1")
        size = int.from_bytes(raw[at + 12 : at + 16], "big")
        text += raw[at + 16 : at + 16 + size]
        at += 16 + size
    return text.decode("latin-1")


def modules(program):
    """Return the modules that the program's header names."""
    found = re.search(r"^// modules: (.*)", program.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].split() if found else []


def wanted(program):
    """Return what go.mod says of them: they lie in the folder GOSIM_MODULES."""
    source = os.environ.get("GOSIM_MODULES", "")
    return "".join(
        f"require {name} v0.0.0\nreplace {name} => {source}/{name}\n" for name in modules(program)
    )


def outcome(go, program, version):
    minor = version.split(".")[1]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "go.mod").write_text(f"module main\n\ngo 1.{minor}\n" + wanted(program))
        Path(folder, "main.go").write_text(program.read_text(encoding="utf-8"), encoding="utf-8")
        binary = str(Path(folder, "main"))
        build = [go, "build", "-tags=faketime", "-o", binary, "."]
        subprocess.run(build, cwd=folder, check=True)
        clean = {"PATH": os.environ["PATH"]}
        done = subprocess.run([binary], capture_output=True, check=False, env=clean)
    return {
        "go": version,
        "date": str(datetime.date.today()),
        "exit": done.returncode,
        "stdout": without_headers(done.stdout),
        "stderr": without_headers(done.stderr).partition("\n\ngoroutine ")[0],
    }


def shortened(made, name):
    """Return the outcome, or that it is the same as that of another version."""
    for path in sorted(GOLDEN.glob(f"{name}-*.json")):
        other = json.loads(path.read_text(encoding="utf-8"))
        parts = ("exit", "stdout", "stderr")
        if other["go"] != made["go"] and all(other.get(part) == made[part] for part in parts):
            return {"go": made["go"], "date": made["date"], "same as": other["go"]}
    return made


def main() -> None:
    go, *names = sys.argv[1:]
    asked = subprocess.run([go, "env", "GOVERSION"], capture_output=True, check=True, text=True)
    version = asked.stdout.strip().removeprefix("go")
    for program in sorted(PROGRAMS.glob("*.go")):
        needs = re.search(r"^// go: 1\.(\d+)", program.read_text(encoding="utf-8"), re.MULTILINE)
        if needs and int(version.split(".")[1]) < int(needs[1]):
            continue
        if modules(program) and "GOSIM_MODULES" not in os.environ:
            continue
        if not names or program.stem in names:
            made = shortened(outcome(go, program, version), program.stem)
            text = json.dumps(made, indent=1) + "\n"
            (GOLDEN / f"{program.stem}-{version}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
