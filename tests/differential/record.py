"""Record what some random programs do in real Go.

    python tests/differential/record.py

The toolchains are those that `gosim go list` shows.
"""

from __future__ import annotations

import datetime
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from differential.worlds import build_all, in_go, in_gosim, some_programs
from gosim.oracle.toolchains import find

GOLDEN = Path(__file__).parents[1] / "golden" / "differential" / "programs.json"
VERSIONS = ("1.22", "1.27")
NUMBER = 12
SEED = 22


def main() -> None:
    toolchains = [find(version) for version in VERSIONS]
    candidates = sorted(some_programs(8 * NUMBER, SEED), key=len)[4 * NUMBER :]
    texts = [
        text
        for text in candidates
        if all(in_gosim(text, toolchain.version) for toolchain in toolchains)
    ][:NUMBER]
    programs = [{"text": text, "outcomes": {}} for text in texts]
    for toolchain in toolchains:
        with tempfile.TemporaryDirectory() as folder:
            binary = build_all(toolchain, texts, Path(folder))
            for number, program in enumerate(programs):
                program["outcomes"][toolchain.version] = in_go(toolchain, binary, number)
    recording = {"recorded": datetime.date.today().isoformat(), "programs": programs}
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(json.dumps(recording, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
