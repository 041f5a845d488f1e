"""TM: timers, as a program sees them through their channels."""

from __future__ import annotations

from go_programs import MS, bytes_of_each, program, recovering
from gosim import cap, fmt, length, recv, select, time


def rounded(duration, unit):
    """Round to a multiple of unit, halves up, as Duration.Round does."""
    return time.Duration((duration + unit // 2) // unit * unit)


@program("TM02")
def length_and_cap_of_a_timer_channel():
    t = time.NewTimer(10 * MS)
    fmt.Println(length(t.C), cap(t.C))
    yield time.Sleep(50 * MS)
    fmt.Println(length(t.C), cap(t.C))


@program("TM03")
def stop_of_an_expired_timer():
    t = time.NewTimer(10 * MS)
    yield time.Sleep(50 * MS)
    fmt.Println(t.Stop())
    case, _, _ = yield select(recv(t.C), default=True)
    fmt.Println("stale value" if case == 0 else "empty")
    fmt.Println(t.Stop())


@program("TM04")
def reset_of_an_expired_timer():
    t = time.NewTimer(10 * MS)
    yield time.Sleep(50 * MS)
    fmt.Println(t.Reset(100 * MS))
    s = time.Now()
    yield recv(t.C)
    fmt.Println(rounded(time.Since(s), 50 * MS))


@program("TM05")
def a_slow_receiver_misses_ticks():
    s = time.Now()
    t = time.NewTicker(100 * MS)
    yield time.Sleep(350 * MS)
    for _ in range(3):
        v = yield recv(t.C)
        fmt.Println(rounded(v - s, 50 * MS), rounded(time.Since(s), 50 * MS))
    t.Stop()


@program("TM06")
def a_stopped_timer_delays_no_deadlock():
    t = time.NewTimer(time.Hour)
    fmt.Println(t.Stop())
    yield recv(t.C)


@program("TM07")
def bad_arguments():
    fmt.Println(recovering(lambda: time.Timer().Stop()))
    fmt.Println(recovering(lambda: time.Timer().Reset(1)))
    fmt.Println(recovering(lambda: time.NewTicker(0)))
    fmt.Println(recovering(lambda: time.NewTicker(time.Second).Reset(0)))
    fmt.Println(time.Tick(0) is None, time.AfterFunc(time.Hour, lambda: None).C is None)


@program("TM08")
def range_over_a_ticker():
    t = time.NewTicker(30 * MS)
    n = 0
    while n < 3:
        yield recv(t.C)
        n += 1
    fmt.Println(n)


@program("TM09")
def bytes_of_a_timer():
    # Let the heap grow first, so that its growth is not counted.
    timers = [time.AfterFunc(time.Hour, lambda: None) for _ in range(8192)]
    for timer in timers:
        timer.Stop()
    yield time.Sleep(5 * MS)
    fmt.Println("After", bytes_of_each(lambda: time.After(time.Hour)))
    fmt.Println("NewTimer", bytes_of_each(lambda: time.NewTimer(time.Hour)))
    fmt.Println("NewTicker", bytes_of_each(lambda: time.NewTicker(time.Hour)))
    fmt.Println("AfterFunc", bytes_of_each(lambda: time.AfterFunc(time.Hour, lambda: None)))


@program("TM11", until=4 * time.Second)
def a_ticker_nobody_reads():
    ticker = time.NewTicker(20 * MS)
    yield select()
    ticker.Stop()


@program("TM12")
def a_value_read_late_tells_the_due_time():
    s = time.Now()
    c = time.After(20 * MS)
    k = time.NewTicker(30 * MS)
    yield time.Sleep(200 * MS)
    a = (yield recv(c)) - s
    b = (yield recv(k.C)) - s
    fmt.Println(a < 100 * MS, b < 100 * MS)
