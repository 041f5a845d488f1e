"""The two worlds in which a random program runs."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from differential.programs import programs
from gosim.channels import selectgo
from gosim.golang.run import run_go
from gosim.kernel import Budget
from gosim.oracle.faketime import build, execute, usual


def some_programs(number, seeded):
    """Return different programs, the same for the same seed."""
    texts = {}

    @seed(seeded)
    @settings(
        max_examples=2 * number + 20,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(programs())
    def collect(text):
        texts[text] = None

    collect()
    return list(texts)


def in_gosim(text, version):
    """Return what a program does in gosim, as (exit code, standard output, complaint).

    It is None when a select shuffles its cases: then Go may do one or the other.
    """
    with noted_choices() as choices:
        result = run_go(text, go=version, budget=Budget(wall_s=20))
    return None if choices else (result.exit_code, result.stdout, complaint(result.stderr))


@contextmanager
def noted_choices():
    """Give a list of what selects have shuffled, as long as it lasts."""
    found = []
    shuffle = selectgo.pollorder

    def noting(cases, stream):
        found.append(cases)
        return shuffle(cases, stream)

    selectgo.pollorder = noting
    try:
        yield found
    finally:
        selectgo.pollorder = shuffle


def complaint(stderr):
    """Return what is said before the goroutines are listed."""
    return stderr.partition("\n\ngoroutine ")[0].strip()


def build_all(toolchain, texts, folder: Path):
    """Build many programs as one; its argument says which of them is run."""
    files = {
        f"p{number}.go": renamed(text, f"program{number}").encode()
        for number, text in enumerate(texts)
    }
    calls = "".join(f"\tprogram{number},\n" for number in range(len(texts)))
    files["main.go"] = (
        'package main\n\nimport (\n\t"os"\n\t"strconv"\n)\n\n'
        f"var programs = []func(){{\n{calls}}}\n\n"
        "func main() {\n\tnumber, _ := strconv.Atoi(os.Args[1])\n\tprograms[number]()\n}\n"
    ).encode()
    return build(toolchain, files, folder)


def renamed(text, name):
    """Return the program with another name for main."""
    return re.sub(r"^func main\(\)", f"func {name}()", text, flags=re.MULTILINE)


def in_go(toolchain, binary, number, foretold=None):
    """Return what a program does in real Go: exit code, standard output, complaint.

    What does not do as foretold is run again, and does what it does most often.
    """
    outcome = usual(
        lambda: execute(toolchain, binary, [str(number)]),
        lambda done: foretold in (None, seen(done)),
    )
    return seen(outcome)


def seen(outcome):
    return outcome.exit_code, outcome.text("stdout"), complaint(outcome.text("stderr"))
