"""SC: goroutines, their order, and how a program ends."""

from __future__ import annotations

from go_programs import MS, ledger, program
from gosim import (
    Goexit,
    GoPanic,
    Gosched,
    Work,
    close,
    fmt,
    go,
    make_chan,
    panic,
    recv,
    recv_range,
    select,
    send,
    sync,
    time,
)
from gosim.golib import errors, runtime


@program("SC01")
def the_last_started_runs_first():
    order = []
    wg = sync.WaitGroup()

    def worker(i):
        order.append(i)
        wg.Done()

    for i in range(6):
        wg.Add(1)
        go(worker, i)
    order.append(-1)
    yield wg.Wait()
    fmt.Println(order)


@program("SC02")
def a_hundred_goroutines():
    order = []
    wg = sync.WaitGroup()

    def worker(i):
        order.append(i)
        wg.Done()

    for i in range(100):
        wg.Add(1)
        go(worker, i)
    yield wg.Wait()
    in_order = order[0] == 99 and order[1:] == list(range(99))
    fmt.Println(order[0], order[1], order[2], order[99], in_order)


@program("SC07")
def a_buffered_producer():
    log = []
    c = make_chan(int, 2)

    def producer():
        for i in range(1, 8):
            yield send(c, i)
            log.append(f"S{i}")
        close(c)

    go(producer)
    yield from recv_range(c, lambda v: log.append(f"R{v}"))
    fmt.Println(log)


@program("SC08")
def a_later_wake_up_displaces_an_earlier_one():
    a, b = make_chan(int), make_chan(int)
    done = make_chan(bool, 2)
    log = []

    def waiter(ch, name):
        yield recv(ch)
        log.append(name)
        yield send(done, True)

    go(waiter, a, "A")
    yield Gosched()
    go(waiter, b, "B")
    yield Gosched()
    yield send(a, 1)
    yield send(b, 1)
    log.append("m")
    yield recv(done)
    yield recv(done)
    fmt.Println(log)


@program("SC09")
def main_takes_all_with_it():
    def sleeper():
        try:
            yield time.Sleep(200 * MS)
            fmt.Println("late")
        finally:
            fmt.Println("deferred in goroutine")

    go(sleeper)
    yield time.Sleep(20 * MS)
    fmt.Println("main done")


def a_busy_loop_is_preempted():
    def busy():
        while True:
            yield Work(time.Second)

    go(busy)
    yield time.Sleep(30 * MS)
    fmt.Println("main got the processor back")


program("SC10")(a_busy_loop_is_preempted)


@program("SC11")
def no_deadlock_while_somebody_sleeps():
    def sleeper():
        for i in (1, 2, 3):
            yield time.Sleep(30 * MS)
            fmt.Println("tick", i)

    go(sleeper)
    yield recv(make_chan(int))


@program("SC12")
def all_are_blocked():
    c = make_chan(int)

    def sender():
        yield send(c, 1)
        yield send(c, 2)

    go(sender)
    fmt.Println((yield recv(c)))
    yield time.Sleep(20 * MS)
    d = make_chan(int)
    yield send(d, (yield recv(c)))


@program("SC13")
def a_leak_is_no_deadlock():
    def leak():
        yield recv(make_chan(int))

    for _ in range(5):
        go(leak)
    yield time.Sleep(20 * MS)
    fmt.Println(runtime.NumGoroutine())


@program("SC15")
def a_timer_nobody_waits_for():
    timer = time.NewTimer(700 * MS)
    yield select()
    timer.Stop()


@program("SC17")
def goexit_in_main():
    def other():
        yield time.Sleep(20 * MS)
        fmt.Println("other done")

    go(other)
    try:
        yield Goexit()
    finally:
        fmt.Println("deferred")


@program("SC18")
def a_panic_in_another_goroutine():
    def other():
        try:
            panic("boom")
        finally:
            fmt.Println("goroutine deferred")

    go(other)
    try:
        yield time.Sleep(200 * MS)
        fmt.Println("not reached")
    except GoPanic as recovered:
        fmt.Println(recovered)
    finally:
        fmt.Println("main deferred")


@program("SC19")
def a_panic_with_an_error():
    panic(errors.New("wrapped: inner"))


@program("SC21")
def a_panic_with_a_stringer():
    class T:
        def __str__(self):
            return "i am T"

    panic(T())


@program("SC29")
def how_many_goroutines():
    stop = make_chan(bool)
    fmt.Println(runtime.NumGoroutine())

    def waiter():
        yield recv(stop)

    for _ in range(3):
        go(waiter)
    yield time.Sleep(10 * MS)
    fmt.Println(runtime.NumGoroutine())
    time.AfterFunc(time.Hour, lambda: None)
    time.NewTicker(time.Hour)
    fmt.Println(runtime.NumGoroutine())
    close(stop)
    yield time.Sleep(20 * MS)
    fmt.Println(runtime.NumGoroutine())


@program("SC30")
def arguments_are_evaluated_by_the_statement():
    x = 1
    c = make_chan(int, 2)

    def f(v):
        yield send(c, v)

    go(f, x)
    deferred = x
    x = 2
    f = None
    fmt.Println((yield recv(c)), f is None)
    fmt.Println("deferred", deferred, x)


@program("SC31")
def go_of_nil():
    try:
        go(None)
        fmt.Println("after")
    finally:
        fmt.Println("recovered")


@program("SC34")
def of_several_that_are_due_the_latest_runs_first():
    def once():
        order = []
        done = make_chan(bool, 4)

        def sleeper(i):
            yield time.Sleep(i * MS)
            order.append(i)
            yield send(done, True)

        for i in range(1, 5):
            go(sleeper, i)
        yield Gosched()
        yield Work(6 * MS)
        for _ in range(4):
            yield recv(done)
        return order

    hits = 0
    for _ in range(20):
        hits += (yield from once()) == [4, 1, 2, 3]
    fmt.Println(hits >= 12)


@program("SC35")
def equal_deadlines():
    for n in (1, 2, 3, 5, 9, 20):
        order = []
        done = make_chan(bool, n)

        def fired(i, order=order, done=done):
            order.append(i)
            yield send(done, True)

        for i in range(n):
            time.AfterFunc(100 * MS, lambda i=i, fired=fired: fired(i))
        for _ in range(n):
            yield recv(done)
        fmt.Println(order)


@program("SC37")
def a_panic_of_two_lines():
    panic(errors.New("one\ntwo"))


@program("SC38")
def what_a_leaked_goroutine_costs():
    never = make_chan(int)
    n = 20_000

    def leak():
        yield recv(never)

    before = ledger().live_bytes
    for _ in range(n):
        go(leak)
    yield time.Sleep(50 * MS)
    heap = (ledger().live_bytes - before) // n
    fmt.Println("stack 2 KiB each: true heap per goroutine 300..700:", 300 < heap < 700)
    fmt.Println(runtime.NumGoroutine())


@program("SC39")
def range_over_nil():
    yield from recv_range(None, fmt.Println)


@program("SC40")
def two_wait_for_each_other():
    a, b = make_chan(int), make_chan(int)

    def other():
        yield recv(a)
        yield send(b, 1)

    go(other)
    yield time.Sleep(10 * MS)
    yield recv(b)
    yield send(a, 1)


@program("SC41")
def panic_with_nil():
    try:
        panic(None)
    except GoPanic as recovered:
        fmt.Println(recovered.value)
    yield Gosched()


@program("SC42")
def a_goroutine_that_ends_wakes_nobody():
    c = make_chan(int)

    def other():
        yield time.Sleep(10 * MS)

    go(other)
    yield recv(c)


@program("SC44")
def several_wake_ups_in_a_row():
    c = make_chan(int)
    done = make_chan(bool, 5)
    order = []

    def waiter():
        v = yield recv(c)
        order.append(v)
        yield send(done, True)

    for _ in range(5):
        go(waiter)
        yield Gosched()
    for v in range(1, 6):
        yield send(c, v)
    for _ in range(5):
        yield recv(done)
    fmt.Println(order)


@program("SC45")
def runnext_is_one_slot():
    log = []
    a = make_chan(bool)
    done = make_chan(bool, 3)

    def woken():
        yield recv(a)
        log.append("woken")
        yield send(done, True)

    def queued():
        log.append("queued")
        yield send(done, True)

    def waker():
        log.append("waker")
        yield send(a, True)
        yield send(done, True)

    go(woken)
    yield Gosched()
    go(queued)
    go(waker)
    for _ in range(3):
        yield recv(done)
    fmt.Println(log)


@program("SC49")
def goexit_in_main_while_another_is_blocked():
    def other():
        yield recv(make_chan(int))

    go(other)
    yield time.Sleep(10 * MS)
    yield Goexit()
