"""The Go programs that were measured, as programs of the model.

Models   leaky.go and curves.go, the programs behind the recordings.
Read     gosim.golib first, gosim.oracle.recorded next.

`flat_out` receives as many messages as it can, then collects.  `paced` gets so many messages a
second for a while, by a producer that catches up every millisecond, and then falls silent.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Final, NamedTuple

from gosim.channels import Channel, recv, select, send
from gosim.golib import Struct, coarse, context, go, make_chan, runtime, time
from gosim.kernel import running

Steps = Generator[Any, Any, None]


class Reading(NamedTuple):
    """What a program read of its own memory after so many messages."""

    messages: int
    heap_alloc: int
    heap_inuse: int
    heap_sys: int
    sys: int
    rss: int
    num_gc: int


def read(messages: int) -> Reading:
    """Return the numbers of this instant."""
    stats = runtime.ReadMemStats()
    rss = running.p.kernel.runtime.heap.footprint.rss
    return Reading(
        messages, stats.HeapAlloc, stats.HeapInuse, stats.HeapSys, stats.Sys, rss, stats.NumGC
    )


def flat_out(messages: int, step: int, readings: list[Reading]) -> Steps:
    """Receive that many messages with a new timer each; read every `step`, and after a GC."""
    ch = make_chan(int, 10)
    go(_produce_freely, ch)
    coarse()
    received = 0
    while received < messages:
        case, _, _ = yield select(recv(ch), recv(time.After(3 * time.Minute)))
        if case == 0:
            received += running.p.grain
            if received % step < running.p.grain:
                readings.append(read(received))
    yield from runtime.GC()
    readings.append(read(received))


def _produce_freely(ch: Channel) -> Steps:
    coarse()
    while True:
        yield send(ch, 1)


def paced(mode: str, rate: int, timeout: int, stop: int) -> Steps:
    """Run a consumer of that mode, and a producer that falls silent at `stop`."""
    ch = make_chan(int, 10)
    yield from runtime.GC()
    go(_produce_paced, ch, rate, stop)
    go(CONSUMERS[mode], ch, timeout)
    while True:
        yield time.Sleep(50 * time.Millisecond)


def _produce_paced(ch: Channel, rate: int, stop: int) -> Steps:
    """Every millisecond, send what is due by then."""
    coarse()
    start, sent = running.p.now, 0
    while running.p.now - start < stop:
        due = (running.p.now - start) * rate // time.Second
        while sent < due:
            sent += running.p.grain
            yield send(ch, sent)
        yield time.Sleep(time.Millisecond)


def _after(ch: Channel, timeout: int) -> Steps:
    coarse()
    while True:
        yield select(recv(ch), recv(time.After(timeout)))


def _once(ch: Channel, timeout: int) -> Steps:
    coarse()
    timer = time.NewTimer(timeout)
    while True:
        yield select(recv(ch), recv(timer.C))


def _reset(ch: Channel, timeout: int) -> Steps:
    coarse()
    timer = time.NewTimer(timeout)
    while True:
        if not timer.Stop():
            yield select(recv(timer.C), default=True)
        timer.Reset(timeout)
        yield select(recv(ch), recv(timer.C))


def _ticker(ch: Channel, timeout: int) -> Steps:
    coarse()
    ticker = time.NewTicker(timeout)
    while True:
        yield select(recv(ch), recv(ticker.C))


def _context(ch: Channel, timeout: int) -> Steps:
    coarse()
    while True:
        ctx, _ = context.WithTimeout(context.Background(), timeout)
        yield select(recv(ch), recv(ctx.Done()))


def _context_cancel(ch: Channel, timeout: int) -> Steps:
    coarse()
    while True:
        ctx, cancel = context.WithTimeout(context.Background(), timeout)
        yield select(recv(ch), recv(ctx.Done()))
        cancel()


def _func_stop(ch: Channel, timeout: int) -> Steps:
    coarse()
    fired = make_chan(Struct, 1)

    def fire() -> Steps:
        yield select(send(fired, Struct()), default=True)

    while True:
        timer = time.AfterFunc(timeout, fire)
        yield select(recv(ch), recv(fired))
        timer.Stop()


def _timer_stop(ch: Channel, timeout: int) -> Steps:
    coarse()
    while True:
        timer = time.NewTimer(timeout)
        yield select(recv(ch), recv(timer.C))
        timer.Stop()


CONSUMERS: Final[dict[str, Callable[[Channel, int], Steps]]] = {
    "after": _after,
    "once": _once,
    "reset": _reset,
    "ticker": _ticker,
    "ctx-nocancel": _context,
    "ctx-cancel": _context_cancel,
    "afterfunc-stop": _func_stop,
    "newtimer-stop": _timer_stop,
}
"""The loops that were measured, by the names of the recordings."""
