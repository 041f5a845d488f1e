"""Durations are read and written as Go does; other numbers as people do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gosim import UsageError
from gosim.units import (
    MAX_DURATION,
    MICROSECOND,
    MILLISECOND,
    MIN_DURATION,
    MINUTE,
    SECOND,
    format_bytes,
    format_clock,
    format_count,
    format_duration,
    format_float,
    parse_duration,
)


@given(duration=st.integers(-MAX_DURATION, MAX_DURATION))
def test_what_is_written_can_be_read_again(duration):
    assert parse_duration(format_duration(duration)) == duration


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        # From TestParseDuration in Go's time/time_test.go.
        ("0", 0),
        ("5s", 5 * SECOND),
        ("30s", 30 * SECOND),
        ("1478s", 1478 * SECOND),
        ("-5s", -5 * SECOND),
        ("+5s", 5 * SECOND),
        ("-0", 0),
        ("+0", 0),
        ("5.0s", 5 * SECOND),
        ("5.6s", 5 * SECOND + 600 * MILLISECOND),
        ("5.s", 5 * SECOND),
        (".5s", 500 * MILLISECOND),
        ("1.0s", SECOND),
        ("1.004s", SECOND + 4 * MILLISECOND),
        ("100.00100s", 100 * SECOND + MILLISECOND),
        ("10ns", 10),
        ("11us", 11 * MICROSECOND),
        ("12µs", 12 * MICROSECOND),
        ("12\u03bcs", 12 * MICROSECOND),  # the Greek letter
        ("13ms", 13 * MILLISECOND),
        ("14s", 14 * SECOND),
        ("15m", 15 * MINUTE),
        ("16h", 16 * 60 * MINUTE),
        ("3h30m", 210 * MINUTE),
        ("10.5s4m", 4 * MINUTE + 10 * SECOND + 500 * MILLISECOND),
        ("-2m3.4s", -(2 * MINUTE + 3 * SECOND + 400 * MILLISECOND)),
        ("1h2m3s4ms5us6ns", 3723004005006),
        ("39h9m14.425s", 140954425000000),
        ("52763797000ns", 52763797000),
        ("0.3333333333333333333h", 20 * MINUTE),
        ("9007199254740993ns", 2**53 + 1),
        ("9223372036854775807ns", 2**63 - 1),
        ("9223372036854775.807us", 2**63 - 1),
        ("9223372036s854ms775us807ns", 2**63 - 1),
        ("-9223372036854775808ns", MIN_DURATION),
        ("0.100000000000000000000h", 6 * MINUTE),
        ("0.830103483285477580700h", 49 * MINUTE + 48 * SECOND + 372539827),
    ],
)
def test_a_duration_is_read_as_go_reads_it(text, duration):
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "3",
            "-",
            "s",
            ".",
            "-.",
            ".s",
            "+.s",
            "1d",
            "x",
            "3 m",
            "3m ",
            "1s2",
            "1e3s",
            "--5s",
        ),
        *("9223372036854775808ns", "9223372036854775.808us", "3000000h", "-9223372036854775809ns"),
    ],
)
def test_what_go_refuses_is_refused(text):
    with pytest.raises(UsageError) as refused:
        parse_duration(text)

    assert repr(text) in str(refused.value)
    assert refused.value.try_this


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        # From TestDurationString in Go's time/time_test.go.
        (0, "0s"),
        (1, "1ns"),
        (1100, "1.1µs"),
        (2200 * MICROSECOND, "2.2ms"),
        (3300 * MILLISECOND, "3.3s"),
        (4 * MINUTE + 5 * SECOND, "4m5s"),
        (4 * MINUTE + 5001 * MILLISECOND, "4m5.001s"),
        (5 * 60 * MINUTE + 6 * MINUTE + 7001 * MILLISECOND, "5h6m7.001s"),
        (8 * MINUTE + 1, "8m0.000000001s"),
        (MAX_DURATION, "2562047h47m16.854775807s"),
        (MIN_DURATION, "-2562047h47m16.854775808s"),
    ],
)
def test_a_duration_is_written_as_go_writes_it(duration, text):
    assert format_duration(duration) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.0, "-0"), (1e-4, "0.0001"), (1.25e-5, "1.25e-05"), (1e100, "1e+100")],
)
def test_a_float_is_written_with_the_digits_it_needs(value, text):
    assert format_float(value) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(9994, "9.99 kB"), (9996, "10.0 kB"), (999_499, "999 kB"), (999_500, "1.00 MB")],
)
def test_three_digits_are_three_after_rounding_too(size, text):
    assert format_bytes(size) == text


def test_a_count_is_written_in_words_from_a_million_on():
    assert [format_count(n) for n in (999_999, 1_000_000, 999_500_000)] == [
        "999,999",
        "1.00 million",
        "1.00 billion",
    ]


def test_a_clock_has_seconds_of_two_digits():
    assert [format_clock(n) for n in (0, 5 * SECOND, MINUTE + 1)] == [
        "0:00",
        "0:05",
        "1:00.000000001",
    ]
