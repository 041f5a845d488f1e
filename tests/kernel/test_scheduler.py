"""The scheduler shares processors as Go's does: slices, queues, stealing, and how it all ends."""

from __future__ import annotations

import re

import pytest

from gosim import (
    Budget,
    Goexit,
    GoPanic,
    Gosched,
    Struct,
    UsageError,
    Work,
    close,
    fmt,
    go,
    make_chan,
    panic,
    println,
    recv,
    recv_ok,
    run,
    select,
    send,
    sync,
    time,
)
from gosim.golib import runtime
from gosim.kernel import running
from gosim.record.facts import GoroutinePreempted

MS = time.Millisecond
ALL = ["1.9", "1.13", "1.14", "1.19", "1.22", "1.23", "1.27"]


def worker(log, name, duration, pieces=1):
    for _ in range(pieces):
        yield Work(duration)
        log.append((name, running.p.now))


# -- time slices -----------------------------------------------------------------------------------


def test_two_busy_goroutines_take_turns_of_ten_milliseconds():
    log = []

    def main():
        go(worker, log, "a", 25 * MS)
        go(worker, log, "b", 25 * MS)
        yield time.Sleep(time.Second)

    run(main, go="1.22")

    # b runs first; each gets 10, 10 and 5 ms.
    assert log == [("b", 45 * MS), ("a", 50 * MS)]


@pytest.mark.parametrize(("version", "instant"), [("1.13", 100 * MS), ("1.14", 10 * MS)])
def test_a_loop_without_calls_is_preempted_from_1_14_on(version, instant):
    log = []

    def main():
        go(worker, log, "busy", 100 * MS)
        yield time.Sleep(MS)
        log.append(("main", running.p.now))
        yield time.Sleep(time.Second)

    run(main, go=version)

    assert dict(log)["main"] == instant


def test_a_preempted_goroutine_goes_behind_all_others():
    facts, log = [], []

    def main():
        for name in "abc":
            go(worker, log, name, 15 * MS)
        yield time.Sleep(time.Second)

    run(main, go="1.22", observers=[facts.append])
    preempted = [fact.at for fact in facts if isinstance(fact, GoroutinePreempted)]

    assert preempted == [10 * MS, 20 * MS, 30 * MS]
    assert [name for name, _ in log] == ["c", "a", "b"]


def test_whoever_comes_from_runnext_inherits_the_slice():
    """Two goroutines that wake each other for ever do not starve a third."""

    def main():
        ch, back = make_chan(int), make_chan(int)

        def echo():
            while True:
                yield recv(ch)
                yield Work(MS)
                yield send(back, 0)

        def caller():
            while True:
                yield Work(MS)
                yield send(ch, 0)
                yield recv(back)

        go(echo)
        go(caller)
        yield Gosched()
        fmt.Println("main", time.Duration(running.p.now))

    result = run(main, go="1.22", until=time.Second)

    assert result.stdout.startswith("main")
    assert result.ended_at_ns <= 20 * MS


# -- queues ----------------------------------------------------------------------------------------


def test_gosched_lets_everybody_run_who_was_in_the_queue():
    log = []

    def main():
        for i in range(3):
            go(log.append, i)
        yield Gosched()
        log.append("main")

    run(main)

    assert log == [2, 0, 1, "main"]


def test_a_full_queue_sends_its_older_half_to_the_global_queue():
    lengths = []

    def main():
        p = running.p
        for _ in range(400):
            go(lambda: None)
            lengths.append((len(p.runq), len(p.kernel.runq)))
        yield Gosched()

    run(main)

    assert max(local for local, _ in lengths) == 256
    at = next(i for i, (_, shared) in enumerate(lengths) if shared)
    assert lengths[at - 1][0] == 256
    assert lengths[at] == (128, 129)


def test_the_global_queue_comes_first_every_61st_round():
    """Else goroutines that keep the local queue filled would starve it for ever."""
    order = []

    def child(n):
        order.append(n)
        if n < 500:
            go(child, n + 1)
            go(lambda: None)

    def main():
        go(child, 0)
        yield Gosched()
        order.append("main")

    run(main)

    assert order.index("main") == 57


def test_a_wake_up_goes_to_runnext_and_displaces_who_was_there():
    log = []

    def main():
        chans = [make_chan(int) for _ in range(3)]

        def waiter(i):
            yield recv(chans[i])
            log.append(i)

        for i in range(3):
            go(waiter, i)
        yield Gosched()
        for ch in chans:
            yield send(ch, 0)
        yield Gosched()

    run(main)

    assert log == [2, 0, 1]


# -- several processors ----------------------------------------------------------------------------


@pytest.mark.parametrize(("procs", "ends"), [(1, 2 * time.Second), (2, time.Second)])
def test_two_processors_do_two_things_at_once(procs, ends):
    def main():
        wg = sync.WaitGroup()
        wg.Add(2)

        def busy():
            yield Work(time.Second)
            wg.Done()

        go(busy)
        go(busy)
        yield wg.Wait()

    result = run(main, procs=procs)

    assert ends <= result.ended_at_ns <= ends + 10 * MS


def test_idle_processors_steal_from_a_busy_one():
    where = []

    def main():
        def busy():
            yield Work(10 * MS)
            where.append(running.p.id)

        for _ in range(40):
            go(busy)
        yield time.Sleep(time.Second)

    result = run(main, procs=4)

    assert sorted(set(where)) == [0, 1, 2, 3]
    assert len(where) == 40
    assert result.ended_at_ns == time.Second


def test_a_processor_that_works_does_not_run_the_timers_of_an_idle_one_late():
    def main():
        go(worker, [], "busy", time.Second)
        yield time.Sleep(5 * MS)
        fmt.Println(time.Duration(running.p.now))

    result = run(main, procs=2)

    assert result.stdout == "5ms\n"


@pytest.mark.parametrize("costs", ["free", "go"])
@pytest.mark.parametrize("procs", [1, 2, 4])
def test_the_same_seed_gives_the_same_result_byte_for_byte(procs, costs):
    def main():
        ch, done = make_chan(int, 2), make_chan(Struct)

        def sender(i):
            for k in range(20):
                case, _, _ = yield select(send(ch, 100 * i + k), recv(time.After(MS)))
                if case == 1:
                    yield Gosched()

        def receiver():
            for _ in range(70):
                case, v, _ = yield select(recv(ch), recv(time.After(2 * MS)))
                fmt.Println(case, v, running.p.now)
            close(done)

        for i in range(4):
            go(sender, i)
        go(receiver)
        yield recv(done)

    def text(seed):
        return run(main, procs=procs, costs=costs, seed=seed, go="1.23").to_json()

    assert text(7) == text(7)


# -- the end of a program --------------------------------------------------------------------------


def test_when_main_returns_the_others_just_stop():
    def main():
        def blocked():
            try:
                yield recv(None)
            finally:
                fmt.Println("never printed")
                println("nor this")

        for _ in range(3):
            go(blocked)
        yield time.Sleep(MS)

    result = run(main)

    assert (result.why_ended, result.exit_code) == ("exit", 0)
    assert (result.stdout, result.stderr) == ("", "")


def test_a_program_that_does_nothing_that_waits_may_be_a_plain_function():
    result = run(lambda: fmt.Println("hello"))

    assert (result.stdout, result.ended_at_ns, result.why_ended) == ("hello\n", 0, "exit")


def test_goexit_ends_one_goroutine_and_runs_its_deferred_calls():
    def main():
        def other():
            try:
                yield Goexit()
                fmt.Println("not reached")
            finally:
                fmt.Println("deferred")

        go(other)
        yield time.Sleep(MS)
        fmt.Println(runtime.NumGoroutine())

    assert run(main).stdout == "deferred\n1\n"


def test_goexit_in_main_ends_in_a_deadlock_when_the_others_are_done():
    def main():
        go(worker, [], "other", MS)
        yield Goexit()

    result = run(main)

    assert result.exit_code == 2
    assert result.ended_at_ns == MS
    assert result.stderr == (
        "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"
    )


WAITS = {
    "chan receive": lambda: recv(make_chan(int)),
    "chan send": lambda: send(make_chan(int), 1),
    "chan receive (nil chan)": lambda: recv(None),
    "chan send (nil chan)": lambda: send(None, 1),
    "select": lambda: select(recv(make_chan(int)), send(None, 1)),
    "select (no cases)": select,
}


@pytest.mark.parametrize("version", ALL)
@pytest.mark.parametrize("reason", WAITS)
def test_a_deadlock_says_what_everybody_waits_for(reason, version):
    def main():
        yield WAITS[reason]()

    result = run(main, go=version)

    assert (result.exit_code, result.why_ended) == (2, "deadlock")
    head, _, line = result.stderr.removesuffix("\n").rpartition("\n\t")
    assert head == (
        "fatal error: all goroutines are asleep - deadlock!\n\n"
        f"goroutine 1 [{reason}]:\nmain.main()"
    )
    assert line.startswith("test_scheduler.py:")


@pytest.mark.parametrize(
    ("version", "mutex", "read", "write", "group"),
    [
        ("1.19", "semacquire", "semacquire", "semacquire", "semacquire"),
        ("1.20", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock", "semacquire"),
        ("1.23", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock", "semacquire"),
        (
            "1.24",
            "sync.Mutex.Lock",
            "sync.RWMutex.RLock",
            "sync.RWMutex.Lock",
            "sync.WaitGroup.Wait",
        ),
    ],
)
def test_a_deadlock_names_the_lock(version, mutex, read, write, group):
    def main():
        m, reading, writing, wg = sync.Mutex(), sync.RWMutex(), sync.RWMutex(), sync.WaitGroup()
        cond = sync.NewCond(sync.Mutex())
        wg.Add(1)
        yield m.Lock()
        yield reading.RLock()
        yield writing.Lock()
        yield cond.L.Lock()

        def waiter(operation):
            yield operation()

        for operation in (m.Lock, writing.RLock, reading.Lock, wg.Wait, cond.Wait):
            go(waiter, operation)
            yield Gosched()
        yield recv(None)

    stderr = run(main, go=version).stderr
    reasons = [line.split("[")[1].split("]")[0] for line in stderr.splitlines() if "[" in line]

    assert reasons == [
        "chan receive (nil chan)",
        *(mutex, read, write, group),
        "sync.Cond.Wait",
    ]


def blocked(never):
    yield recv(never)


@pytest.mark.parametrize("version", ["1.22", "1.27"])
def test_a_wait_is_counted_from_the_collection_before_the_one_that_finds_it(version):
    """Recorded in real time, with the collections that Go forces.

    The second goroutine has waited for less than three minutes and a half, but nobody knows.
    """

    def main():
        never = make_chan(int)
        go(blocked, never)
        yield time.Sleep(time.Second)
        yield from runtime.GC()
        yield time.Sleep(30 * time.Second)
        go(blocked, never)
        yield time.Sleep(184 * time.Second)
        go(blocked, never)
        yield time.Sleep(5 * time.Second)
        yield recv(never)

    assert reasons_of(run(main, go=version)) == [
        "chan receive",
        "chan receive, 3 minutes",
        "chan receive, 3 minutes",
        "chan receive",
    ]


@pytest.mark.parametrize("version", ["1.22", "1.27"])
def test_without_a_collection_nobody_knows_how_long_a_wait_was(version):
    """Recorded in real time: Go forces no first collection."""

    def main():
        never = make_chan(int)
        go(blocked, never)
        yield time.Sleep(260 * time.Second)
        yield recv(never)

    assert reasons_of(run(main, go=version)) == ["chan receive", "chan receive"]


def reasons_of(result):
    return re.findall(r"^goroutine \d+ \[(.*)\]:$", result.stderr, re.MULTILINE)


def test_a_panic_in_any_goroutine_ends_the_program():
    def main():
        def other():
            yield time.Sleep(MS)
            panic("boom")

        go(other)
        try:
            yield time.Sleep(time.Second)
        except GoPanic:
            fmt.Println("main cannot recover it")

    result = run(main)

    assert (result.exit_code, result.why_ended, result.ended_at_ns) == (2, "panic", MS)
    assert result.stdout == ""
    assert result.stderr.startswith("panic: boom\n\ngoroutine ")


def test_a_goroutine_can_recover_and_go_on():
    def main():
        ch = make_chan(int, 5)
        close(ch)
        for _ in range(3):
            try:
                yield send(ch, 1)
            except GoPanic as recovered:
                fmt.Println(recovered)
        yield time.Sleep(MS)

    result = run(main)

    assert result.stdout == "send on closed channel\n" * 3
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("value", "version", "text"),
    [
        ("text", "1.22", "text"),
        (42, "1.22", "42"),
        (True, "1.22", "true"),
        (1.5, "1.25", "+1.500000e+000"),
        (1.5, "1.26", "1.5"),
        (1e6, "1.27", "1e+06"),
        (float("inf"), "1.22", "+Inf"),
        (float("nan"), "1.22", "NaN"),
        (None, "1.20", "nil"),
        (None, "1.21", "panic called with nil argument"),
        (None, "1.27", "runtime error: panic called with nil argument"),
        ("one\ntwo", "1.22", "one\ntwo"),
        ("one\ntwo", "1.23", "one\n\ttwo"),
    ],
)
def test_a_panic_prints_its_value_as_go_does(value, version, text):
    result = run(lambda: panic(value), go=version)

    assert result.stderr.startswith(f"panic: {text}\n\ngoroutine 1 [running]:\nmain.main()\n")


FATAL = {
    "sync: unlock of unlocked mutex": lambda: sync.Mutex().Unlock(),
    "sync: Unlock of unlocked RWMutex": lambda: sync.RWMutex().Unlock(),
    "sync: RUnlock of unlocked RWMutex": lambda: sync.RWMutex().RUnlock(),
    "go of nil func value": lambda: go(None),
}


@pytest.mark.parametrize("text", FATAL)
@pytest.mark.parametrize("in_main", [True, False])
def test_a_fatal_error_cannot_be_recovered(text, in_main):
    def failing():
        try:
            FATAL[text]()
        except GoPanic:
            fmt.Println("recovered")
        finally:
            fmt.Println("deferred")
        yield time.Sleep(MS)

    def main():
        if in_main:
            yield from failing()
        go(failing)
        yield time.Sleep(time.Second)

    result = run(main)

    assert (result.exit_code, result.why_ended, result.stdout) == (2, "fatal error", "")
    assert result.stderr.startswith(f"fatal error: {text}\n\ngoroutine ")


def test_println_writes_to_standard_error():
    result = run(lambda: println("a", 1, True, None, 2.0), go="1.26")

    assert (result.stdout, result.stderr) == ("", "a 1 true nil 2\n")


# -- what the user of gosim did wrong --------------------------------------------------------------


def test_a_goroutine_that_yields_nonsense_is_told_so():
    def main():
        yield time.Sleep(MS)
        yield 42

    with pytest.raises(UsageError, match=r"goroutine 1 .*yielded 42 at test_scheduler.py:\d+"):
        run(main)


class Odd(Exception):
    """An error that cannot be copied: its arguments are not those of its constructor."""

    def __init__(self, *, why):
        super().__init__(f"because {why}")


def test_an_error_in_a_program_reaches_the_caller_as_it_is():
    error = Odd(why="why not")

    def main():
        yield time.Sleep(MS)
        raise error

    with pytest.raises(Odd) as caught:
        run(main)

    assert caught.value is error
    assert caught.traceback[-1].name == "main"


@pytest.mark.parametrize(
    "kind",
    [
        AttributeError,
        KeyError,
        KeyboardInterrupt,
        AssertionError,
    ],
)
def test_no_kind_of_error_is_taken_for_another(kind):
    def main():
        yield time.Sleep(MS)
        raise kind("mine")

    with pytest.raises(kind, match="mine"):
        run(main)


def test_a_call_outside_of_a_program_says_what_is_missing():
    run(lambda: None)

    for call in (lambda: make_chan(int), time.Now, lambda: go(print), lambda: fmt.Println(1)):
        with pytest.raises(UsageError, match="no program is running"):
            call()


def test_gomaxprocs_cannot_change_in_mid_run():
    assert run(lambda: fmt.Println(runtime.GOMAXPROCS(0)), procs=3).stdout == "3\n"

    with pytest.raises(UsageError, match="procs=2"):
        run(lambda: runtime.GOMAXPROCS(2))


def test_a_run_inside_of_a_run_gives_the_processor_back():
    def inner():
        def late():
            try:
                yield time.Sleep(time.Second)
            finally:
                fmt.Println("not in the outer run either")

        go(late)
        yield time.Sleep(time.Minute)
        fmt.Println("inner", time.Duration(time.Now()))
        go(late)
        yield Gosched()

    def main():
        yield time.Sleep(MS)
        result = run(inner)
        fmt.Println(result.stdout.strip(), "within", time.Duration(time.Now()))
        with pytest.raises(ZeroDivisionError):
            run(lambda: 1 / 0)
        yield time.Sleep(MS)
        fmt.Println(time.Duration(time.Now()))

    result = run(main)

    assert result.stdout == "not in the outer run either\ninner 1m0s within 1ms\n2ms\n"


@pytest.mark.parametrize("waits", [False, True])
def test_recv_ok_may_be_a_case(waits):
    def main():
        ch = make_chan(int)
        if waits:
            time.AfterFunc(MS, lambda: close(ch))
        else:
            close(ch)
        case, v, ok = yield select(recv_ok(None), recv_ok(ch))
        fmt.Println(case, v, ok)

    assert run(main).stdout == "1 0 false\n"


# -- budgets ---------------------------------------------------------------------------------------


def endless():
    ch = make_chan(int)

    def producer():
        while True:
            yield send(ch, 0)

    go(producer)
    while True:
        yield select(recv(ch), recv(time.After(time.Minute)))


def printing():
    while True:
        fmt.Println("x" * 99)
        yield Gosched()


def leaking():
    while True:
        go(lambda: (yield recv(None)))
        yield Gosched()


@pytest.mark.parametrize(
    ("program", "costs", "budget", "why"),
    [
        (endless, "go", Budget(until=MS), "until"),
        (endless, "free", Budget(operations=50_000), "operations"),
        (endless, "go", Budget(operations=50_000), "operations"),
        (endless, "free", Budget(wall_s=0.2), "wall clock"),
        (leaking, "free", Budget(objects=10_000), "memory"),
        (endless, "free", Budget(objects=10_000), "memory"),
        (printing, "free", Budget(output_bytes=10_000), "output"),
    ],
)
@pytest.mark.parametrize("procs", [1, 2])
def test_a_budget_ends_a_run_and_leaves_its_recording_whole(program, costs, budget, why, procs):
    result = run(program, costs=costs, budget=budget, procs=procs, go="1.22")

    assert result.why_ended == why
    assert result.exit_code == 0
    assert len({len(column) for column in result.series.values()}) == 1
    assert result.summary["operations"] > 0
    assert result.to_json()


def test_until_is_not_part_of_the_run():
    def main():
        ticker = time.NewTicker(time.Second)
        while True:
            yield recv(ticker.C)
            fmt.Println(time.Duration(time.Now()))

    result = run(main, until=3 * time.Second)

    assert (result.stdout, result.ended_at_ns) == ("1s\n2s\n", 3 * time.Second)


def test_nothing_due_before_the_end_of_time_is_no_deadlock():
    def main():
        yield time.Sleep(2**63 - 1)

    result = run(main)

    assert (result.why_ended, result.exit_code, result.stderr) == ("asleep", 0, "")


def test_a_processor_that_sleeps_alone_is_idle_all_the_while():
    """The collector sweeps in that time, long before the sleeper wakes."""
    seen = []

    def main():
        kernel = running.p.kernel
        kernel.at(3 * time.Second, lambda: seen.append(kernel.time_and_idle()))
        yield time.Sleep(10 * time.Second)

    run(main, go="1.22")

    assert seen == [(3 * time.Second, 3 * time.Second)]
