"""The programs of programs/*.go, line by line."""

from __future__ import annotations

from gosim import Gosched, cap, close, context, fmt, go, length, make_chan, recv, select, send, time

MS = time.Millisecond
LONGEST = 2**63 - 1


def equal_deadlines():
    timers = []
    for i in range(14):
        d = 10 * (1 + i % 3) * MS
        timers.append(time.AfterFunc(d, lambda i=i: fmt.Println("f", i)))
    for i in (0, 7, 9):
        fmt.Println("stop", i, timers[i].Stop())
    fmt.Println("reset 13", timers[13].Reset(10 * MS))
    fmt.Println("reset 3", timers[3].Reset(30 * MS))
    fmt.Println("reset 7", timers[7].Reset(20 * MS))
    yield time.Sleep(20 * MS)
    fmt.Println("main at 20")
    fmt.Println("reset 3", timers[3].Reset(0))
    fmt.Println("reset 1", timers[1].Reset(10 * MS))
    yield time.Sleep(10 * MS)
    fmt.Println("main at 30")
    yield time.Sleep(MS)
    for i, t in enumerate(timers):
        fmt.Println("stop", i, t.Stop())


def look_at_timer(name, t):
    case, v, _ = yield select(recv(t.C), default=True)
    if case == 0:
        fmt.Println(name, "got", v)
    else:
        fmt.Println(name, "nothing", length(t.C), cap(t.C))


def stop_reset_drain():
    a = time.NewTimer(10 * MS)
    yield time.Sleep(15 * MS)
    fmt.Println("reset", a.Reset(10 * MS), length(a.C))
    yield from look_at_timer("a", a)
    yield time.Sleep(15 * MS)
    fmt.Println("stop", a.Stop(), length(a.C))
    yield from look_at_timer("a", a)
    yield from look_at_timer("a", a)
    b = time.NewTimer(10 * MS)

    def receiver():
        for i in range(3):
            v = yield recv(b.C)
            fmt.Println("receiver", i, v)

    go(receiver)
    yield time.Sleep(5 * MS)
    fmt.Println("stop", b.Stop())
    yield time.Sleep(20 * MS)
    fmt.Println("reset", b.Reset(3 * MS))
    fmt.Println("reset", b.Reset(1 * MS))
    fmt.Println("reset", b.Reset(2 * MS))
    yield time.Sleep(2 * MS)
    fmt.Println("reset", b.Reset(-5))
    yield time.Sleep(2 * MS)
    fmt.Println("reset", b.Reset(LONGEST))
    yield time.Sleep(2 * MS)
    fmt.Println("reset", b.Reset(1))
    yield time.Sleep(2 * MS)
    yield from look_at_timer("b", b)
    fmt.Println("reset", b.Reset(1))
    yield time.Sleep(2 * MS)
    yield from look_at_timer("b", b)
    if not b.Stop():
        yield from look_at_timer("b", b)


def look(name, c):
    case, v, _ = yield select(recv(c), default=True)
    if case == 0:
        fmt.Println(name, "got", v)
    else:
        fmt.Println(name, "nothing")


def late_tickers():
    k = time.NewTicker(10 * MS)

    def slow():
        for i in range(6):
            v = yield recv(k.C)
            fmt.Println("slow", i, v)
            yield time.Sleep(14 * MS)

    go(slow)
    yield time.Sleep(95 * MS)
    yield from look("k", k.C)
    yield from look("k", k.C)
    k.Reset(7 * MS)
    yield from look("k", k.C)
    for i in range(3):
        v = yield recv(k.C)
        fmt.Println("main", i, v)
    yield time.Sleep(8 * MS)
    k.Stop()
    yield from look("k", k.C)
    yield from look("k", k.C)
    k.Reset(5 * MS)
    yield time.Sleep(26 * MS)
    fmt.Println(length(k.C), cap(k.C))
    yield from look("k", k.C)
    yield from look("k", k.C)
    v = yield recv(k.C)
    fmt.Println("main", v)
    two = time.Tick(4 * MS)
    for i in range(8):
        case, v, _ = yield select(recv(k.C), recv(two))
        fmt.Println("five" if case == 0 else "four", v)
        if i % 3 == 0:
            yield time.Sleep(6 * MS)
            yield from look("k", k.C)


def durations():
    time.AfterFunc(0, lambda: fmt.Println("zero"))
    time.AfterFunc(-1, lambda: fmt.Println("negative"))
    time.AfterFunc(-1 << 63, lambda: fmt.Println("most negative"))
    time.AfterFunc(1, lambda: fmt.Println("one"))
    far = time.AfterFunc(LONGEST, lambda: fmt.Println("never"))
    fmt.Println("main")
    yield time.Sleep(0)
    yield time.Sleep(-1)
    fmt.Println("main still")
    yield Gosched()
    fmt.Println("main after a yield")
    yield time.Sleep(1)
    fmt.Println("main after a nanosecond")
    for d in (0, -1, -time.Hour):
        t = time.NewTimer(d)
        case, _, _ = yield select(recv(t.C), default=True)
        fmt.Println("ready at once" if case == 0 else "not ready")
        yield Gosched()
        case, _, _ = yield select(recv(t.C), default=True)
        fmt.Println("ready after a yield" if case == 0 else "not ready")

    def sleeper():
        yield time.Sleep(LONGEST)
        fmt.Println("never")

    go(sleeper)
    yield recv(time.After(MS))
    yield recv(time.After(0))
    fmt.Println(far.Stop(), far.Stop(), far.Reset(1))
    yield time.Sleep(MS)


def contexts():
    root, cancel_root = context.WithCancel(context.Background())
    a, cancel_a = context.WithTimeout(root, 10 * MS)
    b, cancel_b = context.WithTimeout(a, 50 * MS)
    c, cancel_c = context.WithTimeout(root, 20 * MS)
    d, cancel_d = context.WithTimeout(root, 20 * MS)

    def wait(name, ctx):
        yield recv(ctx.Done())
        fmt.Println(name, ctx.Err(), context.Cause(ctx))

    go(wait, "b", b)
    go(wait, "a", a)
    go(wait, "c", c)
    go(wait, "d", d)
    time.AfterFunc(10 * MS, lambda: fmt.Println("function at 10"))
    yield time.Sleep(10 * MS)
    fmt.Println("main at 10", a.Err(), b.Err(), c.Err())
    yield time.Sleep(10 * MS)
    fmt.Println("main at 20", c.Err(), d.Err())
    cancel_a()
    cancel_b()
    cancel_c()
    cancel_d()
    e, cancel_e = context.WithTimeout(root, 10 * MS)
    f, cancel_f = context.WithTimeout(e, -1)
    fmt.Println(e.Err(), f.Err())
    go(wait, "e", e)
    yield time.Sleep(MS)
    cancel_e()
    yield time.Sleep(MS)
    g, cancel_g = context.WithTimeout(root, 10 * MS)
    go(wait, "g", g)
    yield time.Sleep(MS)
    cancel_root()
    fmt.Println("cancelled", g.Err())
    h, cancel_h = context.WithTimeout(root, 10 * MS)
    fmt.Println("late child", h.Err())
    yield time.Sleep(30 * MS)
    cancel_f()
    cancel_g()
    cancel_h()
    fmt.Println("end", e.Err())


def selects():
    shared = time.NewTimer(10 * MS)

    def waiter(i):
        own = time.NewTimer(10 * MS)
        second = time.NewTimer(20 * MS)
        case, v, _ = yield select(recv(shared.C), recv(own.C), recv(second.C))
        fmt.Println(i, ("shared", "own", "second")[case], v)
        fmt.Println(i, "stop", second.Stop(), second.Reset(5 * MS))
        v = yield recv(second.C)
        fmt.Println(i, "second", v)

    for i in range(3):
        go(waiter, i)
    yield time.Sleep(12 * MS)
    fmt.Println("main", shared.Stop())
    yield time.Sleep(12 * MS)
    ch = make_chan(int)

    def sender():
        for i in range(8):
            yield time.Sleep(i * MS)
            yield send(ch, i)

    go(sender)
    t = time.NewTimer(4 * MS)
    for _ in range(10):
        case, n, _ = yield select(recv(ch), recv(t.C), recv(time.After(6 * MS)))
        if case == 0:
            fmt.Println("message", n)
        elif case == 1:
            fmt.Println("timeout")
            t.Reset(5 * MS)
        else:
            fmt.Println("after")


def sleepers():
    def sleeper(i):
        for n in range(4):
            yield time.Sleep((2 + i % 3 * 2) * MS)
            fmt.Println(i, n)

    for i in range(12):
        go(sleeper, i)
    k = time.NewTicker(6 * MS)
    for n in range(4):
        yield recv(k.C)
        fmt.Println("tick", n)


def functions():
    count = 0

    def again():
        nonlocal count
        count += 1
        if count < 5:
            fmt.Println("self", count, self.Reset(count * MS))

    self = time.AfterFunc(3 * MS, again)
    a = time.AfterFunc(10 * MS, lambda: fmt.Println("a stops b", b.Stop()))
    b = time.AfterFunc(10 * MS, lambda: fmt.Println("b stops c", c.Stop()))
    c = time.AfterFunc(10 * MS, lambda: fmt.Println("c stops a", a.Stop()))
    slow = make_chan(bool)

    def enter():
        fmt.Println("enter")
        yield recv(slow)
        fmt.Println("leave")

    over = time.AfterFunc(11 * MS, enter)
    yield time.Sleep(12 * MS)
    fmt.Println("reset", over.Reset(MS), over.Stop(), over.Reset(2 * MS))
    yield time.Sleep(3 * MS)
    yield send(slow, True)
    close(slow)
    k = time.NewTicker(2 * MS)
    stopped = 0

    def stop():
        nonlocal stopped
        k.Stop()
        stopped += 1
        fmt.Println("stopped")

    time.AfterFunc(8 * MS, stop)
    for i in range(6):
        case, _, _ = yield select(recv(k.C), recv(time.After(5 * MS)))
        if case == 0:
            fmt.Println("tick", i)
        else:
            fmt.Println("silence", stopped)


MAINS = {
    main.__name__: main
    for main in (
        equal_deadlines,
        stop_reset_drain,
        late_tickers,
        durations,
        contexts,
        selects,
        sleepers,
        functions,
    )
}
