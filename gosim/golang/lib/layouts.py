"""Layouts: how a date is written, said by how one certain date is written.

Models   time/format.go of Go 1.22: nextStdChunk, appendFormat, parse.
Read     gosim.golang.lib.dates first; timevalues next.
Leaves out   names of zones other than UTC and those given to FixedZone, when parsing.

The certain date is Mon Jan 2 15:04:05 2006, seven hours west of Greenwich: each of its parts has
a number of its own.

>>> moment = Moment((2009, 11, 10), (23, 4, 5), 120_000_000)
>>> moment.written("Mon Jan _2 15:04:05.000 2006, 3:04PM")
'Tue Nov 10 23:04:05.120 2009, 11:04PM'
>>> parse("2006-01-02 15:04", "2024-02-30 10:00")[1:]
('', '', ': day out of range')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gosim.golang.lib.dates import date_of, day_of_year, days_from, weekday

MONTHS: Final = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
DAYS: Final = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

CHUNK: Final = re.compile(
    r"January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|__2|_2(?!006)|15|2006|[1-5]|PM|pm"
    r"|[-Z](?:070000|07:00:00|0700|07:00|07)|[.,]0+(?!\d)|[.,]9+(?!\d)"
)
"""A part of the certain date."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and a time of day in a zone."""

    date: tuple[int, int, int]
    clock: tuple[int, int, int]
    nanosecond: int = 0
    offset: int = 0
    zone: str = "UTC"

    def written(self, layout: str) -> str:
        """Return the moment as the layout says.  Go: Time.Format."""
        return CHUNK.sub(lambda found: self._part(found[0]), layout)

    def _part(self, chunk: str) -> str:
        year, month, day = self.date
        if chunk[0] in ".,":
            return self._fraction(chunk)
        if chunk[0] in "-Z" and len(chunk) > 1:
            return _offset(self.offset, chunk)
        if chunk in ("2006", "06"):
            return f"{abs(year) % 100:02d}" if chunk == "06" else _year(year)
        if chunk in ("Monday", "Mon"):
            name = DAYS[weekday(days_from(year, month, day))]
            return name if chunk == "Monday" else name[:3]
        if chunk in ("__2", "002"):
            number = day_of_year(days_from(year, month, day))
            return f"{number:3d}" if chunk == "__2" else f"{number:03d}"
        return self._field(chunk)

    def _field(self, chunk: str) -> str:
        _, month, day = self.date
        hour, minute, second = self.clock
        twelve = hour % 12 or 12
        return {
            "January": MONTHS[month - 1], "Jan": MONTHS[month - 1][:3],
            "01": f"{month:02d}", "1": str(month),
            "02": f"{day:02d}", "_2": f"{day:2d}", "2": str(day),
            "15": f"{hour:02d}", "03": f"{twelve:02d}", "3": str(twelve),
            "04": f"{minute:02d}", "4": str(minute), "05": f"{second:02d}", "5": str(second),
            "PM": "PM" if hour >= 12 else "AM", "pm": "pm" if hour >= 12 else "am",
            "MST": self.zone or _offset(self.offset, "-0700"),
        }[chunk]  # fmt: skip

    def _fraction(self, chunk: str) -> str:
        digits = f"{self.nanosecond:09d}"[: len(chunk) - 1].ljust(len(chunk) - 1, "0")
        if chunk[1] == "0":
            return chunk[0] + digits
        digits = digits.rstrip("0")
        return chunk[0] + digits if digits else ""


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _offset(offset: int, chunk: str) -> str:
    """Return the offset from Greenwich; with Z nothing but Z for none."""
    if chunk[0] == "Z" and offset == 0:
        return "Z"
    colon = ":" if ":" in chunk else ""
    hours, rest = divmod(abs(offset), 3600)
    parts = [f"{hours:02d}", f"{rest // 60:02d}", f"{rest % 60:02d}"]
    count = {3: 1, 5: 2, 6: 2, 7: 3, 9: 3}[len(chunk)]
    return ("-" if offset < 0 else "+") + colon.join(parts[:count])


# -- reading ------------------------------------------------------------------------------------

_NUMBERS: Final = {
    "2006": r"\d{4}", "06": r"\d\d", "01": r"\d\d", "1": r"\d\d?", "02": r"\d\d", "2": r"\d\d?",
    "_2": r" ?\d\d?", "15": r"\d\d", "03": r"\d\d", "3": r"\d\d?", "04": r"\d\d", "4": r"\d\d?",
    "05": r"\d\d", "5": r"\d\d?", "002": r"\d{3}", "__2": r" {0,2}\d{1,3}",
}  # fmt: skip
_FIELDS: Final = {
    "2006": "year", "06": "short year", "01": "month", "1": "month", "02": "day", "2": "day",
    "_2": "day", "15": "hour", "03": "hour", "3": "hour", "04": "minute", "4": "minute",
    "05": "second", "5": "second", "002": "day of year", "__2": "day of year",
}  # fmt: skip
_RANGES: Final = {"month": (1, 12), "hour": (0, 23), "minute": (0, 59), "second": (0, 59)}

Failure = tuple[str, str, str]
"""Element of the layout, element of the value, message: what a ParseError says."""


class _Reader:
    """Reads a value by a layout; `fields` is what has been found."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.fields: dict[str, int] = {}
        self.zone: str | None = None

    def literal(self, text: str, whole: str) -> Failure | None:
        """Read what stands between the parts; a run of spaces matches any run of spaces."""
        for char in text:
            if char == " ":
                if self.value and self.value[0] != " ":
                    return text, self.value, ""
                self.value = self.value.lstrip(" ")
            elif self.value[:1] == char:
                self.value = self.value[1:]
            else:
                return text, self.value, ""
        return None

    def part(self, chunk: str, following: str) -> Failure | None:
        """Read a part of the date."""
        if chunk in _NUMBERS:
            return self._number(chunk, following)
        if chunk[0] in ".,":
            return self._fraction(chunk)
        if chunk[0] in "-Z":
            return self._offset(chunk)
        if chunk in ("PM", "pm"):
            return self._half(chunk)
        if chunk == "MST":
            found = re.match(r"UTC|[A-Z]{3,4}|[+-]\d\d", self.value)
            if found:
                self.zone = found[0]
                self.value = self.value[found.end() :]
                return None
            return chunk, self.value, ""
        return self._name(chunk)

    def _number(self, chunk: str, following: str) -> Failure | None:
        found = re.match(_NUMBERS[chunk], self.value)
        if not found:
            return chunk, self.value, ""
        name, number = _FIELDS[chunk], int(found[0])
        low, high = _RANGES.get(name, (0, 9999))
        self.value = self.value[found.end() :]
        if chunk in ("03", "3") and number > 12:
            return "", "", ": hour out of range"
        if not low <= number <= high:
            return "", "", f": {name} out of range"
        self.fields[name] = number
        if name == "second" and not re.match(r"[.,][09]+", following):
            self._stray_fraction()
        return None

    def _stray_fraction(self) -> None:
        """Take a fraction that follows the seconds though the layout has none."""
        found = re.match(r"[.,](\d+)", self.value)
        if found:
            self.fields["nanosecond"] = int(found[1][:9].ljust(9, "0"))
            self.value = self.value[found.end() :]

    def _fraction(self, chunk: str) -> Failure | None:
        count = len(chunk) - 1
        pattern = rf"[.,](\d{{{count}}})" if chunk[1] == "0" else r"[.,](\d{1,9})"
        found = re.match(pattern, self.value)
        if found:
            self.fields["nanosecond"] = int(found[1].ljust(9, "0"))
            self.value = self.value[found.end() :]
            return None
        return (chunk, self.value, "") if chunk[1] == "0" else None

    def _offset(self, chunk: str) -> Failure | None:
        if chunk[0] == "Z" and self.value[:1] == "Z":
            self.value, self.zone = self.value[1:], "UTC"
            return None
        count = {3: 1, 5: 2, 6: 2, 7: 3, 9: 3}[len(chunk)]
        colon = ":" if ":" in chunk else ""
        found = re.match(r"([+-])" + colon.join([r"(\d\d)"] * count), self.value)
        if not found:
            return chunk, self.value, ""
        parts = [int(part) for part in found.groups()[1:]] + [0, 0]
        if parts[0] > 24 or parts[1] >= 60 or parts[2] >= 60:
            return "", "", ": time zone offset out of range"
        seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        self.fields["offset"] = -seconds if found[1] == "-" else seconds
        self.value = self.value[found.end() :]
        return None

    def _half(self, chunk: str) -> Failure | None:
        text = self.value[:2]
        if text not in (("PM", "AM") if chunk == "PM" else ("pm", "am")):
            return chunk, self.value, ""
        self.fields["half"] = text.upper() == "PM"
        self.value = self.value[2:]
        return None

    def _name(self, chunk: str) -> Failure | None:
        names = MONTHS if chunk in ("January", "Jan") else DAYS
        for number, name in enumerate(names):
            wanted = name if len(chunk) > 3 else name[:3]
            if self.value[: len(wanted)].lower() == wanted.lower():
                self.value = self.value[len(wanted) :]
                if names is MONTHS:
                    self.fields["month"] = number + 1
                return None
        return chunk, self.value, ""


def parse(layout: str, value: str) -> tuple[Moment | None, str, str, str]:
    """Return (moment, and what a ParseError says if there is none).  Go: Parse."""
    reader, at, failure = _Reader(value), 0, None
    for found in CHUNK.finditer(layout):
        failure = reader.literal(layout[at : found.start()], layout)
        failure = failure or reader.part(found[0], layout[found.end() :])
        if failure:
            return (None, *failure)
        at = found.end()
    failure = reader.literal(layout[at:], layout)
    if failure:
        return (None, *failure)
    if reader.value:
        return None, "", "", ": extra text: " + '"' + reader.value + '"'
    return _moment(reader)


def _moment(reader: _Reader) -> tuple[Moment | None, str, str, str]:
    fields = reader.fields
    year = fields.get("year", 0)
    if "short year" in fields:
        year = fields["short year"] + (1900 if fields["short year"] >= 69 else 2000)
    month, day = fields.get("month", 1), fields.get("day", 1)
    if "day of year" in fields:
        _, month, day = date_of(days_from(year, 1, fields["day of year"]))
    if not 1 <= day <= 31 or date_of(days_from(year, month, day))[1] != month:
        return None, "", "", ": day out of range"
    hour = fields.get("hour", 0)
    if "half" in fields:
        hour = hour % 12 + 12 * fields["half"]
    clock = (hour, fields.get("minute", 0), fields.get("second", 0))
    zone = reader.zone if reader.zone is not None else "" if "offset" in fields else "UTC"
    nanosecond, offset = fields.get("nanosecond", 0), fields.get("offset", 0)
    return Moment((year, month, day), clock, nanosecond, offset, zone), "", "", ""
