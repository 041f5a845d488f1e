"""Functions that run when an object can no longer be reached: finalizers and cleanups.

Models   runtime/mfinal.go of Go 1.9 to 1.27: SetFinalizer, queuefinalizer; runtime/mcleanup.go of
         Go 1.24 and later: AddCleanup.
Read     gosim.golang.values.unwinding first.
Leaves out   what else is in a block of the tiny allocator: it keeps no finalizer waiting.

A collection looks who else refers to an object that has a finalizer: nobody but this table, and
what the object itself says of itself.  Then the finalizer is queued, and one goroutine of the
runtime calls what is queued, the last first.  It holds the object meanwhile, so what only that
object refers to has its turn after the next collection, and objects in a ring never have theirs.

From Go 1.25 on cleanups have goroutines of their own, and are called in their order.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable
from functools import partial
from sys import getrefcount
from typing import Any, Final

from gosim.errors import GoFatal
from gosim.golang.values.cells import ElemRef, FieldRef
from gosim.golang.values.structs import Native
from gosim.golang.values.unwinding import goroutine
from gosim.kernel import Goroutine, running


class Special:
    """What is to be called when an object is gone; `held` is what must not be referred to.

    A finalizer gets the pointer; a cleanup gets nothing, and has a number.
    """

    __slots__ = ("cleanup", "function", "held", "pointer")

    def __init__(self, pointer: Any, function: Callable[..., Any], cleanup: int = 0) -> None:
        self.pointer, self.function, self.cleanup = pointer, function, cleanup
        self.held = pointer
        if isinstance(pointer, FieldRef | ElemRef):
            self.held = pointer.of
        elif isinstance(pointer, Native) and hasattr(pointer, "_timer"):
            self.held = pointer._timer  # The heap of timers refers to this part of it.

    def call(self) -> Callable[[], Any]:
        """Return what is to be called."""
        return self.function if self.cleanup else partial(self.function, self.pointer)


_NOBODYS: Final = Special([], list)
_ALONE: Final = getrefcount(_NOBODYS.held)
"""References to an object that stands in a table only: as pointer, as what is held, and here."""


class Caller:
    """A goroutine of the runtime that calls what is queued.  Go: runfinq."""

    go_name = "runtime.runfinq"

    def __init__(self, goid: int) -> None:
        self.goid = goid
        self.queue: list[Callable[[], Any]] = []
        self.under_way = False

    def __call__(self) -> Generator[Any, Any, None]:
        """Return the body of the goroutine."""
        return goroutine(self._run, ())

    def _run(self) -> Generator[Any, Any, None]:
        while self.queue:
            result = self.queue.pop(0)()
            if isinstance(result, Generator):
                yield from result
            result = None  # The goroutine keeps nothing.
        self.under_way = False


class Finalizers:
    """All finalizers and cleanups of a run."""

    def __init__(self) -> None:
        self.specials: list[Special] = []
        goid = running.p.kernel.version.runtime_goroutines
        self._finalizer, self._cleaner = Caller(goid + 1), Caller(goid)
        self._asked = False
        self._made = 0

    @staticmethod
    def of_run() -> Finalizers:
        """Return those of the run that is under way; its heap keeps them."""
        watchers = running.p.kernel.runtime.heap.after_cycle
        found = next((watcher for watcher in watchers if isinstance(watcher, Finalizers)), None)
        if found is None:
            found = Finalizers()
            watchers.append(found)
        return found

    def set(self, pointer: Any, finalizer: Callable[[Any], Any]) -> None:
        """Let the finalizer be called when nobody can reach what the pointer points to.

        Raises GoFatal when it has a finalizer.
        """
        if self._finalizer_of(pointer) is not None:
            raise GoFatal("runtime.SetFinalizer: finalizer already set")
        self.specials.append(Special(pointer, finalizer))

    def clear(self, pointer: Any) -> None:
        """Take the finalizer away, if there is one."""
        found = self._finalizer_of(pointer)
        if found is not None:
            self.specials.remove(found)

    def add_cleanup(self, pointer: Any, cleanup: Callable[[], Any]) -> int:
        """Let something be called, besides what else is; return the number that `stop` wants."""
        self._made += 1
        special = Special(pointer, cleanup, self._made)
        same = [number for number, other in enumerate(self.specials) if other.pointer is pointer]
        self.specials.insert(same[0] if same else len(self.specials), special)
        return special.cleanup

    def stop(self, number: int) -> None:
        """Do not call a cleanup."""
        self.specials = [special for special in self.specials if special.cleanup != number]

    def _finalizer_of(self, pointer: Any) -> Special | None:
        return next((s for s in self.specials if not s.cleanup and s.pointer == pointer), None)

    # -- a collection ---------------------------------------------------------------------------

    def collect(self, turns: Callable[[], Iterable[Any]]) -> Generator[Any, Any, None]:
        """Collect for the program; from Go 1.25 on cleanups begin when it goes on."""
        self._asked = True
        yield from turns()
        self._asked = False
        self._start(self._cleaner)

    def __call__(self) -> None:
        """Queue what is due; it is no longer in the table then.  Go: sweepLocked.sweep."""
        due = [special for special in self.specials if self._unreachable(special)]
        if not due:
            return
        self.specials = [special for special in self.specials if special not in due]
        apart = running.p.kernel.version.minor >= 25
        cleanups = [special.call() for special in due if special.cleanup and apart]
        finalizers = [special.call() for special in due if not (special.cleanup and apart)]
        self._finalizer.queue += finalizers[::-1]
        self._start(self._finalizer)
        self._cleaner.queue += cleanups
        if not self._asked:
            self._start(self._cleaner)

    def _unreachable(self, special: Special) -> bool:
        """Return whether only the table refers to an object, and the object itself."""
        several = 2 * sum(other.pointer is special.pointer for other in self.specials) - 2
        own = sum(found is special.held for found in gc.get_referents(special.held))
        alone = getrefcount(special.held) - own - several == _ALONE
        if special.held is special.pointer or isinstance(special.pointer, FieldRef | ElemRef):
            return alone
        forgotten = getrefcount(special.pointer) - several // 2 == _ALONE - 1
        if running.p.kernel.version.minor >= 23 and special.pointer.C is not None:
            # Timer and channel refer to each other: a ring, which has no finalizer.
            return bool(special.cleanup) and forgotten and getrefcount(special.pointer.C) < _ALONE
        return alone and forgotten

    def _start(self, caller: Caller) -> None:
        """Let a goroutine of the runtime call what is queued.  Go: wakefing."""
        kernel = running.p.kernel
        if caller.under_way or not caller.queue or kernel.ended:
            return
        caller.under_way = True
        g = Goroutine(caller.goid, caller, system=True)
        g.weight = 0
        kernel.goroutines[g.id] = g
        running.p.put(g)
        kernel.set_alarm(kernel.env_now)
