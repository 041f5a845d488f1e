"""Select: wait for several channels, take one.

Models   runtime/select.go of Go 1.22 and 1.23: selectgo; cmd/compile/internal/walk/select.go.
Read     gosim.channels.channel first.
Leaves out   lock order: nothing runs at the same time here.

A select looks at all its cases, and takes one at random among those that can go on; if none
can, it takes the default, or waits on all of them at once.  Go shuffles the cases (the *poll
order*) and takes the first that is ready.  Here the shuffle is drawn only when two are ready, or
when two wait on the same channel: otherwise it cannot matter.

    case, value, ok = yield select(recv(messages), recv(time.After(timeout)))

Each case's channel and value are evaluated when the select is entered, as in Go: the loop above
makes a timer on every pass, whether or not it ever counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from gosim.channels.channel import Channel, Nil, RecvOk, Send, Sudog
from gosim.errors import GoPanic
from gosim.kernel import PARKED, Goroutine, Processor, WaitReason

if TYPE_CHECKING:
    from random import Random

Case = Channel | RecvOk | Send | Nil
"""A receive, a send, or either on a nil channel."""


class Default(int):
    """The number of a select's default case: ``case == DEFAULT`` when no other was ready.

    A select has one if it says so: ``case, value, ok = yield select(recv(ch), default=True)``.
    """

    __slots__ = ()


DEFAULT: Final = Default(-1)
"""The number of the default case."""


class Select:
    """The operation ``select``; its result is (case, value, ok).

    `case` is the number of the case that was taken, or `DEFAULT`.  A case is `recv(ch)` or
    `send(ch, value)`.  Raises GoPanic in the goroutine when it looks at a send on a closed
    channel.
    """

    __slots__ = ("cases", "default")

    def __init__(self, *cases: Any, default: bool = False) -> None:
        self.cases: tuple[Any, ...] = cases
        self.default = default

    def perform(self, p: Processor, g: Goroutine) -> Any:
        """Take a case that is ready, or the default, or park.  Go: selectgo, passes 1 and 2."""
        p.now += p.costs.select
        cases = self.cases
        if len(cases) == 2:
            # Two cases are spelt out, and a channel with nothing special to it is not called:
            # this is the hot path, and each line of it meets channels of one class in a loop.
            one, two = cases
            first = one.ready(p) if one.feeder or one.sendq or one.closed else one.buf
            second = two.ready(p) if two.feeder or two.sendq or two.closed else two.buf
            if first:
                chosen = self._first_of_shuffle(p) if second else 0
            else:
                chosen = 1 if second else DEFAULT
        else:
            p.now += self._extra_price(p)
            chosen = self._of_any_number(p)
        if chosen >= 0:
            case = cases[chosen]
            if case.buf and not case.sendq:
                return chosen, case.buf.popleft(), True
            return chosen, *case.proceed(p)
        if self.default:
            return DEFAULT, None, False
        self._wait(p, g)
        return PARKED

    def _of_any_number(self, p: Processor) -> int:
        """Return the number of a case that is ready, or DEFAULT."""
        ready = [number for number, case in enumerate(self.cases) if case.ready(p)]
        if len(ready) > 1:
            return self._first_of_shuffle(p)
        return ready[0] if ready else DEFAULT

    def _extra_price(self, p: Processor) -> int:
        """A select of one case is a plain send or receive; a further one costs more."""
        costs = p.costs
        if len(self.cases) > 2:
            return (len(self.cases) - 2) * costs.select_case
        return (costs.send if self.cases else costs.miss) - costs.select

    def _first_of_shuffle(self, p: Processor) -> int:
        order = pollorder(self.cases, p.kernel.streams("selectgo"))
        return next(number for number in order if self.cases[number].ready(p))

    def _wait(self, p: Processor, g: Goroutine) -> None:
        """Queue on every channel.  Go: selectgo, pass 2."""
        g.select_done = False
        sudogs = []
        for number in self._order_of_waiting(p):
            case = self.cases[number]
            if case.channel is not None:
                sudog = Sudog(p, g, case, select=number)
                case.enqueue(p, sudog)
                sudogs.append(sudog)
        g.on_wake = _woken
        g.sudogs = sudogs
        p.park(g, self._wait_reason(), self)

    def _order_of_waiting(self, p: Processor) -> Iterable[int]:
        """Return the numbers of the cases; those of the same channel are shuffled.

        Go sorts the poll order by the addresses of the channels, to lock them in that order.
        """
        cases = self.cases
        if len(cases) == 2 and cases[0].channel is not cases[1].channel:
            return 0, 1
        channels = [case.channel for case in cases if case.channel is not None]
        if len(set(channels)) < len(channels):
            return pollorder(cases, p.kernel.streams("selectgo"))
        return range(len(cases))

    def _wait_reason(self) -> str:
        if not self.cases:
            return WaitReason.SELECT_NO_CASES
        if len(self.cases) > 1:
            return WaitReason.SELECT
        case = self.cases[0]
        if isinstance(case, Nil):
            return case.reason
        return WaitReason.SEND if isinstance(case, Send) else WaitReason.RECV


def _woken(p: Processor, g: Goroutine) -> None:
    """Leave the other queues; the result is that of the case that was served.  Pass 3."""
    served: Sudog = g.value
    for sudog in g.sudogs:
        sudog.case.leave(p, sudog)
    p.kernel.sudogs_free += len(g.sudogs)
    g.sudogs = ()
    if isinstance(served.case, Send):
        if not served.success:
            g.throw(GoPanic("send on closed channel", runtime_error=True))
        g.value = served.select, None, False
        return
    value = served.value if served.success else served.case.channel.population.zero
    g.value = served.select, value, served.success


def pollorder(cases: Sequence[Case], stream: Random) -> list[int]:
    """Return the numbers of the cases with a channel, shuffled inside out as in selectgo.

    >>> from random import Random
    >>> pollorder([Nil(""), Nil("")], Random(1))
    []
    """
    order: list[int] = []
    for number, case in enumerate(cases):
        if case.channel is not None:
            place = stream.randrange(len(order) + 1)
            order.append(number)
            order[place], order[-1] = order[-1], order[place]
    return order


select = Select
"""``case, value, ok = yield select(recv(a), send(b, 1), default=True)``."""
