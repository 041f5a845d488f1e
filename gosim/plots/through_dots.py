"""The model's line through real Go's dots, one panel for each recording.

Models   nothing in Go.
Read     gosim.plots.figures first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure

from gosim.errors import UsageError
from gosim.plots.themes import settings, theme_of

NS_A_SECOND = 1_000_000_000
MB = 1_000_000

Curve = Sequence[tuple[int, int]]


def through_dots(curves: Sequence[tuple[str, Curve, Curve]], theme: str = "light") -> Figure:
    """Draw HeapAlloc over time: (name, real Go, the model) for each panel.

    Raises UsageError if there is nothing to draw.
    """
    if not curves:
        raise UsageError("there is no such recording to draw", "take Go 1.19, 1.22, 1.23 or 1.27")
    look = theme_of(theme)
    with settings():
        figure = Figure(
            figsize=(7.5, 0.7 + 2.1 * len(curves)), facecolor=look.background, layout="constrained"
        )
        panels = figure.subplots(len(curves), squeeze=False)[:, 0]
        for ax, (name, real, mine) in zip(panels, curves, strict=True):
            _panel(ax, name, real, mine, look)
        panels[0].legend(loc="upper left", frameon=False, labelcolor=look.ink, fontsize=9)
        panels[-1].set_xlabel("time, seconds", color=look.ink)
    return figure


def _panel(ax: Any, name: str, real: Curve, mine: Curve, look: Any) -> None:
    ax.set_facecolor(look.background)
    dots = {"marker": "o", "markersize": 3, "linestyle": "none", "color": look.colour(1)}
    ax.plot(*_points(real), label="real Go", **dots)
    ax.plot(*_points(mine), label="gosim", color=look.colour(0), linewidth=1.5)
    ax.set_title(name, color=look.ink, fontsize=10, loc="left")
    ax.set_ylabel("HeapAlloc, MB", color=look.ink)
    ax.set_ylim(bottom=0)
    ax.tick_params(colors=look.muted)
    ax.grid(axis="y", color=look.grid)
    for spine in ax.spines.values():
        spine.set_visible(False)


def _points(curve: Curve) -> tuple[list[float], list[float]]:
    return [t / NS_A_SECOND for t, _ in curve], [size / MB for _, size in curve]
