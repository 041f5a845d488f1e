"""The Go programs of golden/chan/assertions.json, written in Python against gosim.

Each is registered under the id that it has there; `NEEDS_GO` lists those that only a front end
for the Go language can run, or that ask for what gosim does not model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from gosim import GoPanic, time
from gosim.kernel import running
from gosim.memory import Ledger

MS = time.Millisecond


@dataclass(frozen=True)
class Program:
    """A program, and the options that `run` needs beyond the version."""

    main: Callable[[], Any]
    options: dict[str, Any] = field(default_factory=dict)


PROGRAMS: dict[str, Program] = {}

NEEDS_GO = {
    "CH22": "arrays and structs are copied by assignment",
    "LV01": "loop variables follow the go line",
    "LV02": "loop variables follow the go line",
    "SC20": "the panic value has a named type",
    "SC22": "the panic value is a pointer to a struct",
    "SC23": "recover in a deferred call, and a panic with what it returned",
    "SC24": "a panic while a deferred call runs",
    "SC25": "an index out of range",
    "SC26": "a nil pointer is dereferenced",
    "SC32": "GOMAXPROCS changes in mid-run",
    "SC43": "package os/signal",
    "SC48": "the panic value has a named type",
    "SC50": "package runtime/pprof",
}


def program(name: str, **options: Any) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Register a main function under the id of a Go program."""

    def register(main: Callable[[], Any]) -> Callable[[], Any]:
        PROGRAMS[name] = Program(main, options)
        return main

    return register


def recovering(function: Callable[[], Any]) -> object:
    """Call a function; return what Go's recover would."""
    try:
        function()
    except GoPanic as panic:
        return panic.value
    return None


def ledger() -> Ledger:
    """Return what the run that calls has allocated."""
    return running.p.kernel.runtime.ledger


def bytes_of_each(make: Callable[[], object], count: int = 1000) -> int:
    """Return what one of many objects takes; they are kept while it counts."""
    before = ledger().live_bytes
    kept = [make() for _ in range(count)]
    return (ledger().live_bytes - before) // len(kept)
