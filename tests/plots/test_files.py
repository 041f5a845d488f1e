"""A figure becomes the same bytes each time, and a file appears whole or not at all."""

from __future__ import annotations

import subprocess
import sys

import pytest
from matplotlib.figure import Figure
from recordings import leaky, newtimer, reset

from gosim.errors import UsageError
from gosim.plots import check, compare, format_of, run_figure, save, svg
from gosim.record.files import write_whole

BEGINNINGS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}
formats = pytest.mark.parametrize("suffix", BEGINNINGS)


@formats
def test_two_saves_are_equal_byte_for_byte(tmp_path, suffix):
    for name in ("one", "two"):
        save(compare([leaky(), newtimer(), reset()]), tmp_path / f"{name}.{suffix}")

    one = (tmp_path / f"one.{suffix}").read_bytes()
    assert one == (tmp_path / f"two.{suffix}").read_bytes()
    assert one.startswith(BEGINNINGS[suffix])


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_one_figure_saved_twice_is_equal_byte_for_byte(tmp_path, suffix):
    figure = run_figure(leaky())
    for name in ("one", "two"):
        save(figure, tmp_path / f"{name}.{suffix}")

    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_a_png_has_two_pixels_for_each_of_the_page(tmp_path):
    save(run_figure(leaky()), tmp_path / "a.png")
    head = (tmp_path / "a.png").read_bytes()[:24]

    assert int.from_bytes(head[16:20], "big") == 1440


def test_panels_axes_and_figures_can_be_saved(tmp_path):
    panels = compare([leaky()])
    for name, thing in (("a", panels), ("b", panels.memory), ("c", panels.figure)):
        save(thing, tmp_path / f"{name}.SVG")

    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


def test_a_figure_of_one_s_own_gets_the_background_of_the_theme():
    figure = Figure()
    figure.subplots()

    assert "#0f141a" not in svg(figure)
    assert "#0f141a" in svg(run_figure(leaky(), theme="dark"))


def test_the_words_are_outlines():
    """A page looks the same where the font is missing."""
    assert "<text" not in svg(run_figure(leaky()))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "a.gif",
            r"a\.gif: a figure cannot be a \.gif file; end its name in \.svg, \.png or \.pdf",
        ),
        ("a", "a: the file has no suffix; end its name in"),
        (".svg", "the file has no suffix"),
    ],
)
def test_an_unknown_suffix_is_refused(tmp_path, name, words):
    with pytest.raises(UsageError, match=words):
        format_of(name)
    with pytest.raises(UsageError, match=words):
        save(run_figure(leaky()), tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(
        UsageError, match=r"cannot write .*b\.svg: there is no folder .*; name another"
    ):
        save(run_figure(leaky()), tmp_path / "a" / "b.svg")


def test_a_folder_is_not_overwritten(tmp_path):
    (tmp_path / "a.svg").mkdir()
    with pytest.raises(UsageError, match=r"cannot write .*: it is a folder"):
        check(tmp_path / "a.svg")
    with pytest.raises(UsageError, match=r"cannot write .*: it is a folder"):
        save(run_figure(leaky()), tmp_path / "a.svg")

    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


def test_what_the_system_refuses_is_told_in_its_words(tmp_path):
    with pytest.raises(UsageError, match=r"cannot write .*: file name too long"):
        write_whole(tmp_path / f"{'a' * 300}.svg", b"")
    with pytest.raises(UsageError, match=r"cannot write .*: file name too long"):
        save(run_figure(leaky()), tmp_path / f"{'a' * 300}.svg")


def test_what_was_there_stays_when_drawing_fails(tmp_path):
    (tmp_path / "a.svg").write_text("before")
    figure = run_figure(leaky())
    figure.draw = None  # Whatever goes wrong, it goes wrong here.

    with pytest.raises(TypeError):
        save(figure, tmp_path / "a.svg")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


IMPORTS = """
import sys, gosim
assert "matplotlib" not in sys.modules, "gosim is slow to import"
import gosim.plots
from gosim import run
from gosim.golib import time
def main():
    yield time.Sleep(time.Second)
result = run(main)
gosim.plots.svg(gosim.plots.run_figure(result))
assert "matplotlib.pyplot" not in sys.modules
"""


@pytest.mark.slow
def test_matplotlib_is_imported_late_and_pyplot_never():
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)
