"""`defer`, panic, recover and the end of goroutines.

Models   runtime/panic.go of Go 1.22: gopanic, gorecover, Goexit, printpanics.
Read     gosim.golang.values.faults first.

A function with deferred calls keeps them in a `Defers`; the translator writes

    _d = Defers()
    try:
        …
        yield from _d.run()
        return result
    except FAULTS as _e:
        yield from _d.unwind(_e)
        return result

`unwind` raises again unless a deferred function recovered.  Only a function that is called by
the unwinding itself can recover: it is *offered* the panic, and takes it as its first act.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from types import CodeType
from typing import Any

from gosim.errors import GoFatal, GoPanic
from gosim.golang.values.faults import PanicNilError, go_panic
from gosim.golang.values.outside import Exit, go_version, no_memory
from gosim.kernel import frames
from gosim.kernel.operations import GoexitSignal

FAULTS = (Exception, GoexitSignal)
"""What a function with deferred calls catches; not the end of a generator."""

Call = tuple[Callable[..., Any], tuple[Any, ...]]


class ActivePanic(GoPanic):
    """A panic on its way, with those that it replaced.  Go: _panic."""

    def __init__(self, value: object, link: ActivePanic | None = None) -> None:
        super().__init__(value)
        self.link = link
        self.recovered = self.repanicked = False
        self.signal = GoexitSignal()
        self.goexit = False

    def __str__(self) -> str:
        from gosim.golang.values.panictext import chain_text  # noqa: PLC0415  only when a program dies

        return chain_text(self, False)

    def printed(self, indent: bool) -> str:
        """Return what the runtime prints.  Go: printpanics."""
        from gosim.golang.values.panictext import chain_text  # noqa: PLC0415  only when a program dies

        return chain_text(self, indent)

    def calls(self) -> list[frames.Call]:
        """Return the calls that were under way, the outermost first."""
        return self._stack()[0]

    def _stack(self) -> tuple[list[frames.Call], ActivePanic | None]:
        """Return the calls that were under way, and the first panic that has no part in them.

        Where a deferred call panicked, what the panic before it had interrupted is still below.
        """
        *outer, calls = self._stretches()
        before = self.link
        for stretch in reversed(outer):
            interrupted = stretch[-1:]
            if before is not None:
                mark = before.mark
                interrupted, before = before._stack()
                interrupted += mark
            calls = [*stretch[:-1], *interrupted, *calls]
        return calls, before

    def _stretches(self) -> list[list[frames.Call]]:
        """Return the calls of the traceback, parted where a deferred call was made.

        A frame that made its deferred calls stands there twice, around `unwind`: first as it goes
        on with the panic, then where the panic came from, unless that was a deferred call.
        """
        stretches: list[list[frames.Call]] = [[]]
        last = resumed = None
        for frame, call in frames.of_traceback(self.__traceback__):
            if frame.f_code in UNWINDING:
                resumed = resumed or last or frame
            elif call is not None:
                if resumed is frame:
                    stretches[-1].pop()
                elif resumed is not None:
                    stretches.append([])
                stretches[-1].append(call)
                last, resumed = frame, None
        return stretches

    @property
    def mark(self) -> list[frames.Call]:
        """Return what stands between the calls of a panic and its deferred functions."""
        return [] if self.goexit else [frames.Call(frames.PANIC, "", 0, True)]


def panic_value(error: BaseException) -> Any:
    """Return what recover would return for an exception; raise it if it is no panic."""
    meant = go_panic(error)
    if not isinstance(meant, GoPanic):
        raise meant
    return meant.value


class Offer:
    """The panic that the next deferred function may recover."""

    __slots__ = ("code", "panic")

    def __init__(self) -> None:
        self.code: CodeType | None = None
        self.panic: Recoverable = NOTHING


class Recoverable:
    """What `recover()` asks; `panic` is None when there is nothing to recover."""

    __slots__ = ("panic",)

    def __init__(self, panic: ActivePanic | None) -> None:
        self.panic = panic

    def recover(self) -> Any:
        """Return the value of the panic and end it; nil if there is none.  Go: gorecover."""
        panic = self.panic
        if panic is None or panic.recovered or panic.goexit:
            return None
        panic.recovered = True
        return panic.value


NOTHING = Recoverable(None)
_offer = Offer()


def offered() -> Recoverable:
    """Take what is offered to the calling function."""
    if _offer.code is not None and sys._getframe(1).f_code is _offer.code:
        _offer.code = None
        offer, _offer.panic = _offer.panic, NOTHING  # A panic refers to all frames that it left.
        return offer
    return NOTHING


def panic_with(value: Any) -> GoPanic:
    """Return the exception of ``panic(value)``."""
    if value is None and (said := go_version().panic_nil):
        value = PanicNilError(said)
    return GoPanic(value)


class Defers:
    """The deferred calls of one call of a function."""

    __slots__ = ("calls",)

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def push(self, function: Callable[..., Any] | None, *args: Any) -> None:
        """Defer a call; its arguments have been evaluated."""
        self.calls.append((function, args))  # type: ignore[arg-type]

    def run(self) -> Generator[Any, Any, None]:
        """Make the calls, the last first."""
        while self.calls:
            function, args = self.calls.pop()
            _offer.code = None
            result = function(*args)
            if isinstance(result, Generator):
                yield from result
            elif hasattr(result, "perform") and getattr(function, "operation_", False):
                yield result

    def run_now(self) -> None:
        """Make the calls of a function that never waits."""
        while self.calls:
            function, args = self.calls.pop()
            _offer.code = None
            function(*args)

    def unwind(self, error: BaseException) -> Generator[Any, Any, None]:
        """Make the calls while the goroutine panics or exits."""
        panic: ActivePanic | None = _begin(error)
        while self.calls:
            function, args = self.calls.pop()
            try:
                _offer_to(function, panic)
                result = function(*args)
                if isinstance(result, Generator):
                    yield from result
                elif hasattr(result, "perform") and getattr(function, "operation_", False):
                    yield result
            except FAULTS as again:
                panic = _again(panic, again)
            if panic is not None and panic.recovered:
                panic = _after(panic)
                if panic is None:
                    yield from self.run()
                    return
        raise _left(panic)

    def unwind_now(self, error: BaseException) -> None:
        """Do the same in a function that never waits."""
        panic: ActivePanic | None = _begin(error)
        while self.calls:
            function, args = self.calls.pop()
            try:
                _offer_to(function, panic)
                function(*args)
            except FAULTS as again:
                panic = _again(panic, again)
            if panic is not None and panic.recovered:
                panic = _after(panic)
                if panic is None:
                    self.run_now()
                    return
        raise _left(panic)


UNWINDING = (Defers.unwind.__code__, Defers.unwind_now.__code__)
"""What makes the deferred calls of a panic."""


def _begin(error: BaseException) -> ActivePanic:
    """Return the panic that an exception is."""
    error = go_panic(error)
    if isinstance(error, (Exit, GoFatal)):
        raise error
    if isinstance(error, ActivePanic):
        return error
    if isinstance(error, GoexitSignal):
        made = ActivePanic("")
        made.goexit, made.signal = True, error
        return made.with_traceback(error.__traceback__)
    if isinstance(error, GoPanic):
        return ActivePanic(error.value).with_traceback(error.__traceback__)
    raise error


def _again(panic: ActivePanic | None, error: BaseException) -> ActivePanic:
    """A deferred function panicked while this panic was on its way."""
    later = _begin(error)
    if panic is not None and later is not panic:
        last = later
        while last.link is not None and last.link is not panic:
            last = last.link
        if last.link is None:
            last.link = panic
        if panic.recovered and later.value is panic.value and go_version().notes_repanics:
            panic.repanicked = True
    return later


def _left(panic: ActivePanic | None) -> BaseException:
    """Return what goes on when nobody has recovered."""
    assert panic is not None
    return panic.signal if panic.goexit else panic


def _after(panic: ActivePanic) -> ActivePanic | None:
    """The panic was recovered: a Goexit that it interrupted goes on."""
    link = panic.link
    while link is not None and not link.goexit:
        link = link.link
    return link


def _offer_to(function: Any, panic: ActivePanic | None) -> None:
    target = getattr(function, "__func__", function)
    _offer.code = getattr(target, "__code__", None)
    _offer.panic = Recoverable(panic)


def goroutine(function: Callable[..., Any], args: tuple[Any, ...]) -> Generator[Any, Any, None]:
    """The body of a goroutine: call the function; say what is left of it in Go's words."""
    try:
        result = function(*args)
        args = ()  # The function may let go of them.
        if isinstance(result, Generator):
            yield from result
        elif hasattr(result, "perform") and getattr(function, "operation_", False):
            yield result
    except MemoryError:
        no_memory()
    except Exception as error:
        final = go_panic(error)
        if isinstance(final, GoPanic) and not isinstance(final, ActivePanic):
            final = ActivePanic(final.value).with_traceback(error.__traceback__)
        raise final from None


class Start:
    """What the kernel calls to begin a goroutine."""

    __slots__ = ("args", "function")

    def __init__(self, function: Any, args: tuple[Any, ...]) -> None:
        self.function, self.args = function, args

    @property
    def go_name(self) -> str:
        """What Go calls the function."""
        names = getattr(self.function, "__globals__", {}).get("go_names", {})
        return str(names.get(getattr(self.function, "__qualname__", ""), "main.func"))

    def __call__(self) -> Generator[Any, Any, None]:
        """Return the body."""
        args, self.args = self.args, ()
        return goroutine(self.function, args)
