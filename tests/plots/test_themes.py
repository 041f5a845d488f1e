"""Every colour can be read on its page, and told from the others by everybody."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from gosim.errors import UsageError
from gosim.plots.themes import THEMES, theme_of

EYES = {
    "trichromat": np.eye(3),
    "protanope": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deuteranope": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritanope": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
"""Matrices over linear RGB, after Machado, Oliveira and Fernandes (2009), full severity."""

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def linear(colour):
    c = np.array(to_rgb(colour))
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(colour, other):
    """Contrast as the Web Content Accessibility Guidelines define it."""
    low, high = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (colour, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = to_xyz @ np.clip(rgb, 0, 1) / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@themes
def test_text_has_enough_contrast(theme):
    for colour in (*theme.colours, theme.ink, theme.muted):
        assert contrast(colour, theme.background) >= 4.5, colour


@themes
@pytest.mark.parametrize("eye", EYES.values(), ids=list(EYES))
def test_any_two_lines_can_be_told_apart(theme, eye):
    for one, other in combinations(theme.colours, 2):
        distance = np.linalg.norm(lab(eye @ linear(one)) - lab(eye @ linear(other)))
        assert distance > 12, (one, other)


def test_an_unknown_theme_is_refused():
    with pytest.raises(UsageError, match="there is no theme 'sepia'; take light or dark"):
        theme_of("sepia")
