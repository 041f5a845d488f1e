"""The heat map of a sweep: memory over rate and timeout, one panel for each version and GOGC.

Models   nothing in Go.
Read     gosim.plots.figures first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure

from gosim.errors import UsageError
from gosim.plots.themes import settings, theme_of
from gosim.units import format_bytes, format_count

COLUMN: Final = "rss_bytes_max"
SMALL: Final = 1_000_000
"""Below this the colour does not matter."""


def heat_map(rows: Sequence[Mapping[str, Any]], theme: str = "light") -> Figure:
    """Return the picture of a sweep: what `top` shows at most, in every cell.

    Raises UsageError if there is nothing to draw.
    """
    if not rows:
        raise UsageError("there is nothing to draw", "sweep over something")
    look = theme_of(theme)
    panels = sorted({(row["go"], row["gogc"]) for row in rows}, key=str)
    rates = sorted({row["rate"] for row in rows})
    timeouts = sorted({row["timeout_s"] for row in rows})
    top = max(10 * SMALL, *(row[COLUMN] for row in rows))
    with settings():
        figure = Figure(
            figsize=(7.5, 1.2 + 0.6 * len(timeouts) * len(panels) + 0.9 * len(panels)),
            facecolor=look.background,
            layout="constrained",
        )
        for ax, panel in zip(np.atleast_1d(figure.subplots(len(panels))), panels, strict=True):
            cells = {
                (row["timeout_s"], row["rate"]): row[COLUMN]
                for row in rows
                if (row["go"], row["gogc"]) == panel
            }
            values = [[max(cells[t, r], 1) for r in rates] for t in timeouts]
            ax.imshow(values, norm=LogNorm(SMALL, top), cmap="cividis", aspect="auto")
            _label(ax, panel, rates, timeouts, look)
            _write(ax, values, top)
        figure.supxlabel("messages a second", color=look.ink, fontsize=10)
        figure.suptitle("What top shows at most", color=look.ink, fontweight="bold")
    return figure


def _label(ax: Any, panel: tuple[str, int], rates: Any, timeouts: Any, look: Any) -> None:
    gogc = "off" if panel[1] < 0 else panel[1]
    ax.set_title(f"Go {panel[0]}, GOGC={gogc}", color=look.ink, fontsize=10, loc="left")
    ax.set_xticks(range(len(rates)), [format_count(rate) for rate in rates])
    ax.set_yticks(range(len(timeouts)), [f"{timeout:g} s" for timeout in timeouts])
    ax.set_ylabel("timeout", color=look.ink)
    ax.tick_params(colors=look.ink, length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def _write(ax: Any, values: list[list[int]], top: int) -> None:
    """Write each value into its cell, dark on light and light on dark."""
    for y, row in enumerate(values):
        for x, value in enumerate(row):
            bright = value > (SMALL * top) ** 0.5
            ax.text(
                x,
                y,
                format_bytes(value),
                ha="center",
                va="center",
                fontsize=9,
                color="black" if bright else "white",
            )
