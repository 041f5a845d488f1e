"""Record what stays in memory when the programs in `memory` leak, in real Go.

    python tests/golang/record_memory.py 1.22=/path/to/go1.22/bin/go 1.27=/path/to/go1.27/bin/go

Each line that they print is what a phase added: objects and bytes that survive a collection.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from record_programs import record

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden" / "golang_memory.json"


def phases(lines):
    """Return what the lines say: pairs of signed numbers, or a word."""
    found = []
    for _, line in lines:
        words = line.split()
        signed = [int(word) for word in words if word.isdigit()]
        signed = [number - (1 << 64) if number >> 63 else number for number in signed]
        found.append(signed or words)
    return found


def main(toolchains):
    """Record all programs on all toolchains."""
    whole = {"recorded": str(date.today()), "go": {}, "programs": {}}
    for toolchain in toolchains:
        version, go = toolchain.split("=")
        said = subprocess.run([go, "version"], capture_output=True, text=True, check=True).stdout
        whole["go"][version] = said.split()[2]
        for path in sorted((HERE / "memory").glob("*.go")):
            outcome = record(go, version, path.read_text())
            programs = whole["programs"].setdefault(path.stem, {})
            programs[version] = phases(outcome["lines"])
    GOLDEN.write_text(json.dumps(whole, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
