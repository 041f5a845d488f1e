"""An axis has a few round ticks from 0 on, each with its unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gosim.plots.scales import byte_ticks, count_ticks, time_ticks
from gosim.units import HOUR, MAX_DURATION, MILLISECOND, MINUTE, SECOND


@given(st.integers(1, MAX_DURATION))
def test_an_axis_of_time_has_a_few_ticks_that_are_all_different(span):
    ticks = time_ticks(span)

    assert 2 <= len(ticks) <= 9
    assert ticks[0][0] == 0
    assert ticks[-1][0] <= span
    assert len({text for _, text in ticks}) == len(ticks)


@given(st.integers(0, 10**13), st.sampled_from([count_ticks, byte_ticks]))
def test_an_axis_of_numbers_has_a_few_ticks_that_are_all_different(top, ticks_of):
    ticks = ticks_of(top)

    assert 2 <= len(ticks) <= 7
    assert ticks[0] == (0, "0")
    assert ticks[-1][0] <= max(top, 1)
    assert len({text for _, text in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("span", "texts"),
    [
        (60 * MILLISECOND, ["0", "10 ms", "20 ms", "30 ms", "40 ms", "50 ms", "60 ms"]),
        (1 * SECOND, ["0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1 s"]),
        (90 * SECOND, ["0", "15 s", "30 s", "45 s", "60 s", "75 s", "90 s"]),
        (3 * MINUTE, ["0:00", "0:30", "1:00", "1:30", "2:00", "2:30", "3:00"]),
        (1 * HOUR, ["0:00", "10:00", "20:00", "30:00", "40:00", "50:00", "60:00"]),
        (10 * HOUR, ["0", "2 h", "4 h", "6 h", "8 h", "10 h"]),
    ],
)
def test_an_axis_of_time_has_the_unit_that_fits_the_run(span, texts):
    assert [text for _, text in time_ticks(span)] == texts


@pytest.mark.parametrize(
    ("top", "texts"),
    [
        (0, ["0", "1"]),
        (1, ["0", "1"]),
        (21, ["0", "5", "10", "15", "20"]),
        (180_000, ["0", "50,000", "100,000", "150,000"]),
        (1_700_000, ["0", "0.5 million", "1 million", "1.5 million"]),
        (7_100_000_000, ["0", "2 billion", "4 billion", "6 billion"]),
    ],
)
def test_counts_are_written_out(top, texts):
    assert [text for _, text in count_ticks(top)] == texts


@pytest.mark.parametrize(
    ("top", "texts"),
    [
        (384, ["0", "100 B", "200 B", "300 B"]),
        (37_506_976, ["0", "10 MB", "20 MB", "30 MB"]),
        (74_100_000_000, ["0", "20 GB", "40 GB", "60 GB"]),
        (1_500_000_000_000, ["0", "0.5 TB", "1 TB", "1.5 TB"]),
    ],
)
def test_sizes_have_decimal_units(top, texts):
    assert [text for _, text in byte_ticks(top)] == texts
