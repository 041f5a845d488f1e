"""A figure shows what was recorded, in real units, and every word of it can be read."""

from __future__ import annotations

from itertools import combinations, pairwise

import matplotlib
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from recordings import curve, leaky, newtimer, recording, reset

from gosim.errors import UsageError
from gosim.plots import compare, run_figure, run_svg, timeline
from gosim.record.result import Result
from gosim.units import MILLISECOND, SECOND


def lines(ax):
    return {line.get_label(): line for line in ax.lines if not line.get_label().startswith("_")}


def texts(ax):
    return [text.get_text() for text in ax.texts]


def ticks(axis):
    return [label.get_text() for label in axis.get_ticklabels()]


def words_of(figure):
    """Every text of a figure, with the rectangle it fills."""
    figure.draw_without_rendering()
    renderer = FigureCanvasAgg(figure).get_renderer()
    found = [*figure.texts]
    for ax in figure.axes:
        found += [*ax.texts, ax.xaxis.label, ax._left_title]
        found += [*ax.get_xticklabels(), *ax.get_yticklabels()]
    return [(text.get_text(), text.get_tightbbox(renderer)) for text in found if text.get_text()]


def boxes_of_labels(ax):
    """The rectangles of labels and words in a panel, without the arrows that lead to them."""
    renderer = FigureCanvasAgg(ax.figure).get_renderer()
    return [
        (text.get_text(), super(type(text), text).get_window_extent(renderer))
        if hasattr(text, "arrow_patch")
        else (text.get_text(), text.get_window_extent(renderer))
        for text in ax.texts
    ]


MANY = {
    "article": lambda: [leaky(), newtimer(), reset()],
    "one": lambda: [leaky()],
    "zeros": lambda: [recording([0] * 5)],
    "one sample": lambda: [recording([0], why_ended="deadlock", ended_at_ns=0)],
    "short": lambda: [recording(list(range(60)), MILLISECOND)],
    "five": lambda: [leaky(), leaky(version="Go 1.13"), newtimer(), reset(), recording([0] * 9)],
    "eight": lambda: [leaky(seed=seed) for seed in range(4)] + [reset(seed=s) for s in range(4)],
    "long names": lambda: [leaky(scenario="the-longest-name-of-a-scenario-ever"), newtimer()],
    "many marks": lambda: [
        newtimer(marks=[(s * SECOND, "false timeout", 1) for s in range(0, 300, 3)]),
        reset(marks=[(180 * SECOND, "false timeout", 1), (181 * SECOND, "timeout", 1)]),
    ],
}
every_figure = pytest.mark.parametrize("results", MANY.values(), ids=list(MANY))


def test_the_lines_are_the_recorded_series():
    results = [leaky(), newtimer(), reset()]

    timers, memory = compare(results)

    for ax, column in ((timers, "timers"), (memory, "rss_bytes")):
        for result in results:
            line = lines(ax)[result.scenario]
            assert list(line.get_xdata()) == result.series["t_ns"]
            assert list(line.get_ydata()) == result.series[column]


def test_the_axes_have_units_that_a_person_can_read():
    timers, memory = compare([leaky(), reset()])

    assert timers.get_title("left") == "Timers in the heap"
    assert ticks(timers.yaxis) == ["0", "100 million", "200 million", "300 million"]
    assert memory.get_title("left") == "Memory, as top shows it"
    assert ticks(memory.yaxis) == ["0", "50 GB", "100 GB"]
    assert ticks(memory.xaxis) == ["0:00", "1:00", "2:00", "3:00", "4:00", "5:00", "6:00"]
    assert memory.get_xlabel() == "virtual time, minutes:seconds"
    assert timers.get_xlim() == memory.get_xlim()


def test_a_dotted_line_is_the_part_that_is_live_where_it_can_be_seen():
    _, memory = compare([leaky(), reset()])

    assert list(lines(memory)["leaky: live"].get_ydata()) == leaky().series["heap_live_bytes"]
    assert "reset: live" not in lines(memory)
    assert "dotted: of this, live objects" in " ".join(
        text.get_text() for text in memory.figure.texts
    )


def test_false_and_true_timeouts_are_marked_where_they_happen():
    marks = [(30 * SECOND, "timeout", 1), (60 * SECOND, "timeout", 1)]
    timers, _ = compare([newtimer(), reset(marks=marks)])

    assert list(lines(timers)["newtimer: false timeout"].get_xdata()) == [180_005_000_000]
    assert list(lines(timers)["reset: timeout"].get_xdata()) == [30 * SECOND, 60 * SECOND]
    assert list(lines(timers)["reset: timeout"].get_ydata()) == [1, 1]
    assert "false timeout at 3:00" in texts(timers)
    assert "2 timeouts, the first at 30 s" in texts(timers)


def test_lines_are_labelled_at_their_ends():
    timers, memory = compare([leaky(), newtimer(), reset()])

    assert texts(timers)[:6] == [
        *("leaky", "at most 360 million"),
        *("newtimer", "at most 1"),
        *("reset", "at most 1"),
    ]
    assert texts(memory)[1::2] == [
        "at most 144 GB, 72.0 GB live",
        *("at most 5.00 MB, 384 B live",) * 2,
    ]


def test_labels_may_be_given():
    timers, _ = compare([leaky(), reset()], labels=["before", "after"])

    assert list(lines(timers)) == ["before", "after"]


def test_a_line_at_the_bottom_of_the_panel_is_above_the_edge():
    timers, _ = compare([leaky(), reset()])

    assert timers.get_ylim()[0] < 0


def test_of_lines_on_each_other_each_can_be_seen():
    timers, _ = compare([leaky(), newtimer(), reset()])

    assert lines(timers)["newtimer"].get_linestyle() == "-"
    assert lines(timers)["reset"].get_linestyle() == "--"  # What matplotlib calls any dashes.
    assert lines(timers)["reset"].get_zorder() > lines(timers)["newtimer"].get_zorder()


def test_the_caption_is_below():
    figure = compare([leaky(), reset()]).figure
    caption = " ".join(text.get_text() for text in reversed(figure.texts))

    assert "Go 1.22 · 1 processor" in caption
    assert "seed 1 · costs as in Go" in caption
    assert "grain 1 (exact)" in caption


@every_figure
def test_no_word_is_cut(results):
    figure = compare(results()).figure

    for text, box in words_of(figure):
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= figure.bbox.x1, text
        assert box.y1 <= figure.bbox.y1, text


@every_figure
def test_no_word_lies_on_another(results):
    panels = compare(results())
    panels.figure.draw_without_rendering()

    for ax in panels:
        for (one, box), (other, second) in combinations(boxes_of_labels(ax), 2):
            overlap = (
                min(box.x1, second.x1) - max(box.x0, second.x0),
                min(box.y1, second.y1) - max(box.y0, second.y0),
            )
            assert min(overlap) < 1, (one, other)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_figure_is_as_wide_as_a_page(theme):
    figure = run_figure(leaky(), theme=theme)

    assert figure.get_size_inches()[0] * 96 == 720


def test_one_run_has_the_same_two_panels():
    timers, memory = run_figure(leaky()).axes

    assert list(lines(timers)) == ["leaky"]
    assert list(lines(memory)) == ["leaky", "leaky: live"]


def test_a_timeline_is_one_column():
    ax = timeline(leaky(), column="zombies")

    assert list(lines(ax)["leaky"].get_ydata()) == [0] * 360
    assert ax.get_title("left") == "Stopped timers still in the heap"
    assert ax.get_xlabel()


def test_axes_may_be_given():
    axes = Figure(figsize=(9, 6)).subplots(2, 1)

    timers, memory = compare([leaky()], axes=axes)
    assert timers is axes[0]
    assert memory is axes[1]
    assert timeline(leaky(), ax=axes[0]) is axes[0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: compare([]), "there is no run to draw"),
        (lambda: compare([leaky()], labels=["a", "b"]), "2 labels do not fit 1 runs"),
        (lambda: compare([leaky()], axes=Figure().subplots(3)), "3 axes are not two"),
        (lambda: compare([leaky()], theme="sepia"), "there is no theme 'sepia'"),
        (lambda: timeline(leaky(), column="bytes"), "there is no column 'bytes'"),
    ],
)
def test_nonsense_is_refused(call, words):
    with pytest.raises(UsageError, match=words):
        call()


def test_a_notebook_shows_a_run_as_a_picture():
    result: Result = leaky()

    assert result._repr_svg_() == run_svg(result)
    assert result._repr_svg_().startswith("<svg")
    assert result._repr_html_().endswith("</svg>\n")
    assert compare([result])._repr_svg_().startswith("<svg")


def test_the_user_s_settings_are_neither_touched_nor_obeyed():
    plain = run_svg(leaky())
    with matplotlib.rc_context({"font.size": 30, "lines.linewidth": 9, "axes.grid": True}):
        before = dict(matplotlib.rcParams)

        assert run_svg(leaky()) == plain
        assert dict(matplotlib.rcParams) == before


def test_words_of_a_timeout_keep_off_the_curve():
    """The words for a timeout at the foot of a cliff stand beside the cliff."""
    timers = curve(lambda s: 1000 if s < 90 else 1, 180)
    timers_panel, _ = compare([recording(timers, marks=[(90 * SECOND, "timeout", 1)])])
    words = next(text for text in timers_panel.texts if text.get_text().startswith("timeout"))

    assert words.get_position()[0] > 0.5


def test_a_thousand_timeouts_do_not_hide_their_line():
    marks = [(5 * SECOND + n * SECOND // 100, "false timeout", 1) for n in range(1500)]
    result = recording(list(range(21)), marks=marks, scenario="afterfunc")
    timers, _ = compare([result])
    timers.figure.draw_without_rendering()
    shown = lines(timers)["afterfunc: false timeout"].get_xdata()
    places = [timers.transData.transform((t, 0))[0] * 72 / timers.figure.dpi for t in shown]

    assert shown[0] == 5 * SECOND
    assert 3 <= len(shown) <= 36
    assert min(b - a for a, b in pairwise(places)) >= 20
    assert "1,500 false timeouts, the first at 5 s" in texts(timers)


def test_timeouts_of_two_lines_at_one_place_are_both_seen():
    mark = [(180 * SECOND, "false timeout", 1)]
    timers, _ = compare([newtimer(marks=mark), reset(marks=mark)])
    markers = [lines(timers)[f"{name}: false timeout"] for name in ("newtimer", "reset")]
    one, other = (line.get_transform().transform((180 * SECOND, 1))[1] for line in markers)

    assert (other - one) * 72 / timers.figure.dpi >= 9


def test_a_line_is_dashed_only_where_it_lies_on_another():
    rising = curve(lambda s: s, 180)
    parting = curve(lambda s: min(s, 90), 180)
    timers, _ = compare([recording(rising, scenario="one"), recording(parting, scenario="two")])
    styles = {
        line.get_linestyle(): [t for t, y in zip(*line.get_data(), strict=True) if not np.isnan(y)]
        for line in timers.lines
        if line.get_label() == "two"
    }

    assert max(styles["--"]) <= 95 * SECOND
    assert min(styles["-"]) >= 89 * SECOND


def test_more_lines_than_can_be_told_apart_are_refused():
    with pytest.raises(
        UsageError, match="9 runs in one picture cannot be told apart; draw up to 8"
    ):
        compare([leaky(seed=seed) for seed in range(9)])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_of_eight_lines_has_a_colour_of_its_own(theme):
    timers, _ = compare([leaky(seed=seed) for seed in range(8)], theme=theme)

    assert len({line.get_color() for line in timers.lines if "seed" in line.get_label()}) == 8
