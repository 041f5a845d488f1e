"""The figures: timers in the heap above, memory below, over virtual time.

Models   nothing in Go.
Read     gosim.plots.lines and gosim.plots.labels first.

A figure is 720 pixels wide on a page.  All lengths here are in points, of which that is 540.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gosim.errors import UsageError
from gosim.plots.files import figure_of, svg
from gosim.plots.labels import shortened, spread, width_of, wrapped
from gosim.plots.lines import Line, Panel, caption_of, companions, is_early, labels_of, panel_of
from gosim.plots.marks import draw_marks
from gosim.plots.scales import in_minutes, time_ticks
from gosim.plots.themes import LABEL, LINES_MAX, SMALL, TITLE, Theme, settings, theme_of
from gosim.record.result import Result

WIDTH: Final = 540.0
HEIGHT: Final = 150.0
"""Of one panel; it grows when there are many lines to label."""

EDGE: Final = 10.0
"""The empty border of a figure."""

HEAD: Final = 34.0
"""What a panel's title takes, with the gap above it."""

LABEL_ROOM: Final = 185.0
"""No label is wider."""

LABEL_GAP: Final = 12.0
"""From the end of the axes to the labels."""

TWO_ROWS_UP_TO: Final = 5
"""With so many lines each label has two rows: the name, and what it came to."""

DASH: Final = 3.5
"""In line widths."""

LINE_WIDTH: Final = 2.0

PART_WIDTH: Final = 1.4
"""Of the dotted line of what is live."""

BELOW: Final = 0.03
"""The part of a panel's height that lies below 0, so that a line at 0 can be seen."""


class Panels(NamedTuple):
    """The two panels of a figure.  In a notebook they show themselves."""

    timers: Axes
    memory: Axes

    @property
    def figure(self) -> Figure:
        """The figure that they are part of."""
        return figure_of(self.timers)

    def _repr_svg_(self) -> str:
        return svg(self.figure)


def compare(
    results: Sequence[Result],
    labels: Sequence[str] | None = None,
    axes: Sequence[Axes] | None = None,
    theme: str = "light",
) -> Panels:
    """Draw several runs on one axis of time: timers in the heap above, memory below.

    The memory is what `top` shows; a thin line is the part of it that is live.

    `labels` name the runs; without them, the labels say what tells the runs apart.  `axes` are
    two axes of a figure of your own; without them there is a new figure.

    Raises UsageError if there is nothing to draw, or not one label for each run, or not two axes.
    """
    results = list(results)
    look = theme_of(theme)
    labels = _checked(results, labels)
    panels = [panel_of(results, labels, column) for column in ("timers", "rss_bytes")]
    with settings():
        if axes is None:
            axes = _new_figure(panels, [*caption_of(results), *_key(panels)], look)
        elif len(axes) != 2:
            raise UsageError(f"{len(axes)} axes are not two", "pass one for timers, one for memory")
        for number, (panel, ax) in enumerate(zip(panels, axes, strict=True)):
            _draw(panel, ax, look, times=number == 1)
    return Panels(*axes)


def run_figure(result: Result, theme: str = "light") -> Figure:
    """Return the picture of one run: timers in the heap above, memory below."""
    return compare([result], theme=theme).figure


def run_svg(result: Result) -> str:
    """Return the picture of one run as the text of an SVG element."""
    return svg(run_figure(result))


def timeline(
    result: Result, ax: Axes | None = None, column: str = "timers", theme: str = "light"
) -> Axes:
    """Draw one column of one run.  Raises UsageError if there is no such column."""
    look = theme_of(theme)
    panel = panel_of([result], labels_of([result]), column)
    with settings():
        if ax is None:
            (ax,) = _new_figure([panel], caption_of([result]), look)
        _draw(panel, ax, look, times=True)
    return ax


def _checked(results: Sequence[Result], labels: Sequence[str] | None) -> list[str]:
    if not results:
        raise UsageError("there is no run to draw", "pass at least one result")
    check_number(len(results))
    if labels is None:
        return labels_of(results)
    if len(labels) != len(results):
        raise UsageError(
            f"{len(labels)} labels do not fit {len(results)} runs", "pass one label for each run"
        )
    return list(labels)


def _key(panels: Sequence[Panel]) -> list[str]:
    """Return what the dotted lines are, if there are any."""
    seen = any(line.part_is_seen(panel.top) for panel in panels for line in panel.lines)
    return ["dotted: of this, live objects"] if seen else []


def check_number(lines: int) -> None:
    """Raise UsageError for more lines than can be told apart."""
    if lines > LINES_MAX:
        raise UsageError(
            f"{lines} runs in one picture cannot be told apart",
            f"draw up to {LINES_MAX}, and the others in another one",
        )


# -- a figure of our own ------------------------------------------------------------------------


def _new_figure(panels: Sequence[Panel], caption: Sequence[str], look: Theme) -> list[Axes]:
    """Return the empty axes of a figure in which everything will have room."""
    lines = wrapped(caption, SMALL, WIDTH - 2 * EDGE)
    foot = EDGE + len(lines) * SMALL * 1.4 + 36
    height = max(HEIGHT, max(len(panel.lines) for panel in panels) * _row(panels[0]))
    whole = foot + len(panels) * (height + HEAD) - EDGE / 2
    left = EDGE + 6 + max(width_of(text, SMALL) for panel in panels for _, text in panel.ticks)
    right = EDGE + LABEL_GAP + max(_label_width(panel) for panel in panels)
    figure = Figure(figsize=(WIDTH / 72, whole / 72), dpi=96, facecolor=look.background)
    for number, text in enumerate(reversed(lines)):
        y = (EDGE + number * SMALL * 1.4) / whole
        figure.text(EDGE / WIDTH, y, text, color=look.muted, fontsize=SMALL, va="baseline")
    places = []
    for number in range(len(panels)):
        bottom = whole + EDGE / 2 - (number + 1) * (height + HEAD)
        box = (left / WIDTH, bottom / whole, (WIDTH - left - right) / WIDTH, height / whole)
        places.append(figure.add_axes(box))
    return places


def _row(panel: Panel) -> float:
    """Return the height of one label."""
    return LABEL * 1.3 + (SMALL * 1.3 + 3 if _two_rows(panel) else 1.5)


def _two_rows(panel: Panel) -> bool:
    return len(panel.lines) <= TWO_ROWS_UP_TO


def _label_width(panel: Panel) -> float:
    widths = []
    for line in panel.lines:
        name = width_of(line.label, LABEL, bold=True)
        says = width_of(line.says, SMALL)
        widths.append(max(name, says) if _two_rows(panel) else name + LABEL + says)
    return min(LABEL_ROOM, max(widths))


# -- a panel ------------------------------------------------------------------------------------


def _draw(panel: Panel, ax: Axes, look: Theme, times: bool) -> None:
    _draw_axes(panel, ax, look, times)
    styles = _styles(panel)
    for number, line in enumerate(panel.lines):
        for style, hidden in styles[number]:
            _draw_line(line, ax, look.colour(number), style, hidden, zorder=3 + number / 100)
        if line.part_is_seen(panel.top):
            _draw_part(line, ax, look.colour(number), zorder=2 + number / 100)
        if line.ended:
            ax.plot(*line.end, "o", color=look.colour(number), markersize=5, clip_on=False)
    if len(panel.lines) == 1:
        line = panel.lines[0]
        ax.fill_between(line.times, line.values, color=look.colour(0), alpha=0.12, linewidth=0)
    _draw_labels(panel, ax, look)
    draw_marks(panel, ax, look)


def _draw_axes(panel: Panel, ax: Axes, look: Theme, times: bool) -> None:
    ax.set_facecolor(look.background)
    ax.set_title(panel.title, loc="left", color=look.ink, fontsize=TITLE, weight="bold", pad=7)
    ax.set_xlim(0, panel.span)
    ax.set_ylim(-BELOW * panel.top, panel.top * 1.05)
    ticks = time_ticks(panel.span)
    ax.set_xticks([t for t, _ in ticks], [text for _, text in ticks] if times else [])
    ax.set_yticks([y for y, _ in panel.ticks], [text for _, text in panel.ticks])
    ax.tick_params(length=0, pad=5, colors=look.muted, labelsize=SMALL)
    ax.grid(axis="y", color=look.grid, linewidth=0.8)
    ax.set_axisbelow(True)
    ax.axhline(0, color=look.muted, linewidth=0.8, zorder=1.5)
    for spine in ax.spines.values():
        spine.set_visible(False)
    if times:
        unit = ", minutes:seconds" if in_minutes(panel.span) else ""
        ax.set_xlabel(f"virtual time{unit}", color=look.muted, fontsize=SMALL, labelpad=5)


Style = tuple[Any, np.ndarray]
"""How a line is drawn, and where it is not."""


def _styles(panel: Panel) -> list[list[Style]]:
    """Return styles for each line, each with where it is not drawn, so that all can be seen.

    Of n lines on each other the first is solid, the last covers one n-th of it; a line is dashed
    only where it lies on another one.
    """
    styles: list[list[Style]] = [
        [("-", np.zeros(len(line.times), dtype=bool))] for line in panel.lines
    ]
    for group in companions(panel):
        for below, number in enumerate(group[1:], 1):
            line = panel.lines[number]
            on = panel.covers([panel.lines[other] for other in group[:below]], line)
            dashes = (0, ((len(group) - below) * DASH, below * DASH))
            wide = np.pad(on, 1, constant_values=True)  # Where it begins and ends, the two meet.
            parts: list[Style] = [(dashes, ~on), ("-", on & wide[:-2] & wide[2:])]
            styles[number] = [(style, hidden) for style, hidden in parts if not hidden.all()]
    return styles


def _draw_line(
    line: Line, ax: Axes, colour: str, style: Any, hidden: np.ndarray, zorder: float
) -> None:
    ax.plot(
        line.times,
        np.where(hidden, np.nan, line.values) if hidden.any() else line.values,
        color=colour,
        linestyle=style,
        linewidth=LINE_WIDTH,
        dash_capstyle="butt",
        solid_joinstyle="round",
        clip_on=False,
        zorder=zorder,
        label=line.label,
    )


def _draw_part(line: Line, ax: Axes, colour: str, zorder: float) -> None:
    ax.plot(
        line.times,
        line.part,
        color=colour,
        linestyle=":",
        linewidth=PART_WIDTH,
        clip_on=False,
        zorder=zorder,
        label=f"{line.label}: live",
    )


def _size(ax: Axes) -> tuple[float, float]:
    """Return width and height of axes in points."""
    box, dpi = ax.get_window_extent(), figure_of(ax).dpi
    return box.width * 72 / dpi, box.height * 72 / dpi


def _height_of(y: float, panel: Panel, height: float) -> float:
    """Return where in a panel a value is, in points above its lower edge."""
    return (y / panel.top + BELOW) / (1.05 + BELOW) * height


def _draw_labels(panel: Panel, ax: Axes, look: Theme) -> None:
    """Write each line's label at its end, and what it came to."""
    width, height = _size(ax)
    row = _row(panel)
    wanted = [_height_of(line.end[1], panel, height) for line in panel.lines]
    low = row / 2 - LABEL / 2
    places = spread(wanted, row, low, height)
    for number, (line, y, end) in enumerate(zip(panel.lines, places, wanted, strict=True)):
        colour = look.colour(number)
        x = 1 + LABEL_GAP / width
        arrow = {"arrowstyle": "-", "color": colour, "linewidth": 0.8, "alpha": 0.7}
        arrow |= {"relpos": (0, 0.5), "shrinkA": 1, "shrinkB": 2}
        # A line that ends early has a dot there: an arrow from it would cross the panel.
        alone = abs(y - end) < 2 or is_early(line.end[0], panel.span)
        up = SMALL * 0.65 if _two_rows(panel) else 0
        name = shortened(line.label, LABEL, LABEL_ROOM, bold=True)
        ax.annotate(
            name,
            xy=line.end,
            xytext=(x, (y + up) / height),
            textcoords="axes fraction",
            color=colour,
            fontsize=LABEL,
            weight="bold",
            va="center",
            arrowprops=None if alone else arrow,
            annotation_clip=False,
        )
        right = 0 if _two_rows(panel) else width_of(name, LABEL, bold=True) + LABEL / 2
        ax.text(
            x + right / width,
            (y - (LABEL * 0.65 if _two_rows(panel) else 0)) / height,
            shortened(line.says, SMALL, LABEL_ROOM - right),
            transform=ax.transAxes,
            color=look.muted,
            fontsize=SMALL,
            va="center",
        )
