"""Labels keep their distance, their order and, while there is room, to their panel."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gosim.plots.labels import Box, shortened, spread, width_of, wrapped

PLACES = st.lists(st.floats(-10, 160), min_size=1, max_size=9)


@given(PLACES)
def test_spread_labels_do_not_touch(wanted):
    places = sorted(spread(wanted, 12, 6, 150))

    assert all(above - below > 12 - 1e-6 for below, above in pairwise(places))


@given(PLACES)
def test_spread_labels_stay_in_the_panel(wanted):
    assert all(6 - 1e-6 <= place <= 150 + 1e-6 for place in spread(wanted, 12, 6, 150))


@given(PLACES)
def test_spread_labels_keep_their_order(wanted):
    places = spread(wanted, 12, 6, 150)
    numbers = range(len(wanted))

    wished = sorted(numbers, key=lambda i: (round(wanted[i]), -i))
    assert wished == sorted(numbers, key=places.__getitem__)


def test_labels_with_room_stay_where_they_are():
    assert spread([20, 50, 100], 12, 0, 150) == [20, 50, 100]


def test_labels_of_lines_at_the_bottom_are_stacked():
    assert spread([140, 4, 4], 26, 10, 150) == [140, 36, 10]


def test_too_many_labels_go_above_and_do_not_touch():
    places = spread([0.0] * 20, 12, 0, 150)

    assert [above - below for above, below in pairwise(places)] == [12] * 19
    assert places[-1] == 0


def test_a_long_text_is_cut_with_an_ellipsis():
    cut = shortened("a name that nobody would give to a scenario", 9, 80)

    assert cut.endswith("…")
    assert width_of(cut, 9) <= 80


@given(st.lists(st.text("abc ", min_size=1, max_size=30), max_size=9))
def test_wrapped_lines_fit(pieces):
    assert all(width_of(line, 8) <= 100 for line in wrapped(pieces, 8, 100))


def test_a_box_moves_until_it_is_clear():
    box = Box(0, 0, 10, 5)

    assert box.moved_clear([Box(5, 0, 10, 5), Box(0, 6, 3, 5)], 1) == Box(0, 11, 10, 5)
