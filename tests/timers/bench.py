"""A bench for an era: its timers on processors whose clock the test moves, without a program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gosim.kernel import NEVER, Goroutine, Processor
from gosim.runtime import Runtime
from gosim.timers import Go1_10
from gosim.timers.timer import Fire
from gosim.versions import GoVersion

GOLDEN = Path(__file__).parent.parent / "golden"

VECTORS: dict[str, Any] = json.loads((GOLDEN / "heap_vectors.json").read_text(encoding="utf-8"))
"""Arrays read out of the memory of programs that real Go ran."""

FREEZES = {"1.14": "1.14.0", "1.15": "1.15.0", "1.16": "1.16.0", "1.17": "1.17.0", "1.18": "1.18.0"}
"""Builds of the development tree at the release freeze stand for the first release."""


def release(toolchain: str) -> str:
    """Return the version that gosim gives to a toolchain that a vector was verified on."""
    return FREEZES.get(toolchain, toolchain)


class Bench:
    """The timers of one run, at an instant that the test chooses."""

    def __init__(self, go: str, procs: int = 1, asynctimerchan: int | None = None) -> None:
        godebug = None if asynctimerchan is None else {"asynctimerchan": asynctimerchan}
        self.version = GoVersion.resolve(go, godebug=godebug)
        self.runtime = Runtime(self.version, procs)
        self.era: Any = self.runtime.era
        self.processors: list[Processor] = self.runtime.kernel.processors
        self.p = self.processors[0]
        self.runtime.kernel.running.p = self.p
        self.fired: list[Any] = []

    @property
    def heaps(self) -> list[Any]:
        """Every heap of timers that the processors can use."""
        return self.era.heaps[: len(self.processors)]

    def set_clock(self, now: int) -> None:
        """Let it be `now` on every processor."""
        for p in self.processors:
            p.now = now

    def start(self, name: Any, when: int, p: Processor | None = None) -> Any:
        """Start a function timer that notes its name when it fires."""
        p = p or self.p
        return self.era.new_func_timer(p, when - p.now, self._note, name)

    def _note(self, p: Processor, name: Any, now: int, delay: int, weight: int = 1) -> None:
        self.fired.append((name, now - delay))

    def noting(self, name: Any, fire: Fire) -> Fire:
        """Return what a timer does when it fires, noting its name before."""

        def fire_and_note(p: Processor, arg: Any, now: int, delay: int, weight: int) -> None:
            self._note(p, name, now, delay)
            fire(p, arg, now, delay, weight)

        return fire_and_note

    def check(self, heap: Any, p: Processor) -> None:
        """Let p make a scheduler pass over a heap; up to 1.13, let timerproc run on p."""
        if isinstance(self.era, Go1_10):
            heap.run_due(p)
        else:
            heap.check(p, p.now)

    def goroutine(self) -> Goroutine:
        """Return a goroutine that the test lets wait."""
        return self.runtime.kernel.new_goroutine(lambda: None)

    def runnable(self) -> list[Goroutine]:
        """Take the goroutines that are runnable out of the run queues."""
        found: list[Goroutine] = []
        for p in self.processors:
            found += [g for g in (p.runnext, *p.runq) if g is not None and not g.system]
            p.runnext = None
            p.runq.clear()
        return found


def array(heap: Any) -> list[list[Any]]:
    """Return a heap as the vectors have it: [name, the `when` that holds its place]."""
    return [[getattr(entry, "timer", entry).arg, entry.when] for entry in heap.heap]


def or_zero(when: int) -> int:
    """Return an instant as Go keeps it: 0 for never."""
    return 0 if when == NEVER else when
