"""The values of package time: instants, months, days of the week, locations.

Models   time/time.go, time/zoneinfo.go, time/format.go of Go 1.22.
Read     gosim.golang.lib.dates, durations and layouts first.
Leaves out   time zones with rules: there are UTC, Local (which is UTC) and FixedZone; years
             before 1 in a layout; binary and JSON encodings.

An instant is an int, the nanoseconds since the run began: it has a monotonic reading and the
location Local, as what Now returns has.  One without the reading, or elsewhere, is a `Wall`.

>>> Time_String(1_500_000_000)
'2009-11-10 23:00:01.5 +0000 UTC m=+1.500000001'
>>> Time_String(Time_UTC(0)), Time_Weekday(0), Time_Sub(5, 2)
('2009-11-10 23:00:00 +0000 UTC', 2, 3)
"""

from __future__ import annotations

from typing import Any, Final

from gosim.errors import GoPanic, UsageError
from gosim.golang.gotext import to_bytes
from gosim.golang.lib import durations, layouts
from gosim.golang.lib.dates import (
    DAY,
    EPOCH,
    SECOND,
    date_of,
    day_of_year,
    days_from,
    iso_week,
    weekday,
)
from gosim.golang.lib.goerrors import New
from gosim.golang.lib.quoting import quote
from gosim.golang.lib.time_text import TEXT
from gosim.golang.types.gotypes import UINT8
from gosim.golang.values import Native, extend, slice_of

Duration_Abs, Duration_Hours = durations.Duration_Abs, durations.Duration_Hours
Duration_Minutes, Duration_Round = durations.Duration_Minutes, durations.Duration_Round
Duration_Seconds, Duration_String = durations.Duration_Seconds, durations.Duration_String
Duration_Truncate = durations.Duration_Truncate

VALUES_API: Final = durations.API + TEXT
"""What package time declares of values, but for the type Time itself."""

_RFC3339_NANO: Final = "2006-01-02T15:04:05.999999999Z07:00"

newError = New  # noqa: N816  what the text calls it
quoted = quote
parseDuration = durations.parse  # noqa: N816


class Location(Native):
    """A time zone without rules."""

    __slots__ = ("name", "offset", "zone")

    def __init__(self, name: str = "UTC", offset: int = 0, zone: str = "UTC") -> None:
        self.name, self.offset, self.zone = name, offset, zone

    def String(self) -> str:
        """Return its name."""
        return self.name


UTC: Final = Location()
Local: Final = Location("Local")


def FixedZone(name: str, offset: int) -> Location:
    """Return a zone that is always so many seconds east."""
    return Location(name, offset, name)


_AREAS: Final = frozenset(
    [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Brazil",
        "Canada",
        "Chile",
        "Etc",
        "Europe",
        "Indian",
        "Mexico",
        "Pacific",
        "US",
    ]
)
"""What the names of time zones begin with."""


def LoadLocation(name: str) -> tuple[Any, Any]:
    """Return UTC or Local; another zone would be read from the machine."""
    if name in ("", "UTC"):
        return UTC, None
    if name == "Local":
        return Local, None
    area, _, place = name.partition("/")
    if place and area not in _AREAS:
        return UTC, New(f"unknown time zone {name}")
    raise UsageError(
        f"time.LoadLocation of {name} is not supported", "gosim knows UTC, Local and time.FixedZone"
    )


class Wall(int):
    """An instant without a monotonic reading."""

    location: Location

    def __new__(cls, instant: int, location: Location) -> Wall:
        """Make one."""
        made = int.__new__(cls, instant)
        made.location = location
        return made

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Wall) and int(self) == int(other) and self.location is other.location
        )

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((int(self), id(self.location)))

    def __repr__(self) -> str:
        return Time_String(self)


ZERO: Final = Wall((days_from(1, 1, 1) * DAY - EPOCH) * SECOND, UTC)
"""The zero Time: January 1, year 1."""


def since_start(t: int) -> int:
    """Return the nanoseconds from the beginning of the run."""
    return int(t)


def location_of(t: int) -> Location:
    """Return where an instant is written."""
    return t.location if isinstance(t, Wall) else Local


def _moved(t: int, instant: int) -> int:
    """Return another instant of the same kind."""
    return Wall(instant, t.location) if isinstance(t, Wall) else instant


def _split(t: int) -> tuple[int, int, int]:
    """Return (days since 1970, second of the day, nanosecond), in the instant's location."""
    seconds, nanosecond = divmod(int(t), SECOND)
    days, second = divmod(seconds + EPOCH + location_of(t).offset, DAY)
    return days, second, nanosecond


def _moment(t: int) -> layouts.Moment:
    days, second, nanosecond = _split(t)
    location = location_of(t)
    clock = (second // 3600, second // 60 % 60, second % 60)
    return layouts.Moment(date_of(days), clock, nanosecond, location.offset, location.zone)


# -- making -------------------------------------------------------------------------------------


def Date(
    year: int, month: int, day: int, hour: int, minute: int, second: int, nsec: int, loc: Any
) -> Wall:
    """Return that instant; all but the year may lie outside of their range."""
    if loc is None:
        raise GoPanic("time: missing Location in call to Date")
    seconds = days_from(year, month, day) * DAY + hour * 3600 + minute * 60 + second
    return Wall((seconds - loc.offset - EPOCH) * SECOND + nsec, loc)


def Unix(sec: int, nsec: int) -> Wall:
    """Return the instant so long after 1970."""
    return Wall((sec - EPOCH) * SECOND + nsec, Local)


def UnixMilli(msec: int) -> Wall:
    """Return the instant so many milliseconds after 1970."""
    return Unix(0, msec * 1_000_000)


def UnixMicro(usec: int) -> Wall:
    """Return the instant so many microseconds after 1970."""
    return Unix(0, usec * 1_000)


def parseIn(layout: str, value: str, loc: Any) -> tuple[int, str, str, str]:
    """Return (instant, and what a ParseError says)."""
    moment, *failure = layouts.parse(layout, value)
    if moment is None:
        element, rest, message = failure
        return ZERO, element, rest, message
    if moment.zone == "UTC" and moment.offset == 0:
        where = loc if "MST" not in layout and "Z07" not in layout else UTC
    elif moment.offset == 0 and moment.zone == "":
        where = UTC
    else:
        where = Location(moment.zone, moment.offset, moment.zone)
    year, month, day = moment.date
    return (Date(year, month, day, *moment.clock, moment.nanosecond, where), "", "", "")


# -- methods ------------------------------------------------------------------------------------


def Time_Add(t: int, d: int) -> int:
    """Return the instant a duration later."""
    return _moved(t, int(t) + d)


def Time_Sub(t: int, u: int) -> int:
    """Return the duration between, at most the greatest there is."""
    return max(durations.MIN, min(durations.MAX, int(t) - int(u)))


def Time_AddDate(t: int, years: int, months: int, days: int) -> int:
    """Return the instant on another date at the same time of day."""
    day, second, nanosecond = _split(t)
    year, month, number = date_of(day)
    where = location_of(t)
    return Date(year + years, month + months, number + days, 0, 0, second, nanosecond, where)


def Time_After(t: int, u: int) -> bool:
    """Return whether t is after u."""
    return int(t) > int(u)


def Time_Before(t: int, u: int) -> bool:
    """Return whether t is before u."""
    return int(t) < int(u)


def Time_Equal(t: int, u: int) -> bool:
    """Return whether they are the same instant."""
    return int(t) == int(u)


def Time_Compare(t: int, u: int) -> int:
    """Return -1, 0 or 1."""
    return (int(t) > int(u)) - (int(t) < int(u))


def Time_IsZero(t: int) -> bool:
    """Return whether it is the zero Time."""
    return int(t) == int(ZERO)


def Time_Date(t: int) -> tuple[int, int, int]:
    """Return year, month and day."""
    return date_of(_split(t)[0])


def Time_Clock(t: int) -> tuple[int, int, int]:
    """Return hour, minute and second."""
    return _moment(t).clock


def Time_Nanosecond(t: int) -> int:
    """Return the nanoseconds within the second."""
    return _split(t)[2]


def Time_Weekday(t: int) -> int:
    """Return the day of the week."""
    return weekday(_split(t)[0])


def Time_YearDay(t: int) -> int:
    """Return the day of the year."""
    return day_of_year(_split(t)[0])


def Time_ISOWeek(t: int) -> tuple[int, int]:
    """Return the year and week of ISO 8601."""
    return iso_week(_split(t)[0])


def Time_UnixNano(t: int) -> int:
    """Return the nanoseconds since 1970."""
    return (int(t) + EPOCH * SECOND + (1 << 63)) % (1 << 64) - (1 << 63)


def Time_Unix(t: int) -> int:
    """Return the seconds since 1970."""
    return int(t) // SECOND + EPOCH


def Time_UnixMilli(t: int) -> int:
    """Return the milliseconds since 1970."""
    return int(t) // 1_000_000 + EPOCH * 1_000


def Time_UnixMicro(t: int) -> int:
    """Return the microseconds since 1970."""
    return int(t) // 1_000 + EPOCH * 1_000_000


def Time_UTC(t: int) -> int:
    """Return the instant in UTC."""
    return Wall(t, UTC)


def Time_Local(t: int) -> int:
    """Return the instant in Local."""
    return Wall(t, Local)


def Time_In(t: int, loc: Any) -> int:
    """Return the instant in a location."""
    if loc is None:
        raise GoPanic("time: missing Location in call to Time.In")
    return Wall(t, loc)


def Time_Location(t: int) -> Location:
    """Return its location."""
    return location_of(t)


def Time_Zone(t: int) -> tuple[str, int]:
    """Return the name and offset of its zone."""
    return location_of(t).zone, location_of(t).offset


def Time_Truncate(t: int, d: int) -> int:
    """Round down to a multiple of d since the zero Time; drop the monotonic reading."""
    return Wall(int(t) - (_since_zero(t) % d if d > 0 else 0), location_of(t))


def Time_Round(t: int, d: int) -> int:
    """Round to a multiple of d since the zero Time, half up; drop the monotonic reading."""
    rest = _since_zero(t) % d if d > 0 else 0
    return Wall(int(t) - rest + (d if rest and rest * 2 >= d else 0), location_of(t))


def _since_zero(t: int) -> int:
    return int(t) - int(ZERO)


def Time_Format(t: int, layout: str) -> str:
    """Return the instant as the layout says."""
    return _moment(t).written(layout)


def Time_MarshalText(t: int) -> tuple[Any, Any]:
    """Return the instant in RFC 3339."""
    return slice_of(list(to_bytes(Time_Format(t, _RFC3339_NANO)))), None


def Time_MarshalJSON(t: int) -> tuple[Any, Any]:
    """Return the instant in RFC 3339, quoted."""
    return slice_of(list(to_bytes(f'"{Time_Format(t, _RFC3339_NANO)}"'))), None


def Time_AppendFormat(t: int, b: Any, layout: str) -> Any:
    """Append what Format returns."""
    return extend(b, UINT8, list(to_bytes(Time_Format(t, layout))))


def Time_String(t: int) -> str:
    """Return the instant as it is printed, with its monotonic reading if it has one."""
    text = Time_Format(t, "2006-01-02 15:04:05.999999999 -0700 MST")
    if isinstance(t, Wall):
        return text
    reading = t + 1  # The clock is read before the program, and that reading counts as 1.
    sign = "-" if reading < 0 else "+"
    return f"{text} m={sign}{abs(reading) // SECOND}.{abs(reading) % SECOND:09d}"


def Time_GoString(t: int) -> str:
    """Return the call of Date that makes it: what %#v prints."""
    (year, month, day), location = Time_Date(t), location_of(t)
    hour, minute, second = Time_Clock(t)
    names = {id(UTC): "time.UTC", id(Local): "time.Local"}
    where = names.get(id(location), f'time.Location("{location.name}")')
    return (
        f"time.Date({year}, time.{layouts.MONTHS[month - 1]}, {day}, {hour}, {minute}, {second}, "
        f"{Time_Nanosecond(t)}, {where})"
    )


def Month_String(m: int) -> str:
    """Return its English name."""
    return layouts.MONTHS[m - 1] if 1 <= m <= 12 else f"%!Month({m})"


def Weekday_String(d: int) -> str:
    """Return its English name."""
    return layouts.DAYS[d] if 0 <= d <= 6 else f"%!Weekday({d})"
