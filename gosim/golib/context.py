"""Package context: cancellation and deadlines.

Models   context/context.go of Go 1.22: cancelCtx, timerCtx, propagateCancel.
Read     gosim.golib.gotime first: a deadline is an AfterFunc timer.
Leaves out   values, AfterFunc, WithoutCancel.

A context with a deadline is kept by its timer until the deadline, in every version of Go,
unless it is cancelled: the change of 1.23 is for channel timers only.

>>> from gosim.channels import recv
>>> from gosim.golib import context, fmt, time
>>> from gosim.runtime import run
>>> def main():
...     ctx, cancel = context.WithTimeout(context.Background(), time.Second)
...     yield recv(ctx.Done())
...     fmt.Println(ctx.Err())
>>> run(main, go="1.27").stdout
'context deadline exceeded\\n'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gosim.channels import Channel
from gosim.golib.errors import Error
from gosim.golib.gobuiltins import Struct, close, make_chan
from gosim.golib.gotime import AfterFunc, Now, Timer
from gosim.kernel import running
from gosim.memory import Ledger, Piece, Population, Shapes, names

Canceled: Final = Error("context canceled")
DeadlineExceeded: Final = Error("context deadline exceeded")

CancelFunc = Callable[[], None]


class Context:
    """A context; Background is one that is never done."""

    __slots__ = (
        "_cause",
        "_children",
        "_deadline",
        "_done",
        "_err",
        "_parent",
        "_timer",
        "kind",
        "weight",
    )

    def __init__(self, parent: Context | None, deadline: int | None, kind: str = "") -> None:
        self._parent = parent
        self._deadline = deadline
        self._done: Channel | None = None
        self._err: Error | None = None
        self._cause: Error | None = None
        self._timer: Timer | None = None
        self._children: dict[Context, None] = {}
        self.kind: Population | None = _context_population(kind) if kind else None
        if self.kind:
            self.weight = running.p.grain
            self.kind.made += self.weight

    def __del__(self) -> None:
        if self.kind:
            self.kind.freed += self.weight

    def Done(self) -> Channel | None:
        """Return a channel that is closed when the context is done; nil for Background."""
        if self._parent is None:
            return None
        if self._done is None:
            self._done = make_chan(Struct)
            if self._err is not None:
                close(self._done)
        return self._done

    def Err(self) -> Error | None:
        """Return why it is done, or nil."""
        return self._err

    def Deadline(self) -> tuple[int, bool]:
        """Return (deadline, whether there is one)."""
        return (0, False) if self._deadline is None else (self._deadline, True)

    def cancel(self, error: Error, cause: Error | None = None) -> None:
        """Make it done, and its children with it.  Go: cancelCtx.cancel, timerCtx.cancel."""
        if self._err is not None:
            return
        self._err, self._cause = error, cause or error
        if self._done is not None:
            close(self._done)
        children, self._children = self._children, {}
        for child in children:
            child.cancel(error, self._cause)
        if self._parent is not None:
            self._parent._children.pop(self, None)
        if self._timer is not None:
            self._timer.Stop()
            self._timer = None


class _Closure:
    """A function that refers to a context and lives as long as somebody refers to it."""

    __slots__ = ("ctx", "error", "population", "weight")

    def __init__(self, ctx: Context, error: Error, population: Population) -> None:
        self.ctx = ctx
        self.error = error
        self.population = population
        self.weight = running.p.grain
        self.population.made += self.weight

    def __del__(self) -> None:
        self.population.freed += self.weight

    def __call__(self, cause: Error | None = None) -> None:
        """Cancel the context."""
        self.ctx.cancel(self.error, cause)


def _cancel_func(ctx: Context) -> _Closure:
    """Return the function that WithCancel and its kin return beside the context."""
    return _Closure(ctx, Canceled, _population(names.CANCEL_FUNC, _shapes().cancel_func()))


def _deadline_func(ctx: Context) -> _Closure:
    """Return the function that the timer of a context runs."""
    pieces = _shapes().deadline_func()
    return _Closure(ctx, DeadlineExceeded, _population(names.DEADLINE_FUNC, pieces))


def _context_population(kind: str) -> Population:
    """Return the population of the contexts of that kind."""
    shapes = _shapes()
    pieces = shapes.with_cancel() if kind == names.WITH_CANCEL else shapes.with_timeout()
    return _population(kind, pieces)


def _shapes() -> Shapes:
    shapes: Shapes = running.p.kernel.runtime.shapes
    return shapes


def _population(name: str, pieces: tuple[Piece, ...]) -> Population:
    ledger: Ledger = running.p.kernel.runtime.ledger
    return ledger.population(name, *pieces)


_BACKGROUND: Final = Context(None, None)


def Background() -> Context:
    """Return the context that is never done."""
    return _BACKGROUND


def Cause(ctx: Context) -> Error | None:
    """Return the cause given to its CancelCauseFunc, or what Err returns."""
    return ctx._cause


def WithCancel(parent: Context) -> tuple[Context, CancelFunc]:
    """Return a child context and the function that cancels it."""
    ctx = _child(parent, parent._deadline, names.WITH_CANCEL)
    return ctx, _cancel_func(ctx)


def WithCancelCause(parent: Context) -> tuple[Context, Callable[[Error | None], None]]:
    """Return a child context and the function that cancels it for a cause."""
    ctx = _child(parent, parent._deadline, names.WITH_CANCEL)
    return ctx, _cancel_func(ctx)


def WithTimeout(parent: Context, timeout: int) -> tuple[Context, CancelFunc]:
    """Return a child context that is done after the timeout."""
    return WithDeadline(parent, Now() + timeout)


def WithDeadline(parent: Context, deadline: int) -> tuple[Context, CancelFunc]:
    """Return a child context that is done at the deadline.

    If the parent's deadline is earlier, this is WithCancel; if it has passed, the context is
    done already.  Only otherwise there is a timer.
    """
    if parent._deadline is not None and parent._deadline <= deadline:
        return WithCancel(parent)
    ctx = _child(parent, deadline, names.WITH_TIMEOUT)
    left = deadline - Now()
    if left <= 0:
        ctx.cancel(DeadlineExceeded)
    elif ctx._err is None:
        ctx._timer = AfterFunc(left, _deadline_func(ctx))
    return ctx, _cancel_func(ctx)


def _child(parent: Context, deadline: int | None, kind: str) -> Context:
    """Return a context that is done when its parent is.  Go: propagateCancel."""
    ctx = Context(parent, deadline, kind)
    if parent._err is not None:
        ctx.cancel(parent._err, parent._cause)
    elif parent is not _BACKGROUND:
        parent._children[ctx] = None
    return ctx
