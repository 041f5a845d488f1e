"""Labels that do not lie on each other.

Models   nothing in Go.

Everything here is in points, from the lower left corner of a panel.

>>> spread([100.0, 0.0, 0.0], 12, 0, 150)
[100.0, 12.0, 0.0]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from gosim.plots.themes import FONT


@cache
def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a text is."""
    font = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width)


def shortened(text: str, size: float, room: float, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis if it is wider than the room."""
    if width_of(text, size, bold) <= room:
        return text
    while text and width_of(text + "…", size, bold) > room:
        text = text[:-1]
    return text.rstrip(" ,·") + "…"


def wrapped(pieces: Sequence[str], size: float, room: float, joint: str = " · ") -> list[str]:
    """Return lines of pieces that are no wider than the room; no piece is broken."""
    lines: list[str] = []
    for piece in pieces:
        longer = lines[-1] + joint + piece if lines else piece
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(shortened(piece, size, room))
    return lines


def spread(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Return places near the wanted ones, at least `distance` apart, from `low` to `high`.

    The order stays; of two that want the same place, to a point, the first is the upper.  If
    there is not room for all, they go above `high`.
    """
    order = sorted(range(len(wanted)), key=lambda i: (round(wanted[i]), -i))
    blocks: list[list[float]] = []  # Each is [its middle, how many places are in it].
    for i in order:
        blocks.append([_clamped(wanted[i], 1, distance, low, high), 1.0])
        while len(blocks) > 1 and _gap(blocks[-2], blocks[-1], distance) < -1e-9:
            (middle, number), (below, others) = blocks.pop(), blocks.pop()
            together = number + others
            middle = (middle * number + below * others) / together
            blocks.append([_clamped(middle, together, distance, low, high), together])
    places = [
        middle + (k - (number - 1) / 2) * distance
        for middle, number in blocks
        for k in range(int(number))
    ]
    found = [0.0] * len(wanted)
    for i, place in zip(order, places, strict=True):
        found[i] = place
    return found


def _gap(below: Sequence[float], above: Sequence[float], distance: float) -> float:
    return (above[0] - below[0]) - (above[1] + below[1]) / 2 * distance


def _clamped(middle: float, number: float, distance: float, low: float, high: float) -> float:
    half = (number - 1) / 2 * distance
    return max(low + half, min(high - half, middle))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that some text fills."""

    left: float
    bottom: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Return whether the two have a point in common."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.bottom < other.bottom + other.height
            and other.bottom < self.bottom + self.height
        )

    def moved_clear(self, others: Sequence[Box], step: float) -> Box:
        """Return the box, moved up (or down, with a negative step) until it meets none."""
        box = self
        while any(box.meets(other) for other in others):
            box = Box(box.left, box.bottom + step, box.width, box.height)
        return box
