"""The pictures that the README shows are those that its command makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gosim.cli import exit_code

FIGURES = Path(__file__).parents[2] / "figures"


def words(svg):
    """Return what is written in a picture; matplotlib notes it beside the outlines."""
    return re.findall(r"<!-- (.*?) -->", svg.read_text(encoding="utf-8"))


@pytest.mark.go  # Not that it needed Go: it takes seconds.
@pytest.mark.slow
@pytest.mark.skipif(not FIGURES.is_dir(), reason="the tests of the wheel stand alone")
def test_the_picture_of_the_leak_says_what_the_command_draws(tmp_path, capsys):
    made = tmp_path / "leak.svg"

    assert exit_code(["compare", "leaky", "newtimer", "reset", "-o", str(made)]) == 0
    assert words(FIGURES / "leak.svg") == words(FIGURES / "leak-dark.svg") == words(made)
