"""Timeouts on a panel: a cross for a false one, a ring for a true one, and words for the first.

Models   nothing in Go.
Read     gosim.plots.lines and gosim.plots.labels first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from matplotlib.transforms import ScaledTranslation

from gosim.plots.files import figure_of
from gosim.plots.labels import Box, width_of
from gosim.plots.lines import Line, Panel
from gosim.plots.themes import SMALL, Theme
from gosim.record.facts import FALSE_TIMEOUT, TIMEOUT
from gosim.record.wording import clock

FROM_MARKER: Final = 8.0
"""From a marker to its words, in points."""

ROW: Final = SMALL * 1.3

APART: Final = 24.0
"""Between two markers of one line, at least, or they would hide it."""

MARKER: Final = 10.0
"""The room of one marker."""

HALO: Final = 2.0
"""Around words, so that they can be read on a grid."""

ROWS: Final = 5
"""How far words may be from their marker."""


def draw_marks(panel: Panel, ax: Axes, look: Theme) -> None:
    """Mark each timeout, and say for each line how many there were."""
    frame = Frame(panel, ax)
    taken: list[Box] = []
    said: list[tuple[str, tuple[float, float], str]] = []
    for number, line in enumerate(panel.lines):
        for false in (True, False):
            instants = [t for t, was_false in line.marks if was_false == false]
            if not instants:
                continue
            colour, shown = look.colour(number), frame.thinned(instants)
            lift = frame.lift(shown, line, taken)
            _draw_markers(line, shown, lift, false, ax, colour, look)
            x, y = frame.point(instants[0], line)
            said.append((_words(instants, false), (x, y + lift), colour))
    for text, marker, colour in said:
        box = frame.place(marker, width_of(text, SMALL), taken)
        taken.append(box)
        _draw_words(text, box, frame, ax, colour, look)


def _words(instants: Sequence[int], false: bool) -> str:
    kind = FALSE_TIMEOUT if false else TIMEOUT
    if len(instants) == 1:
        return f"{kind} at {clock(instants[0])}"
    return f"{len(instants):,} {kind}s, the first at {clock(instants[0])}"


def _draw_markers(
    line: Line,
    instants: Sequence[int],
    lift: float,
    false: bool,
    ax: Axes,
    colour: str,
    look: Theme,
) -> None:
    ax.plot(
        instants,
        line.at(instants),
        transform=ax.transData + ScaledTranslation(0, lift / 72, figure_of(ax).dpi_scale_trans),
        linestyle="none",
        marker="X" if false else "o",
        markersize=9 if false else 6,
        markerfacecolor=colour if false else look.background,
        markeredgecolor=look.background if false else colour,
        markeredgewidth=1 if false else 1.5,
        clip_on=False,
        zorder=5,
        label=f"{line.label}: {FALSE_TIMEOUT if false else TIMEOUT}",
    )


class Frame:
    """The rectangle of a panel in points, and the curves in it."""

    def __init__(self, panel: Panel, ax: Axes) -> None:
        box, dpi = ax.get_window_extent(), figure_of(ax).dpi
        self.width, self.height = box.width * 72 / dpi, box.height * 72 / dpi
        self._span = panel.span
        self._low, self._high = ax.get_ylim()
        self._curves = [self._segments(line) for line in panel.lines]

    def point(self, instant: int, line: Line) -> tuple[float, float]:
        """Return where a line is at an instant."""
        return instant / self._span * self.width, self.up(line.at([instant])[0])

    def up(self, value: float) -> float:
        """Return how far above the lower edge a value is."""
        return (value - self._low) / (self._high - self._low) * self.height

    def thinned(self, instants: Sequence[int]) -> list[int]:
        """Return the first of the instants, and of the others those that are far enough apart."""
        shown: list[int] = []
        for t in instants:
            if not shown or (t - shown[-1]) / self._span * self.width >= APART:
                shown.append(t)
        return shown

    def lift(self, instants: Sequence[int], line: Line, markers: list[Box]) -> float:
        """Return how far up to move a line's markers so that they hide none of other lines.

        Note where they are.
        """
        half = MARKER / 2
        places = [self.point(t, line) for t in instants]
        lift = 0.0
        while True:
            mine = [Box(x - half, y - half + lift, MARKER, MARKER) for x, y in places]
            if not any(box.meets(other) for box in mine for other in markers):
                markers += mine
                return lift
            lift += MARKER

    def _segments(self, line: Line) -> np.ndarray:
        """Return the boxes around the pieces of a curve: left, right, bottom, top."""
        x = np.asarray(line.times, dtype=float) / self._span * self.width
        y = (np.asarray(line.values, dtype=float) - self._low) / (self._high - self._low)
        y *= self.height
        pieces = [np.minimum(x[:-1], x[1:]), np.maximum(x[:-1], x[1:])]
        pieces += [np.minimum(y[:-1], y[1:]), np.maximum(y[:-1], y[1:])]
        return np.array(pieces)

    def place(self, marker: tuple[float, float], width: float, taken: Sequence[Box]) -> Box:
        """Return room for words near a marker, on no other words and, if possible, on no curve."""
        boxes = list(self._candidates(marker, width))
        free = [box for box in boxes if not any(box.meets(other) for other in taken)]
        if free:
            return min(free, key=self._crossings)
        return boxes[0].moved_clear(taken, 2.0)

    def _candidates(self, marker: tuple[float, float], width: float) -> Iterator[Box]:
        """Yield places above and below a marker, the nearest and most central first."""
        x, y = marker
        for distance in (FROM_MARKER + row * ROW for row in range(ROWS)):
            for bottom in (y + distance, y - distance - ROW):
                right = (x + FROM_MARKER, x + 4 * FROM_MARKER)
                far = x - width - 4 * FROM_MARKER
                for left in (x - width / 2, right[0], x - width - FROM_MARKER, right[1], far):
                    inside = max(0.0, min(self.width - width, left))
                    if 0 <= bottom <= self.height - ROW:
                        yield Box(inside, bottom, width, ROW)

    def _crossings(self, box: Box) -> int:
        """Return how many pieces of curves run through a box."""
        return sum(
            int(
                np.count_nonzero(
                    (left < box.left + box.width + HALO)
                    & (right > box.left - HALO)
                    & (bottom < box.bottom + box.height + HALO)
                    & (top > box.bottom - HALO)
                )
            )
            for left, right, bottom, top in self._curves
        )


def _draw_words(text: str, box: Box, frame: Frame, ax: Axes, colour: str, look: Theme) -> None:
    ax.text(
        box.left / frame.width,
        (box.bottom + SMALL * 0.3) / frame.height,
        text,
        transform=ax.transAxes,
        color=colour,
        fontsize=SMALL,
        path_effects=[withStroke(linewidth=3, foreground=look.background)],
        zorder=6,
    )
