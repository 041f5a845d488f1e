"""What the looping scenarios share: the producer, and who watches the timeouts.

Models   nothing in Go.
Read     gosim.golib first, then a scenario such as gosim.scenarios.leaky.

The article's producer sends as fast as it can.  With a rate it is paced: it wakes every
millisecond (below 1000 a second: once for each message) and sends all that are due.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from gosim.channels import Channel, send
from gosim.golib import coarse, mark, time
from gosim.kernel import running
from gosim.runtime import FALSE_TIMEOUT, TIMEOUT
from gosim.scenarios.params import FREE

Steps = Generator[Any, Any, None]


def produce(ch: Channel, rate: int | str, stop: int = 0) -> Steps:
    """Send 1, 2, 3, … into the channel, at a rate or as fast as possible, until `stop`."""
    if rate == FREE:
        yield from _produce_freely(ch, stop)
    else:
        yield from _produce_paced(ch, int(rate), stop)


def _produce_freely(ch: Channel, stop: int) -> Steps:
    """``for { i++; ch <- i }``."""
    coarse()
    i = 0
    while not stop or running.p.now < stop:
        i += 1
        yield send(ch, i)


def _produce_paced(ch: Channel, rate: int, stop: int) -> Steps:
    """Wake on a grid, and send what is due by then."""
    coarse()
    start = running.p.now
    wakes_a_second = min(rate, 1000)
    sent = wakes = 0
    while True:
        wakes += 1
        wake_at = start + wakes * time.Second // wakes_a_second
        if stop and wake_at - start > stop:
            return
        yield time.Sleep(wake_at - running.p.now)
        due = wakes * rate // wakes_a_second
        while sent < due:
            sent += running.p.grain
            yield send(ch, sent)


class Watch:
    """Watches a consumer: `last` is when it last got a message, `messages` how many there were.

    A timeout is *false* when a message came less than `timeout` ago: the channel was not idle.
    """

    __slots__ = ("last", "messages", "timeout")

    def __init__(self, timeout: int) -> None:
        self.timeout = timeout
        self.messages = 0
        self.last = running.p.now

    def done_after(self, messages: int) -> bool:
        """Count a message; return whether there have been so many."""
        self.messages += running.p.grain
        return self.messages >= messages

    def timed_out(self) -> None:
        """Mark a timeout, and whether it was false."""
        idle = running.p.now - self.last
        mark(TIMEOUT if idle >= self.timeout else FALSE_TIMEOUT)
