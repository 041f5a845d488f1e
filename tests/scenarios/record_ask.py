"""Record what the gallery's programs print in real Go, under faketime.

Run as ``python tests/scenarios/record_ask.py VERSION=GO …``, such as ``1.22=/usr/bin/go``; it
writes tests/golden/scenarios/ask.json, with the exact version and the date of each recording.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gosim.scenarios.gallery import QUESTIONS

GOLDEN = Path(__file__).parents[1] / "golden" / "scenarios" / "ask.json"
HEADER = b"\0\0PB"


def without_headers(raw: bytes) -> str:
    """Return what was written, without faketime's headers: mark, 8 bytes of time, 4 of length."""
    text, at = b"", 0
    while raw[at : at + 4] == HEADER:
        size = int.from_bytes(raw[at + 12 : at + 16], "big")
        text += raw[at + 16 : at + 16 + size]
        at += 16 + size
    return (text + raw[at:]).decode()


def outcome(go: str, source: str, gomod: str) -> dict[str, object]:
    clean = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod", "GOMAXPROCS": "1"}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "go.mod").write_text(f"module main\n\ngo {gomod}\n")
        Path(folder, "main.go").write_text(source, encoding="utf-8")
        build = [go, "build", "-tags=faketime", "-o", "main", "."]
        subprocess.run(build, cwd=folder, check=True, env=clean)
        done = subprocess.run(
            [str(Path(folder, "main"))], capture_output=True, check=False, env=clean, timeout=60
        )
    version = subprocess.run([go, "version"], capture_output=True, text=True, check=True).stdout
    return {
        "go": version.split()[2],
        "date": datetime.date.today().isoformat(),
        "exit_code": done.returncode,
        "stdout": without_headers(done.stdout),
    }


def main(tools: dict[str, str]) -> None:
    recorded = json.loads(GOLDEN.read_text()) if GOLDEN.exists() else {}
    for question in QUESTIONS.values():
        mine = recorded.setdefault(question.name, {})
        for case in question.cases:
            if case.go in tools:
                gomod = case.gomod or case.go
                mine[str(case)] = outcome(tools[case.go], question.source, gomod)
    GOLDEN.write_text(json.dumps(recorded, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(dict(argument.split("=", 1) for argument in sys.argv[1:]))
