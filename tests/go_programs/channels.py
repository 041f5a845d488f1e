"""CH: channels."""

from __future__ import annotations

from go_programs import MS, bytes_of_each, program
from gosim import (
    GoPanic,
    Gosched,
    Struct,
    cap,
    close,
    fmt,
    go,
    length,
    make_chan,
    recv,
    recv_ok,
    recv_range,
    select,
    send,
    time,
)
from gosim.kernel import running


@program("CH01")
def unbuffered_rendezvous():
    c = make_chan(int)
    start = time.Now()
    done = make_chan(int)

    def sender():
        yield send(c, 7)
        yield send(done, time.Since(start))

    go(sender)
    yield time.Sleep(60 * MS)
    fmt.Println(length(c), cap(c))
    fmt.Println((yield recv(c)))
    d = yield recv(done)
    fmt.Println(d >= 60 * MS, d < 200 * MS)


@program("CH04")
def direct_handoff_skips_the_buffer():
    c = make_chan(int, 3)
    res = make_chan(int, 1)

    def receiver():
        value = yield recv(c)
        yield send(res, value)

    go(receiver)
    yield Gosched()  # The receiver parks on c.
    yield send(c, 1)
    a = length(c)
    yield send(c, 2)
    b = length(c)
    yield Gosched()
    r = yield recv(res)
    fmt.Println(a, b, r, length(c))


@program("CH06")
def close_drains():
    c = make_chan(int, 3)
    yield send(c, 1)
    yield send(c, 2)
    close(c)
    for _ in range(4):
        v, ok = yield recv_ok(c)
        fmt.Println(v, ok, length(c))


@program("CH07")
def close_wakes_receivers():
    c = make_chan(str)
    out = make_chan(str, 3)

    def receiver():
        v, ok = yield recv_ok(c)
        yield send(out, f'"{v}" {str(ok).lower()}')

    for _ in range(3):
        go(receiver)
    yield time.Sleep(20 * MS)
    close(c)
    for _ in range(3):
        fmt.Println((yield recv(out)))


@program("CH08")
def close_makes_waiting_senders_panic():
    c = make_chan(int, 1)
    yield send(c, 10)
    out = make_chan(str, 2)

    def sender(i):
        try:
            yield send(c, 20 + i)
        except GoPanic as panic:
            yield send(out, f"{panic} {str(panic.runtime_error).lower()}")

    for i in range(2):
        go(sender, i)
    yield time.Sleep(20 * MS)
    close(c)
    fmt.Println((yield recv(out)))
    fmt.Println((yield recv(out)))
    for _ in range(2):
        v, ok = yield recv_ok(c)
        fmt.Println(v, ok)


@program("CH09")
def send_on_a_closed_channel():
    c = make_chan(int, 1)
    close(c)
    yield send(c, 1)


@program("CH10")
def close_of_a_closed_channel():
    c = make_chan(int)
    close(c)
    close(c)


@program("CH12")
def panic_texts():
    closed = make_chan(int)
    close(closed)

    def attempt(name, function):
        try:
            yield from function()
        except GoPanic as panic:
            fmt.Println(f"{name}: {panic} |", panic.runtime_error, panic.runtime_error)

    def sending():
        yield send(closed, 1)

    def closing():
        close(closed)
        yield Gosched()

    def closing_nil():
        close(None)
        yield Gosched()

    def making():
        make_chan(int, -1)
        yield Gosched()

    def selecting():
        yield select(send(closed, 1), default=True)

    yield from attempt("send", sending)
    yield from attempt("close", closing)
    yield from attempt("closenil", closing_nil)
    yield from attempt("make", making)
    yield from attempt("select", selecting)


@program("CH14")
def receive_from_nil():
    yield recv(None)


@program("CH15")
def length_and_cap_of_nil():
    c = None
    fmt.Println(length(c), cap(c), c is None)
    case, v, ok = yield select(recv(c), default=True)
    fmt.Println(*(("recv", v, ok) if case == 0 else ("default recv",)))
    case, _, _ = yield select(send(c, 1), default=True)
    fmt.Println("send" if case == 0 else "default send")


@program("CH16")
def range_evaluates_its_channel_once():
    def get():
        fmt.Println("get")
        c = make_chan(int, 3)
        for i in (1, 2, 3):
            yield send(c, i)
        close(c)
        return c

    yield from recv_range((yield from get()), fmt.Println)
    c = make_chan(int, 2)
    yield send(c, 8)
    yield send(c, 9)
    close(c)
    n = 0

    def add(v):
        nonlocal c, n
        c = None
        n += v

    yield from recv_range(c, add)
    fmt.Println(n, c is None)


@program("CH17")
def range_over_a_channel_that_nobody_closes():
    c = make_chan(int, 2)
    yield send(c, 1)
    yield send(c, 2)
    yield from recv_range(c, fmt.Println)


@program("CH18")
def elements_without_size():
    c = make_chan(Struct, 1 << 30)
    for _ in range(1000):
        yield send(c, Struct())
    fmt.Println(length(c), cap(c))


@program("CH19")
def identity():
    a, b = make_chan(int), make_chan(int)
    c = r = a
    m = {a: "a", b: "b"}
    fmt.Println(a == c, a == b, r == a, m[c], len(m))


@program("CH20")
def a_lone_sender():
    c = make_chan(int)
    yield send(c, 1)


@program("CH23")
def the_ring_wraps():
    c = make_chan(int, 3)
    yield send(c, 0)
    yield send(c, 1)
    line = []
    for i in range(2, 10):
        yield send(c, i)
        v = yield recv(c)
        line.append(f"{v}/{length(c)}")
    fmt.Println(*line, (yield recv(c)), (yield recv(c)))
    fmt.Println(length(c))


@program("CH24")
def handing_over_does_not_switch():
    log = []
    c = make_chan(int)
    done = make_chan(bool)

    def receiver():
        yield from recv_range(c, lambda v: log.append(f"r{v}"))
        close(done)

    go(receiver)
    yield Gosched()
    for i in range(1, 5):
        log.append(f"s{i}")
        yield send(c, i)
        log.append(f"d{i}")
    close(c)
    yield recv(done)
    fmt.Println(log)


@program("CH25")
def bytes_of_a_channel():
    p = running.p
    a_time = ("time.Time", 24, True, 0)

    fmt.Println("chan struct{}", bytes_of_each(lambda: make_chan(Struct)))
    fmt.Println("chan int,1", bytes_of_each(lambda: make_chan(int, 1)))
    fmt.Println("chan *int,1", bytes_of_each(lambda: make_chan(object, 1)))
    fmt.Println("chan time.Time,1", bytes_of_each(lambda: p.kernel.runtime.make_chan(p, 1, a_time)))
