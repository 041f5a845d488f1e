"""A channel keeps its order and its values, whatever is sent, received, selected and closed.

Each run of the machine writes a script; goroutines act it out one step after the other, beside a
plain model of what Go's specification promises.
"""

from __future__ import annotations

from collections import Counter, deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gosim import GoPanic, Gosched, close, go, length, make_chan, recv, recv_ok, run, select, send
from gosim.kernel import running

# -- one channel, step by step, beside a model -----------------------------------------------------

STEPS = st.lists(
    st.sampled_from(["send", "recv", "select send", "select recv", "poll", "close"]), max_size=40
)


class Model:
    """What the specification says: a queue of values, and goroutines that wait in line."""

    def __init__(self, cap):
        self.cap = cap
        self.buffer = deque()
        self.senders = deque()
        self.receivers = deque()
        self.closed = False
        self.done = {}

    def send(self, who, value):
        if self.closed:
            self.done[who] = "panic"
        elif self.receivers:
            self.done[self.receivers.popleft()] = (value, True)
            self.done[who] = "sent"
        elif len(self.buffer) < self.cap:
            self.buffer.append(value)
            self.done[who] = "sent"
        else:
            self.senders.append((who, value))

    def recv(self, who, waits=True):
        if self.buffer:
            self.done[who] = (self.buffer.popleft(), True)
            if self.senders:
                sender, value = self.senders.popleft()
                self.buffer.append(value)
                self.done[sender] = "sent"
        elif self.senders:
            sender, value = self.senders.popleft()
            self.done[sender], self.done[who] = "sent", (value, True)
        elif self.closed:
            self.done[who] = (0, False)
        elif waits:
            self.receivers.append(who)
        else:
            self.done[who] = "default"

    def close(self, who):
        if self.closed:
            self.done[who] = "panic"
            return
        self.closed = True
        self.done[who] = "closed"
        for receiver in self.receivers:
            self.done[receiver] = (0, False)
        for sender, _ in self.senders:
            self.done[sender] = "panic"
        self.receivers.clear()
        self.senders.clear()


def act(step, who, ch, never, done):
    """Do one step as a goroutine; leave what came of it in `done`."""
    try:
        if step == "send":
            yield send(ch, who)
            done[who] = "sent"
        elif step == "select send":
            yield select(recv(never), send(ch, who))
            done[who] = "sent"
        elif step == "recv":
            done[who] = yield recv_ok(ch)
        elif step == "select recv":
            _, value, ok = yield select(recv(ch), recv(never))
            done[who] = (value, ok)
        elif step == "poll":
            case, value, ok = yield select(recv(ch), default=True)
            done[who] = (value, ok) if case == 0 else "default"
        else:
            close(ch)
            done[who] = "closed"
    except GoPanic:
        done[who] = "panic"


@given(steps=STEPS, cap=st.integers(0, 3))
def test_a_channel_does_what_the_specification_says(steps, cap):
    """C1 to C4 hold after every step, and every goroutine gets what the model says."""

    def main():
        ch, never = make_chan(int, cap), make_chan(int)
        model, done = Model(cap), {}
        for who, step in enumerate(steps, 1):
            go(act, step, who, ch, never, done)
            for _ in range(3):
                yield Gosched()
            if step in ("send", "select send"):
                model.send(who, who)
            elif step == "close":
                model.close(who)
            else:
                model.recv(who, waits=step != "poll")
            ch.verify()
            assert done == model.done
            assert length(ch) == len(model.buffer)

    run(main)


# -- many goroutines on many channels --------------------------------------------------------------

PLANS = st.fixed_dictionaries(
    {
        "caps": st.lists(st.integers(0, 3), min_size=1, max_size=3),
        "senders": st.lists(st.tuples(st.integers(0, 9), st.integers(0, 8)), max_size=5),
        "selecting": st.booleans(),
        "receivers": st.integers(1, 4),
        "procs": st.integers(1, 4),
        "costs": st.sampled_from(["free", "go"]),
        "seed": st.integers(0, 3),
    }
)


def exchange(plan, got):
    """Return a main that sends all values of a plan, and receives them into `got`."""

    def sender(chans, first, number, count):
        for k in range(count):
            value = 100 * number + k
            if plan["selecting"]:
                yield select(*(send(ch, value) for ch in chans))
            else:
                yield send(chans[first % len(chans)], value)

    def receiver(chans, done):
        while True:
            case, value, _ = yield select(*(recv(ch) for ch in chans), recv(done))
            if case == len(chans):
                return
            got.append(value)
            running.p.kernel.verify()

    def main():
        chans = [make_chan(int, cap) for cap in plan["caps"]]
        done = make_chan(int)
        for number, (first, count) in enumerate(plan["senders"]):
            go(sender, chans, first, number, count)
        for _ in range(plan["receivers"]):
            go(receiver, chans, done)
        expected = sum(count for _, count in plan["senders"])
        while len(got) < expected:
            yield Gosched()
            for ch in chans:
                ch.verify()
        close(done)

    return main


def options(plan):
    return {name: plan[name] for name in ("procs", "costs", "seed")}


@settings(max_examples=60)
@given(plan=PLANS)
def test_every_value_arrives_once(plan):
    """K1 to K3 and P1 to P3 hold whenever a value arrives, C1 to C4 between."""
    got = []
    result = run(exchange(plan, got), **options(plan))

    assert result.why_ended == "exit"
    sent = [100 * n + k for n, (_, count) in enumerate(plan["senders"]) for k in range(count)]
    assert Counter(got) == Counter(sent)


@settings(max_examples=40)
@given(plan=PLANS)
def test_values_of_one_sender_through_one_channel_keep_their_order(plan):
    plan = {**plan, "selecting": False, "receivers": 1}
    got = []
    run(exchange(plan, got), **options(plan))

    for number in range(len(plan["senders"])):
        mine = [value for value in got if value // 100 == number]
        assert mine == sorted(mine)


@settings(max_examples=30)
@given(plan=PLANS)
def test_the_same_seed_gives_the_same_run(plan):
    def once():
        got = []
        result = run(exchange(plan, got), **options(plan))
        return got, result.to_json()

    assert once() == once()


def test_another_seed_may_give_another_run():
    plan = {"caps": [2, 2, 2], "senders": [(0, 8), (1, 8), (2, 8)], "selecting": True}
    orders = set()
    for seed in range(5):
        got = []
        run(exchange({**plan, "receivers": 1}, got), seed=seed)
        orders.add(tuple(got))

    assert len(orders) > 1


@pytest.mark.parametrize("procs", [1, 2, 4])
def test_the_kernel_is_sound_at_every_fact(procs):
    """K1 to K3, P1 to P3: checked by an observer, whatever is announced."""
    facts = []

    def main():
        kernel = running.p.kernel

        def check(fact):
            facts.append(fact)
            kernel.verify()

        kernel.observe([check])
        got = []
        plan = {"caps": [0, 1, 3], "senders": [(n, 8) for n in range(5)], "selecting": True}
        yield from exchange({**plan, "receivers": 3}, got)()
        assert len(got) == 40

    run(main, procs=procs, costs="go")

    assert len(facts) > 40
