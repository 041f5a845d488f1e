"""Figures as files: SVG, PNG and PDF, byte for byte the same each time.

Models   nothing in Go.
Read     gosim.plots.themes first.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, Final, Protocol

from matplotlib.figure import Figure, SubFigure

from gosim.errors import UsageError
from gosim.plots.themes import settings, theme_of
from gosim.record.files import check_writable, write_whole

# No date, and no name of a program that changes with its release.
_METADATA: Final[dict[str, dict[str, Any]]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
FORMATS: Final = tuple(_METADATA)

DPI: Final = 192
"""Of a PNG: two pixels of the file for one of the page, 1440 in all."""


def format_of(path: str | Path) -> str:
    """Return the format that a file name asks for.  Raises UsageError if there is none."""
    suffix = Path(path).suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        what = f"a figure cannot be a .{suffix} file" if suffix else "the file has no suffix"
        raise UsageError(f"{path}: {what}", "end its name in .svg, .png or .pdf")
    return suffix


def check(path: str | Path) -> None:
    """Raise the UsageError that `save` would, as far as it can be known before there is a figure.

    A command calls it before a long run.
    """
    format_of(path)
    check_writable(path)


class HasFigure(Protocol):
    """Axes, or the panels of a figure."""

    @property
    def figure(self) -> Figure | SubFigure | None:
        """The figure that it is part of."""


def save(figure: Figure | HasFigure, path: str | Path, theme: str | None = None) -> None:
    """Write a figure to a file, in the format that the file's suffix names.

    `theme` gives a figure of your own the background of that theme.  The file appears whole or
    not at all.  Raises UsageError for an unknown suffix, and if the file cannot be written.
    """
    check(path)
    write_whole(path, rendered(figure, format_of(path), theme))


def svg(figure: Figure | HasFigure) -> str:
    """Return a figure as the text of an SVG element, as notebooks show it."""
    text = rendered(figure, "svg").decode("utf-8")
    return text[text.index("<svg") :]


def rendered(figure: Figure | HasFigure, suffix: str, theme: str | None = None) -> bytes:
    """Return a figure as the bytes of a file of that format."""
    whole, file = figure_of(figure), BytesIO()
    background = theme_of(theme).background if theme else whole.get_facecolor()
    look: dict[str, Any] = {"dpi": DPI, "facecolor": background}
    with settings():
        whole.savefig(file, format=suffix, metadata=_METADATA[suffix], **look)
    return file.getvalue()


def figure_of(part: Figure | HasFigure) -> Figure:
    """Return the figure that something is part of.  Raises UsageError if there is none."""
    figure = part if isinstance(part, Figure) else part.figure
    while isinstance(figure, SubFigure):
        figure = figure.figure
    if figure is None:
        raise UsageError("these axes are in no figure", "make them with Figure().subplots()")
    return figure
