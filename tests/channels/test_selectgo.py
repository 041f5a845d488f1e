"""A select takes each case that is ready with the same probability."""

from __future__ import annotations

from random import Random

import pytest

from gosim import DEFAULT, Struct, close, fmt, go, make_chan, recv, run, select, send, time
from gosim.channels import Channel, pollorder
from gosim.kernel import running


def frequencies(kinds, seed=1, rounds=6000):
    """Return how often each case was taken: `kinds` says r(eceive), s(end), n(il), b(locked)."""
    taken = [0] * len(kinds)

    def main():
        full, room, blocked = make_chan(int), make_chan(Struct, rounds), make_chan(int)
        close(full)
        cases = {
            "r": lambda: recv(full),
            "s": lambda: send(room, Struct()),
            "n": lambda: recv(None),
            "b": lambda: recv(blocked),
        }
        for _ in range(rounds):
            case, _, _ = yield select(*(cases[kind]() for kind in kinds), default=True)
            if case != DEFAULT:
                taken[case] += 1

    run(main, seed=seed)
    return taken


@pytest.mark.parametrize("kinds", ["rr", "rs", "rrr", "rnsb", "nrbrs", "rrrrrr"])
def test_all_ready_cases_are_equally_likely(kinds):
    taken = frequencies(kinds)
    ready = sum(kind in "rs" for kind in kinds)
    share = sum(taken) / ready

    assert sum(taken) == 6000
    for kind, count in zip(kinds, taken, strict=True):
        assert abs(count - share) < 5 * share**0.5 if kind in "rs" else count == 0


def test_nothing_ready_takes_the_default():
    assert frequencies("nb") == [0, 0]


def test_a_single_ready_case_draws_nothing():
    def state(kinds):
        states = []

        def main():
            yield from ()
            stream = running.p.kernel.streams("selectgo")
            before = stream.getstate()
            a = make_chan(int)
            close(a)
            yield select(*(recv(a) if kind == "r" else recv(None) for kind in kinds))
            states.append(before == stream.getstate())

        run(main)
        return states[0]

    assert state("nrn")
    assert not state("rr")


def test_a_case_is_numbered_by_its_place_even_if_a_channel_occurs_twice():
    def main():
        ch = make_chan(int)
        close(ch)
        cases = set()
        for _ in range(100):
            case, _, _ = yield select(recv(ch), recv(None), recv(ch))
            cases.add(case)
        fmt.Println(sorted(cases))

    assert run(main).stdout == "[0 2]\n"


def test_waiting_twice_on_a_channel_either_case_is_served_as_often():
    taken = [0, 0]
    rounds = 1000

    def main():
        ch = make_chan(int)

        def waiting():
            for _ in range(rounds):
                case, _, _ = yield select(recv(ch), recv(ch))
                taken[case] += 1

        go(waiting)
        yield time.Sleep(1)
        for number in range(rounds):
            yield send(ch, number)

    run(main)

    assert sum(taken) == rounds
    assert abs(taken[0] - rounds / 2) < 5 * (rounds / 4) ** 0.5


def test_the_poll_order_is_a_permutation_without_the_nil_cases():
    class Kind:
        zero, freed = 0, 0

    channels = [Channel(0, Kind()) for _ in range(5)]
    cases = [channels[0], recv(None), *channels[1:]]
    orders = {tuple(pollorder(cases, Random(seed))) for seed in range(200)}

    assert all(sorted(order) == [0, 2, 3, 4, 5] for order in orders)
    assert len(orders) > 70
