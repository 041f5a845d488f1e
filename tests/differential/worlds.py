"""The two worlds in which a random program runs."""

from __future__ import annotations

import re
from pathlib import Path

from gosim.channels import Select
from gosim.golang.run import run_go
from gosim.kernel import Budget
from gosim.oracle.faketime import build, execute


class FreeError(Exception):
    """A select found two cases ready, so that Go may do one or the other."""


def in_gosim(text, version):
    """Return what a program does in gosim: exit code, standard output, complaint."""
    result = run_go(text, go=version, budget=Budget(wall_s=20))
    return result.exit_code, result.stdout, complaint(result.stderr)


def is_free(text, version):
    """Return whether a select of the program finds two cases ready."""
    found = []
    choose = Select._first_of_shuffle

    def noting(select, p):
        found.append(select)
        return choose(select, p)

    Select._first_of_shuffle = noting
    try:
        in_gosim(text, version)
    finally:
        Select._first_of_shuffle = choose
    return bool(found)


def complaint(stderr):
    """Return what is said before the goroutines are listed."""
    return stderr.partition("\n\ngoroutine ")[0].strip()


def build_all(toolchain, texts, folder: Path):
    """Build many programs as one; its argument says which of them is run."""
    files = {}
    for number, text in enumerate(texts):
        files[f"p{number}.go"] = renamed(text, f"program{number}").encode()
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


def in_go(toolchain, binary, number, procs=1):
    """Return what a program does in real Go: exit code, standard output, complaint."""
    environment = {"GOMAXPROCS": str(procs)}
    outcome = execute(toolchain, binary, [str(number)], environment=environment)
    return outcome.exit_code, outcome.text("stdout"), complaint(outcome.text("stderr"))
