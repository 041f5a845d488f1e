"""The runtime: one Go version, wired: kernel, timers, memory, and what is recorded of them.

Models   the runtime of a Go process.
Read     gosim.kernel, gosim.channels, gosim.timers first.
Leaves out   threads, the network poller, the system monitor, signals.

>>> from gosim.golib import fmt, time
>>> def main():
...     yield time.Sleep(time.Second)
...     fmt.Println("a second later")
>>> result = run(main, go="1.22")
>>> result.stdout, result.ended_at_ns, result.exit_code
('a second later\\n', 1000000000, 0)
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from gosim import options
from gosim.channels import Channel
from gosim.costs import FREE, costs_of
from gosim.errors import UsageError
from gosim.kernel import Budget, Kernel, Processor, Progress, running
from gosim.memory import Heap, Population, Settings, Shapes, Sizes
from gosim.memory.allgs import AllGs
from gosim.memory.names import channel_of
from gosim.memory.roots import walk
from gosim.memory.shapes import STACK_BYTES
from gosim.memory.snapshot import Snapshot, take
from gosim.record.facts import FALSE_TIMEOUT, Marked, Observer
from gosim.record.recorder import Recorder
from gosim.record.result import Result, summarise
from gosim.timers import ERAS, Era, Kinds
from gosim.versions import DEFAULT, GoVersion

PROCS_MAX: Final = 1024


class Runtime:
    """One Go process: made for one program, run once."""

    def __init__(  # noqa: PLR0913  each is an option that a user names
        self,
        version: GoVersion,
        procs: int = 1,
        seed: int = 1,
        costs: str = "free",
        budget: Budget | None = None,
        sample: int | None = None,
        grain: int | str = 1,
        observers: Iterable[Observer] = (),
        *,
        memory: Settings | None = None,
    ) -> None:
        self.version = version
        self.procs = procs
        self.seed = seed
        self.costs = costs
        self.auto_grain = grain == "auto"
        self.last_message = 0
        self.values: Any = None
        """What counts the values of a program in Go, if it is one."""
        self._space: Mapping[str, Any] | None = None
        self.kernel = Kernel(
            version,
            procs,
            seed,
            costs=FREE if costs == "free" else costs_of(version),
            budget=budget,
            grain=1 if grain == "auto" else int(grain),
            auto_grain=self.auto_grain,
        )
        self.heap = Heap(version.minor, procs, memory, free=costs == "free")
        self.heap.now = self.kernel.time_and_idle
        self.kernel.memory = self.heap
        self.ledger = self.heap.ledger
        self.sizes = Sizes.of(version.minor)
        self.shapes = Shapes(self.sizes)
        self.era: Era = ERAS[version.era](version, self.kernel, Kinds(self.ledger, self.sizes))
        self.heap.collector.disorder = self._disorder
        self.kernel.host_objects = lambda: self.era.entries() + len(self.kernel.goroutines)
        self.kernel.runtime = self
        self._count_goroutines()
        self.kernel.observe(observers)
        self.recorder = Recorder(self.kernel.budget.until, sample)
        self._add_gauges()

    def _disorder(self) -> float:
        """Return how far the order of the timers in their heaps is from that of their memory."""
        return min(20 * self.era.counts.fired / max(self.era.listed(), 1), 1.0)

    def _count_goroutines(self) -> None:
        """Let goroutines and sudogs count as memory; main's g is there before the program."""
        kernel, ledger, shapes = self.kernel, self.ledger, self.shapes
        ledger.pool("g", shapes.goroutine(), lambda: max(kernel.goroutines_max - 1, 0))
        AllGs(ledger, self.sizes, lambda: kernel.goroutines_max)
        self.heap.footprint.stack_bytes = lambda: kernel.goroutines_max * STACK_BYTES
        ledger.pool(
            "sudog", shapes.sudog(), lambda: kernel.sudogs_made, lambda: kernel.sudogs_freed
        )
        ledger.clearing.append(kernel.clear_sudogs)

    # -- what programs call, through gosim.golib ------------------------------------------------

    def make_chan(self, p: Processor, cap: int, elem: tuple[str, int, bool, Any]) -> Channel:
        """Return a new channel for elements of (name, bytes, has pointers, zero value)."""
        kind = self.channel_kind(cap, elem)
        p.now += p.costs.make_chan
        kind.made += p.grain
        return Channel(cap, kind, p.grain)

    def channel_kind(self, cap: int, elem: tuple[str, int, bool, Any]) -> Population:
        """Return the population of such channels."""
        name, size, pointers, zero = elem
        pieces = self.shapes.make_chan(size, pointers, cap)
        return self.ledger.population(channel_of(name, cap), *pieces, zero=zero)

    def mark(self, p: Processor, label: str) -> None:
        """Keep this instant under a label, for figures and summaries.

        It counts once in a coarse loop, which waits for one timer, and as often in a goroutine
        that stands for many.
        """
        self.recorder.mark(p.now, label, p.g.weight if p.g else 1)
        if p.watched:
            self.kernel.announce(Marked(p.now, p.g.id if p.g else 0, label))

    # -- a run ----------------------------------------------------------------------------------

    def run(self, main: Callable[[], Any]) -> Result:
        """Run the program; return what it left behind."""
        self._space = getattr(main, "go_space", None)
        self.recorder.begin()
        self._sample()
        with _quiet_collector(), running.lent():
            try:
                self.kernel.run(main)
                self.recorder.end(self.kernel.ended_at)
                return self._result()
            finally:
                self.kernel.let_go()
                self.era.let_go()

    def _sample(self) -> None:
        if not self.kernel.ended:
            following = self.recorder.sample(self.kernel.env_now)
            self.kernel.at(following, self._sample)

    def _add_gauges(self) -> None:
        """Say what is sampled: name, unit, meaning, and where the number comes from."""
        era, counts, ledger = self.era, self.era.counts, self.ledger
        kernel, gauge = self.kernel, self.recorder.gauge
        gauge("timers", "timers", "in all heaps of timers, dead ones included", era.listed)
        gauge("zombies", "timers", "of these, stopped but not removed yet", era.dead)
        gauge("goroutines", "goroutines", "not ended", kernel.count)
        gauge("heap_objects", "objects", "that something refers to", lambda: ledger.live_objects)
        gauge("heap_live_bytes", "bytes", "of these objects", lambda: ledger.live_bytes)
        for name, unit, meaning, read in self.heap.columns():
            gauge(name, unit, meaning, read)
        gauge("timers_made", "timers", "made so far", lambda: counts.made)
        gauge("timers_fired", "timers", "fired so far", lambda: counts.fired)
        gauge("timers_stopped", "timers", "stopped so far, while pending", lambda: counts.stopped)
        gauge(
            "false_timeouts",
            "timeouts",
            "marked by the program so far",
            lambda: self.recorder.marked(FALSE_TIMEOUT),
        )
        gauge("grain", "passes", "that one pass of a coarse loop stands for", lambda: kernel.grain)
        for number, heap in enumerate(era.heaps[: self.procs]):
            gauge(f"timers_p{number}", "timers", f"in the heap of P {number}", _listed(heap))

    def _result(self) -> Result:
        kernel = self.kernel
        result = Result(
            go=self.version.name,
            version=str(self.version),
            procs=self.procs,
            seed=self.seed,
            costs=self.costs,
            grain="auto" if self.auto_grain else kernel.grain,
            exit_code=kernel.exit_code,
            stdout="".join(text for _, text in kernel.output),
            stderr="".join(kernel.errors),
            output=tuple(kernel.output),
            ended_at_ns=kernel.ended_at,
            why_ended=kernel.ended,
            series=self.recorder.series,
            marks=tuple(self.recorder.marks),
            counters=self._counters(),
            snapshot=self.snapshot(),
        )
        return summarise(result)

    def snapshot(self) -> Snapshot:
        """Count what is in memory now, by kind and by heap of timers."""
        self.heap.catch_up()
        kinds, sizes = self.era.kinds, self.sizes
        at = self.kernel.ended_at if self.kernel.ended else self.kernel.env_now
        heaps = self.era.heaps
        found = walk(self.kernel.user_goroutines, self._space)
        return take(self.version, at, self.ledger, heaps, sizes.slot, kinds.explicit, found)

    def _counters(self) -> dict[str, int]:
        counts = self.era.counts
        return {
            "operations": self.kernel.operations,
            "timers_made": counts.made,
            "timers_fired": counts.fired,
            "timers_stopped": counts.stopped,
            "timers_at_end": self.era.listed(),
            "entries_repaired": counts.repaired,
            "goroutines_max": self.kernel.goroutines_max,
            "grain_at_end": self.kernel.grain,
        }


def _listed(heap: Any) -> Callable[[], int]:
    return lambda: int(heap.listed)


@contextmanager
def _quiet_collector() -> Iterator[None]:
    """Keep Python's cycle collector away: it would walk millions of timers again and again.

    Where the memory model asks for it, it need not look at what was there before the run.
    """
    enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if enabled:
            gc.enable()


def run(  # noqa: PLR0913  each option is one that a user names
    program: Callable[..., Any],
    *args: Any,
    go: str = DEFAULT,
    gomod: str | None = None,
    godebug: Mapping[str, int] | None = None,
    procs: int = 1,
    seed: int = 1,
    until: int | str | None = None,
    costs: str = "free",
    grain: int | str = 1,
    sample: int | str | None = None,
    budget: Budget | None = None,
    observers: Iterable[Observer] = (),
    gogc: int | None = 100,
    memory_limit: int | str | None = None,
    progress: Progress | None = None,
) -> Result:
    """Run `program(*args)` as goroutine 1 of a Go process, and return what it left behind.

    `go`, `gomod` and `godebug` choose the version, as GoVersion.resolve does.  `until` ends the
    run at that instant of virtual time; `sample` is the step of the series: both in nanoseconds,
    or as text (``"5s"``).
    `costs` is ``"go"`` (every operation has its price) or ``"free"`` (only waiting takes time).
    `grain` is how many passes one pass of a coarse loop stands for, or ``"auto"``.
    `budget` bounds operations, wall-clock seconds, memory and output.  `progress(now, until)` is
    called now and then.
    `gogc` and `memory_limit` are GOGC (None is off) and GOMEMLIMIT (bytes, or ``"64MiB"``).

    Raises UsageError if one of them makes no sense.
    """
    if not callable(program):
        raise UsageError(
            f"{program!r} is not a function",
            "pass one that yields; a scenario or a Go file: gosim.scenarios.find(name).replay()",
        )
    until, sample = options.duration("until", until), options.duration("sample", sample)
    options.whole("seed", seed)
    _check(options.whole("procs", procs), costs, grain, until, sample)
    limits = budget or Budget()
    if until is not None:
        limits = limits.replace(until=until)
    version = GoVersion.resolve(go, gomod, godebug)
    memory = Settings(options.percentage("gogc", gogc), options.size("memory_limit", memory_limit))
    runtime = Runtime(version, procs, seed, costs, limits, sample, grain, observers, memory=memory)
    runtime.kernel.progress = progress
    return runtime.run(_bound(program, args))


def _bound(program: Callable[..., Any], args: tuple[Any, ...]) -> Callable[[], Any]:
    def main() -> Any:
        return program(*args)

    main.go_space = getattr(program, "go_space", None)  # type: ignore[attr-defined]
    return main


def _check(procs: int, costs: str, grain: int | str, until: int | None, sample: int | None) -> None:
    if not 1 <= procs <= PROCS_MAX:
        raise UsageError(f"procs={procs} makes no sense", f"take 1 to {PROCS_MAX}")
    if costs not in ("go", "free"):
        raise UsageError(f"costs={costs!r} means nothing", 'take "go" or "free"')
    if grain != "auto" and (not isinstance(grain, int) or grain < 1):
        raise UsageError(f"grain={grain!r} makes no sense", 'take 1 (exact), 2, 3, … or "auto"')
    if until is not None and until <= 0:
        raise UsageError("until must lie after the start", "take a duration such as 10m")
    if sample is not None and sample <= 0:
        raise UsageError("a sample step must be positive", "take a duration such as 1s")
