"""SE: select."""

from __future__ import annotations

from go_programs import MS, program
from gosim import (
    DEFAULT,
    GoPanic,
    Gosched,
    close,
    fmt,
    go,
    length,
    make_chan,
    recv,
    select,
    send,
    time,
)


@program("SE01")
def no_case():
    yield select()


@program("SE03")
def one_case_on_nil():
    yield select(recv(None))


@program("SE05")
def two_ready_cases_are_equally_likely():
    a, b = make_chan(int, 1), make_chan(int, 1)
    n = [0, 0]
    for _ in range(10_000):
        yield select(send(a, 1), default=True)
        yield select(send(b, 1), default=True)
        case, _, _ = yield select(recv(a), recv(b))
        n[case] += 1
    fmt.Println(4500 < n[0] < 5500, 4500 < n[1] < 5500, sum(n))


@program("SE06")
def a_channel_in_three_of_four_cases():
    a, b = make_chan(int), make_chan(int)
    close(a)
    close(b)
    n = [0] * 4
    for _ in range(20_000):
        case, _, _ = yield select(recv(a), recv(a), recv(a), recv(b))
        n[case] += 1
    fmt.Println(all(4400 < v < 5600 for v in n))


@program("SE07")
def operands_are_evaluated_on_entry():
    def ch(name, c):
        fmt.Println("chan", name)
        return c

    def val(v):
        fmt.Println("val", v)
        return v

    r = make_chan(int, 1)
    yield send(r, 5)
    full = make_chan(int)
    case, x, _ = yield select(
        send(ch("nil", None), val(1)),
        recv(ch("r", r)),
        send(ch("full", full), val(3)),
    )
    if case == 1:
        fmt.Println("lhs")
        fmt.Println("B", x)
    case, _, _ = yield select(
        recv(ch("r2", r)),
        send(ch("full2", full), val(4)),
        default=True,
    )
    if case == DEFAULT:
        fmt.Println("default")


@program("SE08")
def a_timer_each_pass():
    made = n = 0

    def after(d):
        nonlocal made
        made += 1
        return time.After(d)

    c = make_chan(int, 10)

    def producer():
        for i in range(1000):
            yield send(c, i)
        close(c)

    go(producer)
    while True:
        case, _, ok = yield select(recv(c), recv(after(time.Hour)))
        if case == 0 and not ok:
            break
        n += 1
    fmt.Println(n, made)


@program("SE09")
def a_send_on_a_closed_channel():
    c = make_chan(int)
    close(c)
    case, v, ok = yield select(recv(c), default=True)
    fmt.Println(*((v, ok) if case == 0 else ("default",)))
    try:
        yield select(send(c, 1), default=True)
    except GoPanic as panic:
        fmt.Println("recovered:", panic)


@program("SE10")
def the_losers_leave_their_queues():
    a, b = make_chan(int), make_chan(int)
    done = make_chan(str)

    def receiver():
        case, v, _ = yield select(recv(a), recv(b))
        yield send(done, "ab"[case] + str(v))

    go(receiver)
    yield time.Sleep(20 * MS)
    yield send(a, 1)
    case, _, _ = yield select(send(b, 2), default=True)
    fmt.Println("b had a receiver" if case == 0 else "b has no receiver")
    fmt.Println((yield recv(done)))


@program("SE11")
def a_select_does_not_match_itself():
    c = make_chan(int)
    yield select(send(c, 1), recv(c))


@program("SE13")
def selects_and_plain_receivers_share_a_queue():
    c, never = make_chan(int), make_chan(int)
    got = [0] * 4
    done = make_chan(bool)

    def receiver(i):
        if i % 2 == 0:
            _, got[i], _ = yield select(recv(c), recv(never))
        else:
            got[i] = yield recv(c)
        yield send(done, True)

    for i in range(4):
        go(receiver, i)
        yield time.Sleep(10 * MS)
    for v in range(1, 5):
        yield send(c, v)
    for _ in range(4):
        yield recv(done)
    fmt.Println(got)


@program("SE14")
def what_break_leaves():
    c = make_chan(int, 10)
    for i in range(6):
        yield send(c, i)
    i = -1
    while True:
        i += 1
        _, v, _ = yield select(recv(c))
        if v == 2:
            continue
        if v == 4:
            break
        if v != 1:
            fmt.Println("got", v)
        fmt.Println("end of body", i)
    fmt.Println("left", length(c))


@program("SE15")
def a_closed_channel_is_always_ready():
    a, b = make_chan(int), make_chan(int, 4)
    close(a)
    for i in range(4):
        yield send(b, i)
    close(b)
    na = nb = 0
    while a is not None or b is not None:
        case, _, ok = yield select(recv(a), recv(b))
        if case == 0:
            na += 1
            a = None
        elif ok:
            nb += 1
        else:
            b = None
    fmt.Println(na, nb)


@program("SE16")
def woken_by_close():
    a, b = make_chan(int), make_chan(int)
    out = make_chan(str, 2)

    def receiver():
        case, v, ok = yield select(recv(a), recv(b))
        yield send(out, f"a {v} {str(ok).lower()}" if case == 0 else "b")

    go(receiver)
    yield time.Sleep(10 * MS)
    close(a)
    fmt.Println((yield recv(out)))
    d = make_chan(int)

    def sender():
        try:
            yield select(send(d, 1), recv(b))
        except GoPanic as panic:
            yield send(out, str(panic))

    go(sender)
    yield time.Sleep(10 * MS)
    close(d)
    fmt.Println((yield recv(out)))


@program("SE17")
def two_cases_that_never_come():
    a, b = make_chan(int), make_chan(int)
    yield select(recv(a), recv(b))


@program("SE20")
def the_loser_of_two_selects():
    a, b = make_chan(int), make_chan(int)
    done = make_chan(bool)

    def other():
        case, v, _ = yield select(recv(a), send(b, 7))
        fmt.Println(*(("a", v) if case == 0 else ("sent b",)))
        yield send(done, True)

    go(other)
    yield Gosched()
    case, v, _ = yield select(recv(b), default=True)
    fmt.Println(*(("main got", v) if case == 0 else ("default",)))
    case, _, _ = yield select(send(a, 1), default=True)
    fmt.Println("main sent" if case == 0 else "a has no receiver any more")
    yield recv(done)


@program("SE21")
def a_value_and_an_expired_timer():
    tm = make_chan(int, 1)
    c = make_chan(int, 1)
    n = [0, 0]
    for _ in range(200):
        yield send(tm, 0)
        yield send(c, 1)
        case, _, _ = yield select(recv(tm), recv(c))
        n[case] += 1
        yield recv(c if case == 0 else tm)
    fmt.Println(n[0] > 40, n[1] > 40, sum(n))


@program("SE22")
def the_value_is_evaluated_at_every_pass():
    n = sent = 0

    def following():
        nonlocal n
        n += 1
        return n

    c = make_chan(int)

    def receiver():
        for _ in range(2):
            yield time.Sleep(50 * MS)
            fmt.Println("received", (yield recv(c)))

    go(receiver)
    while sent < 2:
        case, _, _ = yield select(send(c, following()), recv(time.After(20 * MS)))
        sent += case == 0
    yield time.Sleep(20 * MS)
    fmt.Println("evaluated", n, "times")
