"""The builtins and statements of Go that goroutines call: go, make, close, len, cap, panic.

Models   The Go Programming Language Specification; runtime/chan.go: makechan, closechan, chanlen.
Read     gosim.runtime first.
Leaves out   element types beyond their size: a Python type stands for a Go type.

>>> from gosim.runtime import run
>>> def main():
...     ch = make_chan(int, 2)
...     yield send(ch, 7)
...     println(length(ch), cap(ch))
>>> run(main).stderr
'1 2\\n'
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import Any, Final, NoReturn

from gosim.channels import Channel, recv_ok, send
from gosim.errors import GoPanic
from gosim.kernel import Goroutine, Processor, fatal, running
from gosim.kernel.report import print_text
from gosim.memory.names import STRUCT

__all__ = ["send"]


class Struct:
    """``struct{}``: the type that takes no memory."""


_ELEMENTS: Final[dict[type, tuple[str, int, bool, Any]]] = {
    int: ("int", 8, False, 0),
    float: ("float64", 8, False, 0.0),
    bool: ("bool", 1, False, False),
    str: ("string", 16, True, ""),
    Struct: (STRUCT, 0, False, Struct()),
}
_POINTER: Final = ("*T", 8, True, None)
"""Any other Python type stands for a pointer."""

CAP_MAX: Final = 2**31


def make_chan(elem: type = int, cap: int = 0) -> Channel:
    """Return ``make(chan elem, cap)``.  Raises GoPanic for a negative or absurd capacity."""
    if not 0 <= cap < CAP_MAX:
        raise GoPanic("makechan: size out of range", runtime_error=True)
    p = running.p
    made: Channel = p.kernel.runtime.make_chan(p, cap, _ELEMENTS.get(elem, _POINTER))
    return made


def go(function: Callable[..., Any] | None, *args: Any) -> Goroutine:
    """Start a goroutine: ``go function(args)``.  The arguments are evaluated now.

    A nil function is a fatal error.
    """
    if function is None:
        fatal("go of nil func value")
    p = running.p
    p.now += p.costs.go
    return p.kernel.spawn(p, partial(function, *args) if args else function)


def close(channel: Channel | None) -> None:
    """Close a channel.  Raises GoPanic if it is nil or closed."""
    if channel is None:
        raise GoPanic("close of nil channel", runtime_error=True)
    p = running.p
    p.now += p.costs.send
    channel.close(p)


def length(channel: Channel | None) -> int:
    """Return ``len(channel)``: 0 for nil, and for a synchronous timer channel.  Go: chanlen."""
    if channel is None:
        return 0
    feeder = channel.feeder
    if feeder is not None:
        if feeder.synchronous:
            return 0
        feeder.look(running.p, channel)
    return len(channel)


def cap(channel: Channel | None) -> int:
    """Return ``cap(channel)``: 0 for nil, and for a synchronous timer channel.  Go: chancap."""
    if channel is None or (channel.feeder is not None and channel.feeder.synchronous):
        return 0
    return channel.cap


def recv_range(channel: Channel | None, body: Callable[[Any], Any]) -> Generator[Any, Any, None]:
    """Call `body` with each value until the channel is closed: ``for v := range channel``.

    Use as ``yield from recv_range(ch, body)``; a body that waits is a generator function.
    """
    while True:
        value, ok = yield recv_ok(channel)
        if not ok:
            return
        waiting = body(value)
        if isinstance(waiting, Generator):
            yield from waiting


def panic(value: object) -> NoReturn:
    """Panic.  ``try … except GoPanic`` is Go's deferred recover."""
    if value is None:
        value = running.p.kernel.version.panic_nil
    raise GoPanic(value)


def println(*values: object) -> None:
    """Write to standard error, as Go's builtin println."""
    kernel = running.p.kernel
    kernel.write_error(" ".join(print_text(v, kernel.version) for v in values) + "\n")


def coarse() -> None:
    """Say that from here on this goroutine is a free-running loop.

    In a run with grain k, one pass of it stands for k: its time counts k-fold, and each timer
    that it makes weighs k.
    """
    p: Processor = running.p
    assert p.g is not None
    p.g.coarse = True
    p.set_grain(p.g)


def mark(label: str) -> None:
    """Mark this instant for figures and summaries.  Not in Go."""
    p = running.p
    p.kernel.runtime.mark(p, label)
