"""The scenarios: the article's programs, and the fixes that people use.

Models   the programs of an article on time.After in a loop, and of package time's documentation.
Read     timeout, leaky, newtimer, reset, newtimer_stop: in this order.

>>> list(SCENARIOS)
['timeout', 'leaky', 'newtimer', 'reset', 'newtimer-stop']
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from gosim.errors import UsageError
from gosim.scenarios import leaky, newtimer, newtimer_stop, reset, timeout
from gosim.scenarios.params import PARAMETERS, Parameter
from gosim.scenarios.scenario import Scenario

SCENARIOS: Final[dict[str, Scenario]] = {
    module.SCENARIO.name: module.SCENARIO
    for module in (timeout, leaky, newtimer, reset, newtimer_stop)
}
"""By name, in reading order."""


def find(name: str) -> Scenario:
    """Return the scenario of that name.  Raises UsageError, with the nearest name."""
    if name in SCENARIOS:
        return SCENARIOS[name]
    close = get_close_matches(name, SCENARIOS, n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(SCENARIOS)}"
    raise UsageError(f"there is no scenario {name!r}", hint)


__all__ = ["PARAMETERS", "SCENARIOS", "Parameter", "Scenario", "find"]
