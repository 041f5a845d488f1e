"""One Go version is one value.

Models   Go 1.5 to 1.27: the releases' rules, and how go.mod's go line sets `asynctimerchan`,
         `panicnil` and `randseednop` (internal/godebugs/table.go;
         cmd/go/internal/load/godebug.go).
Leaves out   other GODEBUG settings, and all but `asynctimerchan` in the environment; `//go:debug`
             lines (say `godebug=` instead).

A rule of the runtime or of the library that differs between releases is an attribute of
`GoVersion`.  Tables stay with what they are about, keyed by `minor`: measured numbers, sizes, in
which release a name appeared; and so do the compiler's words, which the front end chooses by
the minor version of the language.

>>> GoVersion.resolve("1.22").era, GoVersion.resolve("1.23").era
('go1_14', 'go1_23')
>>> GoVersion.resolve("1.24", gomod="1.22").asynctimerchan      # a new toolchain, an old go.mod
1
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gosim import options
from gosim.errors import UsageError

OLDEST: Final = (1, 5)
NEWEST: Final = (1, 27)
DEFAULT: Final = "1.22"

_VERSION: Final = re.compile(
    r"(?:go)?(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})(?:\.(0|[1-9][0-9]{0,8}))?\Z"
)
_LATEST_PATCH: Final = 99
"""What `1.17` without a patch number means: the last of its line."""


@dataclass(frozen=True, slots=True)
class GoVersion:
    """A toolchain together with what go.mod and GODEBUG make of it.

    `asynctimerchan` is the value in force: 0 for the synchronous timer channels of Go 1.23,
    1 for the complete old behaviour, 2 for the half-way house of 1.23 to 1.26.
    """

    name: str
    minor: int
    patch: int
    gomod: str | None = None
    asynctimerchan: int = 1

    @classmethod
    def resolve(
        cls,
        go: str,
        gomod: str | None = None,
        godebug: Mapping[str, int] | None = None,
    ) -> GoVersion:
        """Return the version for a toolchain, a go.mod go line and GODEBUG settings.

        Raises UsageError for a version that gosim does not know, a go line newer than the
        toolchain, and settings that Go itself refuses.
        """
        options.text("go", go, DEFAULT)
        if gomod is not None:
            options.text("gomod", gomod, DEFAULT)
        options.names_and_numbers("godebug", godebug)
        minor, patch = _parse(go, "Go version")
        _check_gomod(go, minor, gomod)
        name = _VERSION.sub(lambda found: found[0].removeprefix("go"), go)
        value = _asynctimerchan(minor, gomod, dict(godebug or {}))
        return cls(name, minor, patch, gomod, value)

    @property
    def era(self) -> str:
        """The module of gosim.timers that models this version's timers."""
        if self.minor <= 13:
            return "go1_10"
        return "go1_14" if self.minor <= 22 else "go1_23"

    @property
    def timer_buckets(self) -> int:
        """How many timer heaps the process has (up to 1.13): one, then sixty-four."""
        return 1 if self.minor <= 9 else 64

    @property
    def goroutines_before_main(self) -> int:
        """How many goroutines of the runtime are runnable when main begins.

        One runs finalizers, and from 1.25 on another one cleanups (measured on 1.19 to 1.27).
        """
        return 1 if self.minor <= 24 else 2

    @property
    def line(self) -> int:
        """The minor version of go.mod's go line: the language's, and GODEBUG's defaults.

        Without a go.mod it is the toolchain's.
        """
        return self.minor if self.gomod is None else _parse(self.gomod, _GO_LINE)[0]

    @property
    def panic_nil(self) -> str | None:
        """What `recover` returns after panic(nil): nil itself to 1.20, an error since.

        GODEBUG's panicnil follows the go line.
        """
        if self.minor <= 20 or self.line <= 20:
            return None
        prefix = "runtime error: " if self.minor >= 27 else ""
        return prefix + "panic called with nil argument"

    @property
    def async_preemption(self) -> bool:
        """A loop without calls can be preempted (from 1.14 on)."""
        return self.minor >= 14

    @property
    def reset_is_stop_and_start(self) -> bool:
        """Timer.Reset is two operations, deltimer and resettimer (1.14.0 to 1.14.5)."""
        return self.minor == 14 and self.patch < 6

    @property
    def counts_adjust_timers(self) -> bool:
        """A P counts its ModifiedEarlier entries in `adjustTimers` (1.14 to 1.16.6)."""
        return (self.minor, self.patch) < (16, 7)

    @property
    def knows_modified_earliest(self) -> bool:
        """A P keeps `timerModifiedEarliest`, so that a walk can wait (from 1.16 on)."""
        return self.minor >= 16

    @property
    def adjust_backs_up(self) -> bool:
        """After a deletion, `adjusttimers` resumes at the smallest index that changed.

        Go 1.18, and the 1.16 and 1.17 releases that follow the commit of September 2021.
        """
        return self._since({16: 9, 17: 2}, 18)

    @property
    def clears_when_empty(self) -> bool:
        """`timerModifiedEarliest` is cleared when the heap empties (1.19, 1.18.5, 1.17.13)."""
        return self._since({17: 13, 18: 5}, 19)

    @property
    def checks_when(self) -> bool:
        """A timer with `when` <= 0 or a negative period aborts the process (from 1.16 on)."""
        return self.minor >= 16

    @property
    def has_memory_limit(self) -> bool:
        """GOMEMLIMIT and debug.SetMemoryLimit exist (from 1.19 on)."""
        return self.minor >= 19

    @property
    def clears_tails(self) -> bool:
        """slices.Delete and its kin zero what they leave behind (from 1.22 on)."""
        return self.minor >= 22

    @property
    def notes_repanics(self) -> bool:
        """A value that is recovered and panics again is printed once (from 1.25 on)."""
        return self.minor >= 25

    @property
    def rounds_builders(self) -> bool:
        """strings.Builder.Grow takes all of its size class (from 1.23 on)."""
        return self.minor >= 23

    @property
    def brings_leak_back(self) -> bool:
        """asynctimerchan=1: a channel timer is in a heap though nobody waits (1.23 to 1.26)."""
        return self.minor >= 23 and self.asynctimerchan == 1

    @property
    def stamps_deadline(self) -> bool:
        """The value on a timer's channel is the scheduled time, not the time of sending."""
        return self.minor >= 23

    @property
    def ticker_panics_with_error(self) -> bool:
        """NewTicker(0) panics with an error value (to 1.20), not with a string."""
        return self.minor <= 20

    @property
    def has_ticker_reset(self) -> bool:
        """Ticker.Reset exists (from 1.15 on)."""
        return self.minor >= 15

    @property
    def ticker_reset_checks(self) -> bool:
        """Ticker.Reset(d) panics when d <= 0 (from 1.18 on)."""
        return self.minor >= 18

    @property
    def mutex_wait_reason(self) -> str:
        """What a deadlock report calls a goroutine blocked in Mutex.Lock."""
        return "sync.Mutex.Lock" if self.minor >= 20 else "semacquire"

    @property
    def rwmutex_wait_reasons(self) -> tuple[str, str]:
        """The same for RWMutex.RLock and RWMutex.Lock."""
        return _RWMUTEX if self.minor >= 20 else ("semacquire", "semacquire")

    @property
    def waitgroup_wait_reason(self) -> str:
        """The same for WaitGroup.Wait."""
        return "sync.WaitGroup.Wait" if self.minor >= 24 else "semacquire"

    @property
    def runtime_goroutines(self) -> int:
        """How many have a number between main and the first go statement.

        The forced collections, the sweeper, the scavenger, the finalizers; from 1.25 on the
        cleanups (measured on Go 1.19 to 1.27, in programs that print).
        """
        return 5 if self.minor >= 25 else 4

    @property
    def indents_panics(self) -> bool:
        """The second and further lines of a panic's text get a tab (from 1.23 on)."""
        return self.minor >= 23

    @property
    def short_float_panics(self) -> bool:
        """A float panics as `1.5`, not as `+1.500000e+000` (from 1.26 on)."""
        return self.minor >= 26

    @property
    def mends_sort_shuffle(self) -> bool:
        """The shuffle of an uneven quicksort has its generator's right shifts (from 1.24 on)."""
        return self.minor >= 24

    @property
    def names_context_values(self) -> bool:
        """A context with a value that has no String method prints its type (from 1.23 on)."""
        return self.minor >= 23

    @property
    def nests_mutex(self) -> bool:
        """A sync.Mutex holds the Mutex of internal/sync, which shows when it is printed (1.24)."""
        return self.minor >= 24

    @property
    def rand_is_seeded(self) -> bool:
        """The functions of math/rand differ from run to run (1.20 on, whatever the go line)."""
        return self.minor >= 20

    @property
    def rand_seed_does_nothing(self) -> bool:
        """rand.Seed has no effect (from 1.24 on; GODEBUG's randseednop follows the go line)."""
        return self.line >= 24

    def _since(self, patches: Mapping[int, int], minor: int) -> bool:
        """Return whether a change of `minor`, back-ported to `patches`, is in this version."""
        return self.minor >= minor or self.patch >= patches.get(self.minor, _LATEST_PATCH + 1)

    def __str__(self) -> str:
        settings = [f"go.mod {self.gomod}"] if self.gomod else []
        if self.minor in _SWITCHABLE and self.asynctimerchan:
            settings.append(f"asynctimerchan={self.asynctimerchan}")
        return f"Go {self.name}" + (f" ({', '.join(settings)})" if settings else "")


_GO_LINE: Final = "go line of go.mod"
_RWMUTEX: Final = ("sync.RWMutex.RLock", "sync.RWMutex.Lock")
_SWITCHABLE: Final = range(23, 27)
"""The releases in which `asynctimerchan` can choose."""


def _parse(text: str, what: str) -> tuple[int, int]:
    found = _VERSION.match(text)
    if not found:
        raise UsageError(f"{text!r} is not a {what}", "write it like 1.22 or 1.22.10")
    major, minor = int(found[1]), int(found[2])
    if not OLDEST <= (major, minor) <= NEWEST:
        raise UsageError(
            f"{what} {text} is not modelled", f"gosim knows 1.{OLDEST[1]} to 1.{NEWEST[1]}"
        )
    return minor, int(found[3]) if found[3] else _LATEST_PATCH


def _check_gomod(go: str, minor: int, gomod: str | None) -> None:
    if gomod is None:
        return
    if minor < 11:
        raise UsageError(f"Go {go} does not read go.mod", "leave out --gomod, or take Go 1.11 on")
    line, _ = _parse(gomod, _GO_LINE)
    if line > minor:
        raise UsageError(
            f"go.mod says go {gomod}, newer than the toolchain {go}",
            f"take --go {gomod}, or a go line up to 1.{minor}",
        )


def _asynctimerchan(minor: int, gomod: str | None, godebug: dict[str, int]) -> int:
    """Return the value in force, the way the runtime finds it."""
    asked = godebug.pop("asynctimerchan", None)
    if godebug:
        raise UsageError(
            f"GODEBUG {', '.join(sorted(godebug))} is not modelled", "gosim knows asynctimerchan"
        )
    if asked is not None and not 0 <= asked <= 2:
        raise UsageError(f"asynctimerchan={asked} means nothing", "it is 0, 1 or 2")
    if minor <= 22:
        return 1
    if minor not in _SWITCHABLE:
        return _removed(minor, asked)
    if asked is not None:
        return asked
    return 1 if gomod is not None and _parse(gomod, _GO_LINE)[0] < 23 else 0


def _removed(minor: int, asked: int | None) -> int:
    if asked:
        raise UsageError(
            f'Go 1.{minor} stops with: removed GODEBUG "asynctimerchan" set to old value "{asked}"',
            "the switch exists in Go 1.23 to 1.26",
        )
    return 0
