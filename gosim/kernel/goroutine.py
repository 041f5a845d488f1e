"""A goroutine: a Python generator that yields operations.

Models   runtime/runtime2.go of Go 1.22: g, waitReason, the statuses of a g.
Read     gosim.kernel.operations next, then gosim.kernel.processor.
Leaves out   stacks, Ms, system calls but timerproc's sleep.

What Go may have to wait for is *yielded* (``value = yield recv(ch)``); what Go never waits
for is *called* (``go(worker)``, ``close(ch)``, ``time.After(d)``).  So a `yield` in a goroutine
marks exactly the places where another goroutine may run.

A goroutine is in one of five states:

    RUNNABLE   in a run queue: a P's, its `runnext`, or the global one
    RUNNING    on a P
    WAITING    parked; `wait_reason` says what for, in Go's words
    SYSCALL    in a system call, without a P (only the timerproc of Go 1.13 and before)
    DEAD       its function has returned
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from enum import Enum
from types import GeneratorType
from typing import TYPE_CHECKING, Any, Final

from gosim.kernel.frames import Call, of_generator

if TYPE_CHECKING:
    from gosim.kernel.operations import Operation

Body = Generator["Operation", Any, Any]
"""What a goroutine's function returns when it can wait."""


CLOSINGS_MAX: Final = 100
"""How many deferred operations of a goroutine are passed over when a run has ended."""


class State(Enum):
    """Where a goroutine is.  Go: _Grunnable, _Grunning, _Gwaiting, _Gsyscall, _Gdead."""

    RUNNABLE = "runnable"
    RUNNING = "running"
    WAITING = "waiting"
    SYSCALL = "syscall"
    DEAD = "dead"


class WaitReason:
    """Why a goroutine is parked: the phrases of Go's deadlock report.  Go: waitReason."""

    RECV = "chan receive"
    SEND = "chan send"
    RECV_NIL = "chan receive (nil chan)"
    SEND_NIL = "chan send (nil chan)"
    SELECT = "select"
    SELECT_NO_CASES = "select (no cases)"
    SLEEP = "sleep"
    COND_WAIT = "sync.Cond.Wait"
    COROUTINE = "coroutine"


class Goroutine:
    """One goroutine.

    `step` resumes its generator with `value` and brings the next operation.
    `on_wake` is called with (p, g) on the processor that runs it after a park: the third pass
    of a select.  `waiting_on` is what it waits for, for people and for the memory model.
    `weight` is how many goroutines it stands for, where a coarse loop has made its timer.
    """

    __slots__ = (
        "coarse",
        "function",
        "generator",
        "id",
        "on_wake",
        "select_done",
        "sleep_timer",
        "state",
        "step",
        "sudogs",
        "system",
        "value",
        "wait_reason",
        "waiting_on",
        "waiting_since",
        "weight",
    )

    def __init__(
        self, goid: int, function: Callable[[], Any], coarse: bool = False, system: bool = False
    ) -> None:
        self.id = goid
        self.function = function
        self.generator: GeneratorType[Operation, Any, Any] | None = None
        self.step: Callable[[Any], Operation] = _not_begun
        self.value: Any = None
        self.state = State.RUNNABLE
        self.wait_reason = ""
        self.waiting_on: Any = None
        self.waiting_since = 0
        self.on_wake: Callable[[Any, Goroutine], None] | None = None
        self.select_done = False
        self.sudogs: Any = ()
        self.sleep_timer: Any = None
        self.coarse = coarse
        self.system = system
        self.weight = 1

    def begin(self) -> None:
        """Call the function.  Raises StopIteration when it is done at once: it cannot wait."""
        body = self.function()
        if not isinstance(body, GeneratorType):
            raise StopIteration(body)
        self.generator = body
        self.step = body.send

    def throw(self, error: BaseException) -> None:
        """Make the pending yield of this goroutine raise `error` when it runs next."""
        generator = self.generator
        assert generator is not None
        self.step = first(generator, lambda: generator.throw(error))

    def close(self) -> None:
        """Forget its function, wherever it waits; whatever that would still do is ignored."""
        for _ in range(CLOSINGS_MAX):
            if self.generator is None or self.generator.gi_frame is None:
                return
            with suppress(BaseException):
                self.generator.close()

    @property
    def finished(self) -> bool:
        """Whether its function has returned or raised."""
        return self.generator is None or self.generator.gi_frame is None

    @property
    def name(self) -> str:
        """What a report calls it: ``main.`` and the function's name, unless it knows better."""
        function = getattr(self.function, "func", self.function)
        if hasattr(function, "go_name"):
            return str(function.go_name)
        return "main." + getattr(function, "__name__", "func")

    @property
    def calls(self) -> list[Call]:
        """Return the calls that it waits in, the outermost first."""
        return of_generator(self.generator)

    @property
    def line(self) -> str:
        """Return `file:line` of the statement it is at, or an empty string."""
        inner: Any = self.generator
        while getattr(inner, "gi_yieldfrom", None) is not None:
            inner = inner.gi_yieldfrom
        frame = getattr(inner, "gi_frame", None)
        if frame is None:
            return ""
        return f"{frame.f_code.co_filename.rpartition('/')[2]}:{frame.f_lineno}"

    def __repr__(self) -> str:
        return f"<goroutine {self.id} [{self.wait_reason or self.state.value}] {self.name}>"


def first(generator: Body, begin: Callable[[], Operation]) -> Callable[[Any], Operation]:
    """Return a step that brings what `begin` brings, and from then on what the generator does."""
    begun = False

    def step(value: Any) -> Operation:
        nonlocal begun
        if begun:
            return generator.send(value)
        begun = True
        return begin()

    return step


def _not_begun(_: Any) -> Operation:
    raise AssertionError("a goroutine is stepped only after it has begun")
