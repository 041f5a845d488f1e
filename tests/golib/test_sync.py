"""Locks, groups and conditions let goroutines in as Go's package sync does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gosim import GoPanic, Gosched, Work, fmt, go, make_chan, panic, recv, run, send, sync, time

MS = time.Millisecond


@given(
    plans=st.lists(st.lists(st.integers(0, 3), max_size=5), max_size=5),
    procs=st.integers(1, 3),
    costs=st.sampled_from(["free", "go"]),
)
def test_a_mutex_has_one_holder_at_a_time(plans, procs, costs):
    """M1 to M3; each number says how long a goroutine keeps the lock."""
    inside, entered = [], []

    def worker(mutex, wg, plan):
        for number in plan:
            yield mutex.Lock()
            inside.append(number)
            assert len(inside) == 1
            for _ in range(number):
                yield Gosched()
            inside.pop()
            entered.append(number)
            mutex.Unlock()
        wg.Done()

    def main():
        mutex, wg = sync.Mutex(), sync.WaitGroup()
        for plan in plans:
            wg.Add(1)
            go(worker, mutex, wg, plan)
        yield wg.Wait()
        assert mutex.TryLock()

    assert run(main, procs=procs, costs=costs).why_ended == "exit"
    assert len(entered) == sum(map(len, plans))


@given(
    kinds=st.lists(st.lists(st.sampled_from("rw"), max_size=4), max_size=5),
    procs=st.integers(1, 3),
)
def test_a_writer_is_alone(kinds, procs):
    readers, writers = [], []

    def worker(lock, wg, plan):
        for kind in plan:
            if kind == "r":
                yield lock.RLock()
                readers.append(1)
                assert not writers
                yield Gosched()
                readers.pop()
                lock.RUnlock()
            else:
                yield lock.Lock()
                writers.append(1)
                assert (len(writers), len(readers)) == (1, 0)
                yield Gosched()
                writers.pop()
                lock.Unlock()
        wg.Done()

    def main():
        lock, wg = sync.RWMutex(), sync.WaitGroup()
        for plan in kinds:
            wg.Add(1)
            go(worker, lock, wg, plan)
        yield wg.Wait()
        assert lock.TryLock()

    assert run(main, procs=procs).why_ended == "exit"


def test_a_starving_waiter_gets_the_lock_from_the_hand_of_the_unlocker():
    """After a millisecond of losing, the unlocker can no longer be faster."""
    log = []

    def main():
        mutex, done = sync.Mutex(), make_chan(bool)

        def waiter():
            yield mutex.Lock()
            log.append("waiter")
            mutex.Unlock()
            yield send(done, True)

        yield mutex.Lock()
        go(waiter)
        yield Gosched()
        for k in range(4):
            yield Work(2 * MS)
            mutex.Unlock()
            yield mutex.Lock()
            log.append(k)
            yield Gosched()
        mutex.Unlock()
        yield recv(done)

    run(main)

    # It is woken after pass 0, loses, and is handed the lock at the next Unlock.
    assert log.index("waiter") <= 2


def test_once_makes_the_others_wait_until_the_first_is_done():
    log = []

    def main():
        once, wg = sync.Once(), sync.WaitGroup()

        def first_time():
            log.append("begin")
            yield time.Sleep(MS)
            log.append("end")

        def worker(i):
            yield from once.Do(first_time)
            log.append(i)
            wg.Done()

        for i in range(3):
            wg.Add(1)
            go(worker, i)
        yield wg.Wait()

    run(main)

    assert log[:2] == ["begin", "end"]
    assert sorted(log[2:]) == [0, 1, 2]


def test_a_condition_may_have_a_rwmutex():
    def main():
        lock = sync.RWMutex()
        cond = sync.NewCond(lock)

        def waiter():
            yield lock.Lock()
            yield cond.Wait()
            fmt.Println("woken")
            lock.Unlock()

        go(waiter)
        yield time.Sleep(MS)
        yield lock.Lock()
        cond.Broadcast()
        fmt.Println("unlocking")
        lock.Unlock()
        yield time.Sleep(MS)

    assert run(main).stdout == "unlocking\nwoken\n"


def test_signal_without_a_waiter_is_forgotten():
    def main():
        mutex = sync.Mutex()
        cond = sync.NewCond(mutex)
        cond.Signal()
        cond.Broadcast()
        yield mutex.Lock()
        yield cond.Wait()

    assert "[sync.Cond.Wait]" in run(main).stderr


def test_a_group_runs_a_function_and_waits_for_it():
    def main():
        wg = sync.WaitGroup()

        def worker():
            yield time.Sleep(MS)
            fmt.Println("done")

        wg.Go(worker)
        wg.Go(lambda: fmt.Println("at once"))
        yield wg.Wait()
        fmt.Println("all")

    assert run(main, go="1.25").stdout == "at once\ndone\nall\n"


def test_a_panic_while_a_lock_is_held_leaves_it_locked():
    def main():
        mutex = sync.Mutex()
        yield mutex.Lock()
        try:
            panic("x")
        except GoPanic:
            fmt.Println(mutex.TryLock())

    assert run(main).stdout == "false\n"


@pytest.mark.parametrize("wakes", [1, 2, 3])
def test_a_negative_counter_panics_and_can_be_recovered(wakes):
    def main():
        wg = sync.WaitGroup()
        wg.Add(wakes - 1)
        try:
            wg.Add(-wakes)
        except GoPanic as recovered:
            fmt.Println(recovered)
        yield Gosched()

    assert run(main).stdout == "sync: negative WaitGroup counter\n"
