"""A scenario: a program with parameters, a story, and what to look for.

Models   nothing in Go.
Read     gosim.scenarios.params first.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gosim.kernel import Budget, Progress
from gosim.record.result import Result
from gosim.runtime import run
from gosim.scenarios.params import FREE, read_settings
from gosim.units import MINUTE, SECOND

EXACT_MESSAGES: Final = 2_000_000
"""Up to so many messages a scenario is replayed pass by pass."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A program that can be replayed.

    `main` is a goroutine function with the parameters as keyword arguments; `go_text` the Go
    program that it mirrors; `until` where a replay ends when nobody says otherwise, None for a
    program that ends by itself.  `coarse`: it has a free-running loop, so that its grain is
    automatic by default.
    """

    name: str
    title: str
    look_for: str
    go_text: str
    main: Callable[..., Any]
    until: int | None = 6 * MINUTE
    coarse: bool = True

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of `main` with their defaults."""
        signature = inspect.signature(self.main)
        return {name: parameter.default for name, parameter in signature.parameters.items()}

    def default_grain(self, values: Mapping[str, Any], until: int | None) -> int | str:
        """Return "auto" for a free-running loop and for very many messages, else 1: exact."""
        if not self.coarse:
            return 1
        if values["messages"]:
            expected = values["messages"]
        elif values["rate"] == FREE or until is None:
            return "auto"
        else:
            expected = values["rate"] * until // SECOND
        return "auto" if expected > EXACT_MESSAGES else 1

    def replay(  # noqa: PLR0913  each option is one that a user names
        self,
        settings: Mapping[str, str] | None = None,
        *,
        go: str = "1.22",
        gomod: str | None = None,
        godebug: Mapping[str, int] | None = None,
        procs: int = 1,
        seed: int = 1,
        until: int | None = None,
        sample: int | None = None,
        grain: int | str | None = None,
        costs: str = "go",
        budget: Budget | None = None,
        progress: Progress | None = None,
    ) -> Result:
        """Run the program; see gosim.runtime.run for the options.

        Raises UsageError for a setting that makes no sense.
        """
        values = read_settings(settings or {}, self.parameters)
        until = until if until is not None else self.until
        result = run(
            lambda: self.main(**values),
            go=go,
            gomod=gomod,
            godebug=godebug,
            procs=procs,
            seed=seed,
            until=until,
            sample=sample,
            grain=grain if grain is not None else self.default_grain(values, until),
            costs=costs,
            budget=budget,
            progress=progress,
        )
        return result.named(self.name, values)
