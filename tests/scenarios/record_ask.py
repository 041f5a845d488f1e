"""Record what the gallery's programs print in real Go, under faketime.

Run as ``python tests/scenarios/record_ask.py``; it asks the toolchains that `gosim go list` shows,
and writes tests/golden/scenarios/ask.json, with the exact version and the date of each recording.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from gosim.errors import UsageError
from gosim.oracle.faketime import ask
from gosim.oracle.toolchains import find
from gosim.scenarios.gallery import QUESTIONS, Case, Question

GOLDEN = Path(__file__).parents[1] / "golden" / "scenarios" / "ask.json"


def outcome(question: Question, case: Case) -> dict[str, object] | None:
    """Return what real Go does, or None when there is no such toolchain, as for 1.13."""
    try:
        toolchain = find(case.go)
    except UsageError:
        return None
    done = ask(toolchain, {"main.go": question.source.encode()}, gomod=case.gomod or case.go)
    return {
        "go": f"go{toolchain.version}",
        "date": datetime.date.today().isoformat(),
        "exit_code": done.exit_code,
        "stdout": done.text("stdout"),
    }


def main() -> None:
    recorded = {
        question.name: {str(case): outcome(question, case) for case in question.cases}
        for question in QUESTIONS.values()
    }
    GOLDEN.write_text(json.dumps(recorded, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
