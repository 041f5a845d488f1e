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

from gosim.plots.files import figure_of
from gosim.plots.labels import Box, width_of
from gosim.plots.lines import Line, Panel
from gosim.plots.themes import SMALL, Theme
from gosim.record.facts import FALSE_TIMEOUT, TIMEOUT
from gosim.record.wording import clock

FROM_MARKER: Final = 8.0
"""From a marker to its words, in points."""

ROW: Final = SMALL * 1.3


def draw_marks(panel: Panel, ax: Axes, look: Theme) -> None:
    """Mark each timeout, and say for each line how many there were."""
    frame = Frame(panel, ax)
    taken: list[Box] = []
    for number, line in enumerate(panel.lines):
        for false in (True, False):
            instants = [t for t, was_false in line.marks if was_false == false]
            if not instants:
                continue
            _draw_markers(line, instants, false, ax, look.colour(number), look)
            text = _words(instants, false)
            box = frame.place(frame.point(instants[0], line), width_of(text, SMALL), taken)
            taken.append(box)
            _draw_words(text, box, frame, ax, look.colour(number), look)


def _words(instants: Sequence[int], false: bool) -> str:
    kind = FALSE_TIMEOUT if false else TIMEOUT
    if len(instants) == 1:
        return f"{kind} at {clock(instants[0])}"
    return f"{len(instants):,} {kind}s, the first at {clock(instants[0])}"


def _draw_markers(
    line: Line, instants: Sequence[int], false: bool, ax: Axes, colour: str, look: Theme
) -> None:
    ax.plot(
        instants,
        line.at(instants),
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
        for distance in (FROM_MARKER, FROM_MARKER + ROW, FROM_MARKER + 2 * ROW):
            for bottom in (y + distance, y - distance - ROW):
                beside = (x + FROM_MARKER, x - width - FROM_MARKER, x + 4 * FROM_MARKER)
                for left in (x - width / 2, *beside):
                    inside = max(0.0, min(self.width - width, left))
                    if 0 <= bottom <= self.height - ROW:
                        yield Box(inside, bottom, width, ROW)

    def _crossings(self, box: Box) -> int:
        """Return how many pieces of curves run through a box."""
        return sum(
            int(
                np.count_nonzero(
                    (left < box.left + box.width)
                    & (right > box.left)
                    & (bottom < box.bottom + box.height)
                    & (top > box.bottom)
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
