"""Record what real Go says about the programs in `refused`, which it does not compile.

python tests/golang/record_refusals.py
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from gosim.oracle.faketime import build_environment  # noqa: E402
from gosim.oracle.toolchains import find  # noqa: E402

GOLDEN = HERE.parent / "golden" / "golang_refusals.json"


def said(toolchain, path):
    """Return the lines that a build prints."""
    with tempfile.TemporaryDirectory(prefix="gosim-") as folder:
        (Path(folder) / "go.mod").write_text(f"module program\n\ngo 1.{toolchain.minor}\n")
        (Path(folder) / "prog.go").write_bytes(path.read_bytes())
        done = subprocess.run(
            [toolchain.command, "build", "-o", "program.exe", "."],
            cwd=folder,
            env=build_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    return [line for line in done.stderr.splitlines() if not line.startswith("# ")]


def main():
    golden = {
        path.name: {version: said(find(version), path) for version in ("1.22", "1.27")}
        for path in sorted((HERE / "refused").glob("*.go"))
    }
    GOLDEN.write_text(json.dumps(golden, indent=0, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
