"""Record what the programs in this folder print in real Go, and when.

    python tests/golang/record_programs.py

The programs run with `-tags=faketime` and GOMAXPROCS=1: in virtual time, deterministically.  Those
that Go 1.22 does not compile, such as a range over a function, are recorded on 1.23.
"""

import json
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from real_programs import programs_in, run_all  # noqa: E402

from gosim.oracle.toolchains import find  # noqa: E402

GOLDEN = HERE.parent / "golden" / "golang_programs.json"
MEMORY = HERE.parent / "golden" / "golang_memory.json"


def nothing(_):
    """Foretell nothing: a program runs several times, and what it does most often is recorded."""
    return {}


def main():
    programs, golden = programs_in(HERE / "programs"), {}
    for version in ("1.22", "1.27"):
        for name, outcome in run_all(find(version), programs, nothing).items():
            golden.setdefault(name, {})[version] = outcome
    newer = {name: files for name, files in programs.items() if "1.22" not in golden.get(name, {})}
    for name, outcome in run_all(find("1.23"), newer, nothing).items():
        golden.setdefault(name, {})["1.23"] = outcome
    if missing := set(programs) - set(golden):
        raise SystemExit(f"not even Go 1.27 builds {', '.join(sorted(missing))}")
    GOLDEN.write_text(json.dumps(golden, indent=0, ensure_ascii=False, sort_keys=True) + "\n")
    record_memory()


# -- memory ---------------------------------------------------------------------------------------


def phases(outcome):
    """Return what each line says: numbers with their sign, or a word."""
    found = []
    for _, line in outcome["lines"]:
        words = line.split()
        numbers = [int(word) for word in words if word.lstrip("-").isdigit()]
        found.append([n - (1 << 64) if n >= 1 << 63 else n for n in numbers] or words)
    return found


def record_memory():
    """Record what stays in memory when the programs in `memory` leak."""
    golden = {"recorded": str(date.today()), "go": {}, "programs": {}}
    for version in ("1.22", "1.27"):
        toolchain = find(version)
        golden["go"][version] = f"go{toolchain.version}"
        for name, outcome in run_all(toolchain, programs_in(HERE / "memory")).items():
            programs = golden["programs"].setdefault(name.removesuffix(".go"), {})
            programs[version] = phases(outcome)
    MEMORY.write_text(json.dumps(golden, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
