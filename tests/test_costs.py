"""Every operation has a price in each version, and none in a free run."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from gosim import GoVersion, close, go, make_chan, recv, run, select, send, sync, time
from gosim.costs import FREE, costs_of

MEASURED = ["1.19", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27"]


@pytest.mark.parametrize("version", MEASURED)
def test_every_operation_costs_something_in_every_version(version):
    prices = asdict(costs_of(GoVersion.resolve(version)))
    looks = {"look", "list"}  # Only the timers of 1.23 are asked and listed.

    assert all(price > 0 for name, price in prices.items() if name not in looks)
    assert all((prices[name] > 0) == (version >= "1.23") for name in looks)


@pytest.mark.parametrize(("version", "like"), [("1.5", "1.19"), ("1.18", "1.19"), ("1.20", "1.19")])
def test_a_version_that_was_not_measured_has_the_prices_of_the_one_before(version, like):
    assert costs_of(GoVersion.resolve(version)) == costs_of(GoVersion.resolve(like))


def test_a_coarse_price_is_a_multiple():
    prices = costs_of(GoVersion.resolve("1.22"))

    assert asdict(prices.scaled(64)) == {n: 64 * price for n, price in asdict(prices).items()}


def busy():
    ch, mutex, wg = make_chan(int, 1), sync.Mutex(), sync.WaitGroup()
    for _ in range(10):
        yield send(ch, 1)
        yield select(recv(ch), recv(time.After(time.Hour)))
        yield mutex.Lock()
        mutex.Unlock()
        timer = time.NewTimer(time.Hour)
        timer.Reset(time.Minute)
        timer.Stop()
        wg.Add(1)
        go(wg.Done)
        yield wg.Wait()
    close(ch)


@pytest.mark.parametrize("version", MEASURED)
def test_only_waiting_takes_time_in_a_free_run(version):
    assert run(busy, go=version, costs="free").ended_at_ns == 0
    assert run(busy, go=version, costs="go").ended_at_ns > 10 * 500


def test_free_means_zero():
    assert set(asdict(FREE).values()) == {0}


LOOPS = {
    "mutex": lambda m, rw, wg: (m.Lock(), m.Unlock),
    "read": lambda m, rw, wg: (rw.RLock(), rw.RUnlock),
    "write": lambda m, rw, wg: (rw.Lock(), rw.Unlock),
    "group": lambda m, rw, wg: (wg.Wait(), lambda: None),
}


@pytest.mark.parametrize("kind", LOOPS)
def test_a_loop_over_locks_makes_time_move(kind):
    """Else a goroutine that polls would stand still for ever."""

    def main():
        locks = sync.Mutex(), sync.RWMutex(), sync.WaitGroup()
        while True:
            operation, undo = LOOPS[kind](*locks)
            yield operation
            undo()

    assert run(main, costs="go", until=time.Millisecond).why_ended == "until"
