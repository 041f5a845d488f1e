"""The scenarios: Go programs, each with what to look for; and programs of the user's own.

Models   the programs of an article on time.After in a loop, and the fixes that people use.
Read     leaky.go, newtimer.go, reset.go; scenario after them.

>>> list(SCENARIOS)[:5]
['article-timeout', 'article-leaky', 'article-newtimer', 'timeout', 'leaky']
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from gosim.errors import UsageError
from gosim.scenarios.params import PARAMETERS, Parameter
from gosim.scenarios.scenario import Scenario
from gosim.units import MINUTE

HERE: Final = Path(__file__).parent

_ENDS_BY_ITSELF: Final = ("article-timeout", "timeout")
_NAMES: Final = (
    "article-timeout",
    "article-leaky",
    "article-newtimer",
    "timeout",
    "leaky",
    "newtimer",
    "reset",
    "newtimer-stop",
    "ticker",
    "tick",
    "afterfunc",
    "afterfunc-stop",
    "context",
    "context-cancel",
)

OWN_UNTIL: Final = 10 * MINUTE
"""Where a program of the user's own is ended, if it does not end by itself."""

SCENARIOS: Final[dict[str, Scenario]] = {
    name: Scenario(name, (HERE / f"{name}.go",), None if name in _ENDS_BY_ITSELF else 6 * MINUTE)
    for name in _NAMES
}
"""By name, in reading order."""


def find(name: str) -> Scenario:
    """Return the scenario of that name, or the program in a file that ends in ``.go`` or a folder.

    Raises UsageError, with the nearest name.
    """
    if name.endswith(".go"):
        return program([name])
    if name in SCENARIOS:
        return SCENARIOS[name]
    if os.path.isdir(name):  # noqa: PTH112  which takes a name of any length
        return program(_files_in(Path(name)))
    if os.path.isfile(name):  # noqa: PTH113
        raise UsageError(f"{name} is not a Go file", "give a scenario, or a file in .go")
    close = get_close_matches(name, SCENARIOS, n=1)
    hint = f"did you mean {close[0]}? Or" if close else f"there are: {', '.join(SCENARIOS)}; or"
    raise UsageError(f"there is no scenario {name!r}", f"{hint} give a Go file of yours: name.go")


def own(names: Sequence[str]) -> Scenario:
    """Return the user's own program, in files of one package or in a folder.

    Raises UsageError for a file that cannot be read.
    """
    if len(names) == 1 and os.path.isdir(names[0]):  # noqa: PTH112
        return find(names[0])
    return program(names)


def _files_in(folder: Path) -> list[str]:
    """Return the files of the package in a folder, without its tests."""
    files = sorted(folder.glob("*.go"))
    own = [str(path) for path in files if not path.name.endswith("_test.go")]
    if not own:
        raise UsageError(f"there is no Go file in {folder}", "give the folder of a Go program")
    return own


def program(files: Iterable[str]) -> Scenario:
    """Return the user's own program, in one file or several of one package.

    Raises UsageError for a file that cannot be read.
    """
    paths = tuple(Path(file) for file in files)
    for path in paths:
        if path.suffix != ".go":
            raise UsageError(f"{path} is not a Go file", "give one scenario, or files in .go")
        if not os.path.isfile(path):  # noqa: PTH113  which takes a name of any length
            raise UsageError(f"there is no file {path}", "give the path of a Go file")
    return Scenario(paths[0].stem, paths, OWN_UNTIL)


__all__ = ["PARAMETERS", "SCENARIOS", "Parameter", "Scenario", "find", "own", "program"]
