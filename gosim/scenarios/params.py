"""The parameters of scenarios: the same names everywhere, with units and defaults.

Models   nothing in Go.

>>> PARAMETERS["timeout"].parse("90s")
90000000000
>>> PARAMETERS["rate"].parse("free"), PARAMETERS["rate"].parse("2000/s")
('free', 2000)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gosim.errors import UsageError
from gosim.units import MINUTE, format_duration, parse_duration, shortened

FREE: Final = "free"
"""The rate of a producer that sends as fast as it can."""

_RATE: Final = re.compile(r"([0-9]{1,18})(?:/s)?\Z")
_COUNT: Final = re.compile(r"[0-9]{1,18}\Z")
RATE_MAX: Final = 10**9


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: what it means, how it is read, and how it is shown."""

    name: str
    default: Any
    unit: str
    meaning: str
    read: Callable[[str], Any]
    show: Callable[[Any], str] = str

    def parse(self, text: str) -> Any:
        """Return the value that `text` stands for.  Raises UsageError."""
        try:
            return self.read(text)
        except UsageError as error:
            raise UsageError(f"{self.name}: {error.what}", error.try_this) from None


def _rate(text: str) -> int | str:
    if text == FREE:
        return FREE
    found = _RATE.match(text)
    if found and int(found[1]) > RATE_MAX:
        raise UsageError(
            f"{shortened(text)!r} is more than there can be", f"the most is {RATE_MAX}/s, or free"
        )
    if not found or not int(found[1]):
        raise UsageError(
            f"{shortened(text)!r} is not a rate", "write messages a second, such as 1000, or free"
        )
    return int(found[1])


def _count(text: str) -> int:
    if not _COUNT.match(text):
        raise UsageError(
            f"{shortened(text)!r} is not a count", "write a whole number; 0 means never"
        )
    return int(text)


def _positive(text: str) -> int:
    duration = parse_duration(text)
    if duration <= 0:
        raise UsageError(f"{text!r} is not a time to wait", "take more than zero, such as 3m")
    return duration


def _not_negative(text: str) -> int:
    duration = parse_duration(text)
    if duration < 0:
        raise UsageError(f"{text!r} lies in the past", "take zero (never) or more")
    return duration


PARAMETERS: Final[Mapping[str, Parameter]] = {
    parameter.name: parameter
    for parameter in (
        Parameter(
            "rate",
            FREE,
            "messages/s",
            "how fast the producer sends; free: as fast as it can",
            _rate,
        ),
        Parameter(
            "timeout", 3 * MINUTE, "duration", "how long a pass waits", _positive, format_duration
        ),
        Parameter("messages", 0, "messages", "the program ends after that many; 0: never", _count),
        Parameter(
            "stop",
            0,
            "duration",
            "the producer stops after that time; 0: never",
            _not_negative,
            format_duration,
        ),
    )
}
"""All parameters, by name."""


def read_settings(settings: Mapping[str, str], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters in `known` (name: default) with the settings parsed over them.

    Raises UsageError for a name that is not known and a value that makes no sense.
    """
    values = dict(known)
    for name, text in settings.items():
        if name not in known:
            names = ", ".join(known) or "none"
            raise UsageError(f"there is no parameter {name!r} here", f"there are: {names}")
        values[name] = PARAMETERS[name].parse(text)
    return values
