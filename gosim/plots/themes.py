"""Colours and type: what a figure looks like, on light and on dark pages.

Models   nothing in Go.

The colours of lines are read as text too, so each has a contrast of 4.5 and more against the
page, and any two can be told apart by people with any of the three kinds of colour blindness.

>>> theme_of("dark").background
'#0f141a'
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import matplotlib

from gosim.errors import UsageError

FONT: Final = "DejaVu Sans"
"""It comes with matplotlib, so text looks the same, and is as wide, everywhere."""

TITLE: Final = 10.5
LABEL: Final = 9.5
SMALL: Final = 8.5
"""Sizes of type, in points."""

LINES_MAX: Final = 8
"""So many lines can be told apart."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a page: its background, three strengths of ink, and one for each line."""

    name: str
    background: str
    ink: str
    muted: str
    grid: str
    colours: tuple[str, ...]

    def colour(self, number: int) -> str:
        """Return the colour of a line; there are no more than LINES_MAX."""
        return self.colours[number]


THEMES: Final = {
    "light": Theme(
        "light",
        background="#ffffff",
        ink="#1f2328",
        muted="#59636e",
        grid="#e3e6ea",
        colours=(
            "#c2410c",
            "#0b63b5",
            "#00805a",
            "#5c1070",
            "#1f2328",
            "#b4489a",
            "#8308fb",
            "#6d210d",
        ),
    ),
    "dark": Theme(
        "dark",
        background="#0f141a",
        ink="#e6edf3",
        muted="#9da7b3",
        grid="#2b323b",
        colours=(
            "#ff8b5e",
            "#5cb8ff",
            "#3ddc97",
            "#f9a8d4",
            "#f4f1a0",
            "#e052b0",
            "#7d72f5",
            "#b0fd42",
        ),
    ),
}


def theme_of(name: str) -> Theme:
    """Return the theme of that name.  Raises UsageError if there is none."""
    if name not in THEMES:
        raise UsageError(f"there is no theme {name!r}", f"take {' or '.join(THEMES)}")
    return THEMES[name]


_SETTINGS: Final[dict[str, Any]] = {
    "font.family": [FONT],
    "mathtext.fontset": "dejavusans",
    "axes.unicode_minus": True,
    "path.simplify": True,
    "svg.fonttype": "path",  # The reader of a page need not have the font.
    "svg.hashsalt": "gosim",  # Identifiers in the file are the same in each run.
    "pdf.fonttype": 3,  # Four times as quick as 42, which writes each font with its tables.
}


@contextmanager
def settings() -> Iterator[None]:
    """Draw with settings of our own, whatever the user's are, and leave the user's as they were."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        ours: Any = matplotlib.rcParams  # Its type knows each name, and differs by release.
        ours.update(_SETTINGS)
        yield
