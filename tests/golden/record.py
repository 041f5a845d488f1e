"""Record everything that the default tests know of real Go, with one command.

    python tests/golden/record.py                  all of it
    python tests/golden/record.py differential     what has this word in its path

The toolchains are those that `gosim go list` shows: Go 1.22 and 1.27, for timers and memory all.
What was recorded when, and with which releases, is in tests/golden/recorded.json.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from gosim.oracle.toolchains import find

TESTS = Path(__file__).parents[1]
RECORDED = TESTS / "golden" / "recorded.json"
LINES = ("1.22", "1.27")


@dataclass(frozen=True)
class Recorder:
    """A script, and how it wants to be told of the toolchains."""

    script: str
    wants: str

    def commands(self, toolchains):
        """Return the arguments of each call of the script."""
        pairs = dict(zip(LINES, toolchains, strict=True))
        return {
            "none": [[]],
            "each": [[str(toolchain.command)] for toolchain in toolchains],
            "pairs": [[f"{line}={toolchain.command}" for line, toolchain in pairs.items()]],
        }[self.wants]


RECORDERS = (
    Recorder("golden/record_timers.py", "none"),
    Recorder("golang/record_programs.py", "none"),
    Recorder("golang/lib/record_programs.py", "each"),
    Recorder("golang/lib/record_formats.py", "each"),
    Recorder("scenarios/record_ask.py", "none"),
    Recorder("differential/record.py", "none"),
    Recorder("memory/record.py", "none"),
)


def main() -> None:
    word = "".join(sys.argv[1:])
    toolchains = [find(line) for line in LINES]
    journal = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    for recorder in RECORDERS:
        path = TESTS / recorder.script
        if word not in recorder.script or not path.exists():
            continue
        for arguments in recorder.commands(toolchains):
            subprocess.run([sys.executable, path, *arguments], check=True)
        journal[recorder.script] = {
            "recorded": datetime.date.today().isoformat(),
            "go": [toolchain.version for toolchain in toolchains],
        }
        print(f"recorded {recorder.script}")
    text = json.dumps(journal, indent=1, sort_keys=True)
    RECORDED.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
