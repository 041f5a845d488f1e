"""A channel: a ring of values and two queues of waiting goroutines.

Models   runtime/chan.go of Go 1.22: hchan, sudog, makechan, chansend, chanrecv, closechan.
Read     gosim.kernel.operations first, gosim.channels.selectgo next.
Leaves out   locks, the race detector, the copying of elements (Python values are shared).

A channel that is yielded is a receive: ``value = yield recv(ch)`` is Go's ``value := <-ch``.

Invariants, checked by Channel.verify (chan.go opens with the first two):

    C1  At least one of sendq and recvq is empty, save for an unbuffered channel on which only
        selects wait that name it in both directions.
    C2  A value in the buffer means that recvq is empty; room in it, that sendq is empty.
    C3  The buffer never holds more than `cap` values.
    C4  A closed channel has no waiting goroutine.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, Protocol

from gosim.errors import GoPanic
from gosim.kernel import PARKED, Goroutine, Processor, WaitReason

if TYPE_CHECKING:
    from gosim.kernel import Operation


class Population(Protocol):
    """Whoever counts the channels of one kind; gosim.memory provides it."""

    zero: Any
    made: int
    freed: int


class Feeder(Protocol):
    """A timer that feeds a channel, where the channel must ask it (Go 1.23 on).

    `synchronous` says that `len` and `cap` are those of an unbuffered channel.
    """

    synchronous: bool

    def look(self, p: Processor, channel: Channel) -> None:
        """Somebody looks at the channel: run the timer if it is due.  Go: maybeRunChan."""

    def listen(self, p: Processor, channel: Channel) -> None:
        """A goroutine is about to block on the channel.  Go: blockTimerChan."""

    def unlisten(self, p: Processor, channel: Channel) -> None:
        """A goroutine that was blocked on it has woken.  Go: unblockTimerChan."""


class Sudog:
    """One goroutine that waits on one channel.  Go: sudog, acquireSudog.

    `case` is what it waits with: the channel itself to receive, a `Send` to send.  `select` is
    the number of its case when a select waits, else -1.  Go keeps those that have served, so a
    new object is made only when none is left over.
    """

    __slots__ = ("case", "g", "select", "success", "value")

    def __init__(
        self, p: Processor, g: Goroutine, case: Any, value: Any = None, select: int = -1
    ) -> None:
        kernel = p.kernel
        if kernel.sudogs_free:
            kernel.sudogs_free -= 1
        else:
            kernel.sudogs_made += 1
        self.g = g
        self.case = case
        self.value = value
        self.select = select
        self.success = True


WaitQueue = deque[Sudog]


def has_waiter(queue: WaitQueue | None) -> bool:
    """Return whether somebody can be served, dropping selects that were served elsewhere."""
    while queue:
        sudog = queue[0]
        if sudog.select < 0 or not sudog.g.select_done:
            return True
        queue.popleft()
    return False


def dequeue(queue: WaitQueue) -> Sudog:
    """Take the first that can be served; a select must be won.  Go: waitq.dequeue."""
    sudog = queue.popleft()
    if sudog.select >= 0:
        sudog.g.select_done = True
    return sudog


def without(queue: WaitQueue | None, sudog: Sudog) -> WaitQueue | None:
    """Return the queue without a waiter that has woken; an empty queue is let go."""
    if not queue:
        return None
    if sudog in queue:
        queue.remove(sudog)
    return queue or None


class Channel:
    """A channel of `cap` values.  Go: hchan.

    Stands for `weight` channels in a coarse run.  `population` counts it and knows the zero
    value of its elements.
    """

    __slots__ = ("buf", "cap", "closed", "feeder", "population", "recvq", "sendq", "weight")

    def __init__(self, cap: int, population: Population, weight: int = 1) -> None:
        self.cap = cap
        self.population = population
        self.weight = weight
        self.buf: deque[Any] | None = None
        self.recvq: WaitQueue | None = None
        self.sendq: WaitQueue | None = None
        self.closed = False
        self.feeder: Feeder | None = None

    def __del__(self) -> None:
        self.population.freed += self.weight

    # -- as an operation: receive ---------------------------------------------------------------

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Receive; the result is the value.  Go: chanrecv1."""
        p.now += p.costs.send
        if self.buf and not self.sendq and self.feeder is None:
            return self.buf.popleft()
        if self.ready(p):
            return self.proceed(p)[0]
        self.wait_to_recv(p, g)
        g.on_wake = _received
        return PARKED

    def ready(self, p: Processor) -> bool:
        """Return whether a receive can go on at once.  A timer that feeds it may run now."""
        if self.feeder is not None:
            self.feeder.look(p, self)
        if self.buf or self.closed:
            return True
        return self.sendq is not None and has_waiter(self.sendq)

    def proceed(self, p: Processor) -> tuple[Any, bool]:
        """Return (value, ok) of a receive that is ready.  Go: recv."""
        buf, sendq = self.buf, self.sendq
        if buf:
            value = buf.popleft()
            if sendq is not None and has_waiter(sendq):
                sender = dequeue(sendq)
                buf.append(sender.value)
                self._serve(p, sender)
            return value, True
        if self.closed:
            return self.population.zero, False
        assert sendq is not None
        sender = dequeue(sendq)
        self._serve(p, sender)
        return sender.value, True

    def wait_to_recv(self, p: Processor, g: Goroutine) -> None:
        """Park g as a receiver."""
        g.value = sudog = Sudog(p, g, self)
        self.enqueue(p, sudog)
        p.park(g, WaitReason.RECV, self)

    def enqueue(self, p: Processor, sudog: Sudog) -> None:
        """Queue a waiting receiver; a timer that feeds the channel is listed now."""
        if self.recvq is None:
            self.recvq = deque()
        self.recvq.append(sudog)
        if self.feeder is not None:
            self.feeder.listen(p, self)

    def leave(self, p: Processor, sudog: Sudog) -> None:
        """Take a receiver that has woken out of the queue, if it is still there."""
        self.recvq = without(self.recvq, sudog)
        if self.feeder is not None:
            self.feeder.unlisten(p, self)

    @property
    def channel(self) -> Channel:
        """The channel of this case."""
        return self

    # -- send and close -------------------------------------------------------------------------

    def send_ready(self) -> bool:
        """Return whether a send can go on at once: to a receiver, into the buffer, or to panic."""
        if self.recvq is not None and has_waiter(self.recvq):
            return True
        buffered = 0 if self.buf is None else len(self.buf)
        return buffered < self.cap or self.closed

    def put(self, p: Processor, value: Any) -> None:
        """Send a value that `send_ready` found a way for.  Go: chansend, send."""
        if self.closed:
            raise GoPanic("send on closed channel", runtime_error=True)
        if self.recvq is not None and has_waiter(self.recvq):
            receiver = dequeue(self.recvq)
            receiver.value = value
            self._serve(p, receiver)
        elif self.buf is None:
            self.buf = deque((value,))
        else:
            self.buf.append(value)

    def close(self, p: Processor) -> None:
        """Close it, and wake everybody: the newest first, each through runnext.  Go: closechan."""
        if self.closed:
            raise GoPanic("close of closed channel", runtime_error=True)
        self.closed = True
        woken: list[Sudog] = []
        for queue in (self.recvq, self.sendq):
            while queue and has_waiter(queue):
                woken.append(dequeue(queue))
        while woken:
            sudog = woken.pop()
            sudog.success = False
            self._serve(p, sudog)

    def _serve(self, p: Processor, sudog: Sudog) -> None:
        """Make a goroutine ready whose operation is done."""
        g = sudog.g
        if sudog.select >= 0:
            g.value = sudog
        p.ready(g)

    # -- what a program can see -----------------------------------------------------------------

    def __len__(self) -> int:
        """Return the number of buffered values.  Go: chanlen."""
        return 0 if self.buf is None else len(self.buf)

    def __bool__(self) -> bool:
        return True

    def verify(self) -> None:
        """Check C1 to C4; raise AssertionError if one is broken."""
        waiting = [has_waiter(self.recvq), has_waiter(self.sendq)]
        if all(waiting):
            everybody = [*(self.recvq or ()), *(self.sendq or ())]
            assert self.cap == 0, "C1"
            assert all(sudog.select >= 0 for sudog in everybody), "C1"
        buffered = len(self)
        assert not (buffered and waiting[0]), "C2"
        assert not (buffered < self.cap and waiting[1]), "C2"
        assert buffered <= self.cap, "C3"
        assert not (self.closed and any(waiting)), "C4"


def _received(p: Processor, g: Goroutine) -> None:
    """A receiver runs again: its value is what the sender left, or the zero value."""
    sudog = g.value
    sudog.case.leave(p, sudog)
    p.kernel.sudogs_free += 1
    g.value = sudog.value if sudog.success else sudog.case.population.zero


def _received_ok(p: Processor, g: Goroutine) -> None:
    """The same for the form that asks whether the channel was open."""
    success = g.value.success
    _received(p, g)
    g.value = (g.value, success)


def _sent(p: Processor, g: Goroutine) -> None:
    """A sender runs again: it panics if the channel was closed meanwhile."""
    sudog, g.value = g.value, None
    sudog.case.leave(p, sudog)
    p.kernel.sudogs_free += 1
    if not sudog.success:
        g.throw(GoPanic("send on closed channel", runtime_error=True))


class Send:
    """The operation ``channel <- value``; None is the nil channel.

    Raises GoPanic in the goroutine when the channel is closed.
    """

    __slots__ = ("channel", "value")
    buf = sendq = None
    feeder = closed = True  # A select must always ask.

    def __init__(self, channel: Channel | None, value: Any) -> None:
        self.channel = channel
        self.value = value

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Hand the value over, buffer it, or park.  Go: chansend1."""
        p.now += p.costs.send
        channel = self.channel
        if channel is None:
            p.park(g, WaitReason.SEND_NIL)
            return PARKED
        buf = channel.buf
        if buf and not channel.recvq and len(buf) < channel.cap and not channel.closed:
            buf.append(self.value)  # The common case, without further calls.
            return None
        if channel.send_ready():
            channel.put(p, self.value)
            return None
        g.value = sudog = Sudog(p, g, self, self.value)
        self.enqueue(p, sudog)
        p.park(g, WaitReason.SEND, channel)
        g.on_wake = _sent
        return PARKED

    def ready(self, p: Processor) -> bool:
        """As a case of a select: whether it can go on, or must panic."""
        return self.channel is not None and self.channel.send_ready()

    def proceed(self, p: Processor) -> tuple[None, bool]:
        """Send as the chosen case of a select."""
        assert self.channel is not None
        self.channel.put(p, self.value)
        return None, False

    def enqueue(self, p: Processor, sudog: Sudog) -> None:
        """Queue a waiting sender."""
        channel = self.channel
        assert channel is not None
        if channel.sendq is None:
            channel.sendq = deque()
        sudog.value = self.value
        channel.sendq.append(sudog)

    def leave(self, p: Processor, sudog: Sudog) -> None:
        """Take a sender that has woken out of the queue, if it is still there."""
        assert self.channel is not None
        self.channel.sendq = without(self.channel.sendq, sudog)


class RecvOk:
    """``value, ok := <-ch``."""

    __slots__ = ("channel",)
    buf = sendq = None
    feeder = closed = True  # A select must always ask.

    def __init__(self, channel: Channel) -> None:
        self.channel = channel

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Receive; the result is (value, ok).  Go: chanrecv2."""
        p.now += p.costs.send
        if self.channel.ready(p):
            return self.channel.proceed(p)
        self.channel.wait_to_recv(p, g)
        g.on_wake = _received_ok
        return PARKED

    def ready(self, p: Processor) -> bool:
        """As a case of a select it is a receive: every case tells whether the channel is open."""
        return self.channel.ready(p)

    def proceed(self, p: Processor) -> tuple[Any, bool]:
        """Receive as the chosen case of a select."""
        return self.channel.proceed(p)

    def enqueue(self, p: Processor, sudog: Sudog) -> None:
        """Queue a waiting receiver."""
        self.channel.enqueue(p, sudog)

    def leave(self, p: Processor, sudog: Sudog) -> None:
        """Take a receiver that has woken out of the queue."""
        self.channel.leave(p, sudog)


class Nil:
    """An operation on a nil channel: never ready, waits for ever."""

    __slots__ = ("reason",)
    channel = buf = sendq = feeder = closed = None

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Park for good."""
        p.park(g, self.reason)
        return PARKED

    def ready(self, p: Processor) -> bool:
        """Never."""
        return False

    def proceed(self, p: Processor) -> tuple[Any, bool]:
        """Never called, because it is never ready."""
        raise AssertionError


_RECV_NIL: Final = Nil(WaitReason.RECV_NIL)


def recv(channel: Channel | None) -> Operation:
    """Return the operation ``<-channel``; yielded, its result is the value.

    A receive from a closed and empty channel brings the zero value.  None is the nil channel,
    from which a receive waits for ever.
    """
    return _RECV_NIL if channel is None else channel


def recv_ok(channel: Channel | None) -> Operation:
    """Return the operation ``value, ok := <-channel``; yielded, its result is (value, ok)."""
    return _RECV_NIL if channel is None else RecvOk(channel)


send = Send
"""``yield send(channel, value)``."""
