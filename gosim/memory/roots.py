"""Who refers to what: a walk along the references, from the variables of a program on.

Models   the roots of runtime/mgcmark.go, markroot (data, bss, stacks), but no heaps of timers.
Read     gosim.kernel.frames first, gosim.memory.snapshot next.
Leaves out   strings and numbers, which cannot say what they are; an object's second holder.

The model's own references are the reachability graph.  What is counted (a timer, a channel, a value
on the heap) is ascribed to the root that reaches it first: variables of packages, then of functions
under way, then what goroutines wait on, then what is between two steps of an expression.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, Final

from gosim.kernel import Goroutine
from gosim.kernel.frames import call_of
from gosim.memory.ledger import Population
from gosim.memory.names import CHANNEL_TIMER, TIME_CHANNEL

VISITS_MAX: Final = 100_000
"""Objects that are visited at most: every run ends with a walk, and it may take 0.2 s."""

_PLAIN: Final = (int, float, str, bytes, type(None), type, ModuleType, CodeType, FrameType)
_MACHINERY: Final = ("gosim.kernel", "gosim.memory", "gosim.record", "gosim.runtime", "simpy")
"""Nothing here belongs to the program."""


@dataclass(frozen=True, slots=True)
class Holders:
    """What each root refers to: label, name of a kind, how many.

    `complete` says that the walk came to its end.
    """

    by_label: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    complete: bool = False

    def of(self, *names: str) -> Counter[str]:
        """Return how many of a kind each root keeps; of several kinds, the most."""
        found = {
            label: max(kinds.get(name, 0) for name in names)
            for label, kinds in self.by_label.items()
        }
        return Counter({label: count for label, count in found.items() if count})


class Walk:
    """One walk: everything is visited once."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._follows: dict[type, bool] = {}
        self._left = VISITS_MAX
        self.found: dict[str, Counter[str]] = {}
        self._fed: dict[int, str] = {}
        self._lone: list[tuple[str, Any]] = []

    @property
    def complete(self) -> bool:
        """Whether everything was visited."""
        return self._left > 0

    def avoid(self, x: object) -> None:
        """Do not go through an object."""
        self._seen.add(id(x))

    def visit(self, label: str, x: object) -> None:
        """Ascribe everything that x leads to, and that no root before has, to a label."""
        counts = self.found.setdefault(label, Counter())
        todo = [x]
        while todo and self._left:
            x = todo.pop()
            if not self._is_followed(x) or id(x) in self._seen:
                continue
            self._seen.add(id(x))
            self._left -= 1
            self._count(label, counts, x)
            todo += _referents(x)

    def _count(self, label: str, counts: Counter[str], x: Any) -> None:
        """Count an object, if a population does."""
        population = getattr(x, "population", None) or getattr(x, "kind", None)
        if not isinstance(population, Population):
            return
        counts[population.name] += x.weight
        if getattr(x, "lone", False):
            self._lone.append((label, x))
        elif hasattr(x, "fire") or population.name == TIME_CHANNEL:
            self._fed[id(x)] = label

    def listed(self, heap: Any) -> dict[str, dict[str, int]]:
        """Return of how many timers of a heap, by their kind, each root has them or the channel."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for label, timer in self._lone:
            if timer.heap is heap:
                counts[CHANNEL_TIMER][label] += timer.weight
        for entry in heap.heap if self._fed else ():
            timer = getattr(entry, "timer", entry)
            label = self._fed.get(id(timer)) or self._fed.get(id(timer.arg), "")
            if label:
                counts[timer.population.name][label] += timer.weight
        return {kind: dict(labels) for kind, labels in counts.items()}

    def result(self) -> Holders:
        """Return what was found, without the objects."""
        found = {label: dict(counts) for label, counts in self.found.items() if counts}
        return Holders(found, self.complete)

    def _is_followed(self, x: object) -> bool:
        made = self._follows.get(x.__class__)
        if made is None:
            made = self._follows[x.__class__] = _may_belong(x.__class__)
        return made


def _may_belong(kind: type) -> bool:
    """Return whether objects of a class may be the program's."""
    if issubclass(kind, _PLAIN):
        return False
    if kind.__module__.startswith("gosim.timers"):
        return hasattr(kind, "population")
    return not kind.__module__.startswith(_MACHINERY)


def _referents(x: Any) -> Iterable[Any]:
    """Return what an object refers to: of a function only what it takes along."""
    if isinstance(x, FunctionType):
        return [*(x.__closure__ or ()), x.__defaults__, x.__kwdefaults__]
    return gc.get_referents(x)


def walk(goroutines: Iterable[Goroutine], space: Mapping[str, Any] | None) -> Walk:
    """Follow the references from the variables and the waiting of goroutines.

    `space` is the module of a Go program, with its package variables.
    """
    everyone = list(goroutines)
    frames = [(g, frame) for g in everyone for frame in _frames(g)]
    made = Walk()
    for names in [space or {}, *(frame.f_globals for _, frame in frames)]:
        made.avoid(names)
    for python, name in (space or {}).get("go_globals", {}).items():
        made.visit(f"the package variable {name}", (space or {}).get(python))
    for _, frame in frames:
        _visit_locals(made, frame)
    for g in everyone:
        for x in (g.waiting_on, *g.sudogs):
            made.visit(f"a goroutine of {_place(g)} that waits [{g.wait_reason}]", x)
    for g in everyone:
        for x in (g.generator, g.function, g.value):
            made.visit(f"a goroutine of {_place(g)}", x)
    return made


def _frames(g: Goroutine) -> Iterator[FrameType]:
    """Yield the frames of a goroutine that waits, the outermost first."""
    generator: Any = g.generator
    while (frame := getattr(generator, "gi_frame", None)) is not None:
        yield frame
        generator = generator.gi_yieldfrom


def _place(g: Goroutine) -> str:
    """Return the function that a goroutine is in, and its line."""
    calls = g.calls
    name = calls[-1].name if calls else g.name
    return f"{name} ({g.line})" if g.line else name


def _visit_locals(made: Walk, frame: FrameType) -> None:
    """Visit the variables of a function that have a name in Go."""
    call = call_of(frame)
    if call is None and str(frame.f_globals.get("__name__")).startswith("gosim."):
        return
    function = call.name if call else frame.f_code.co_name
    for python, value in frame.f_locals.items():
        name = _name(frame, python) if call else python
        if name and not name.startswith(("_", ".")):
            made.visit(f"the variable {name} of {function}", value)


def _name(frame: FrameType, python: str) -> str:
    """Return what Go calls a variable; an empty string if it has no name there."""
    known = frame.f_globals.get("go_variables", {})
    function = frame.f_code.co_qualname
    while function:
        if python in known.get(function, {}):
            return str(known[function][python])
        function = function.rpartition(".<locals>.")[0]
    return ""
