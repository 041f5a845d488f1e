"""Pictures: recordings in, matplotlib out.

Models   nothing in Go.
Read     gosim.record first; here themes, scales, labels, lines, figures, files, in this order.

Nothing else in gosim imports matplotlib, and nothing here touches the user's settings of it.

"""

from gosim.plots.figures import Panels, check_number, compare, run_figure, run_svg, timeline
from gosim.plots.files import FORMATS, check, format_of, save, svg
from gosim.plots.heatmap import heat_map
from gosim.plots.themes import THEMES
from gosim.plots.through_dots import through_dots

__all__ = [
    "FORMATS",
    "THEMES",
    "Panels",
    "check",
    "check_number",
    "compare",
    "format_of",
    "heat_map",
    "run_figure",
    "run_svg",
    "save",
    "svg",
    "through_dots",
    "timeline",
]
