"""The calendar: days since 1970 as year, month and day, and back.

Models   time/time.go of Go 1.22: absDate, Date, ISOWeek; faketime's epoch.
Read     gosim.golang.lib.timevalues next.
Leaves out   leap seconds and time zones, as Go's own arithmetic does.

A run begins at EPOCH, 2009-11-10 23:00:00 UTC, as programs do under faketime.

>>> civil(0), date_of(14_558), days_from(2009, 11, 10)
((2009, 11, 10, 23, 0, 0, 0), (2009, 11, 10), 14558)
"""

from __future__ import annotations

from typing import Final

SECOND: Final = 1_000_000_000
DAY: Final = 86_400
EPOCH: Final = 1_257_894_000
"""Seconds from 1970 to the beginning of a run."""


def days_from(year: int, month: int, day: int) -> int:
    """Return the days since 1970-01-01; month and day may lie outside of their range."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    # Years begin with March here, so that the leap day is the last.
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146_097 + day_of_era - 719_468 + day - 1


def date_of(days: int) -> tuple[int, int, int]:
    """Return (year, month, day)."""
    era, day_of_era = divmod(days + 719_468, 146_097)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def weekday(days: int) -> int:
    """Return the day of the week; 0 is Sunday."""
    return (days + 4) % 7


def day_of_year(days: int) -> int:
    """Return the day of the year, from 1."""
    return days - days_from(date_of(days)[0], 1, 1) + 1


def iso_week(days: int) -> tuple[int, int]:
    """Return the year and week of ISO 8601: a week belongs to the year of its Thursday."""
    thursday = days + 3 - (weekday(days) + 6) % 7
    return date_of(thursday)[0], (day_of_year(thursday) - 1) // 7 + 1


def civil(instant: int) -> tuple[int, int, int, int, int, int, int]:
    """Return (year, month, day, hour, minute, second, nanosecond) of an instant of a run."""
    seconds, nanosecond = divmod(instant, SECOND)
    days, rest = divmod(seconds + EPOCH, DAY)
    return (*date_of(days), rest // 3600, rest // 60 % 60, rest % 60, nanosecond)
