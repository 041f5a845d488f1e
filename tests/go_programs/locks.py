"""SY: package sync."""

from __future__ import annotations

from go_programs import MS, program, recovering
from gosim import GoPanic, Gosched, fmt, go, make_chan, panic, recv, send, sync, time


@program("SY01")
def a_negative_counter():
    wg = sync.WaitGroup()
    wg.Add(1)
    wg.Done()
    value = recovering(wg.Done)
    fmt.Println(value)
    fmt.Println({str: "string"}[type(value)], "done")


@program("SY02")
def wait_at_zero():
    wg = sync.WaitGroup()
    yield wg.Wait()
    n = 0

    def worker():
        nonlocal n
        n += 1
        wg.Done()

    for _ in range(3):
        wg.Add(1)
        go(worker)
        yield wg.Wait()
    fmt.Println(n)


@program("SY03")
def unlock_of_an_unlocked_mutex():
    m = sync.Mutex()
    try:
        m.Unlock()
    finally:
        fmt.Println("recovered")


@program("SY05")
def runlock_of_an_unlocked_rwmutex():
    sync.RWMutex().RUnlock()


@program("SY06")
def a_mutex_is_not_reentrant():
    m = sync.Mutex()
    yield m.Lock()
    yield m.Lock()


@program("SY07")
def nobody_says_done():
    wg = sync.WaitGroup()
    wg.Add(1)
    yield wg.Wait()


@program("SY09")
def once_is_done_even_after_a_panic():
    once = sync.Once()

    def function():
        fmt.Println("run")
        panic("x")

    for _ in range(3):
        value = None
        try:
            yield from once.Do(function)
        except GoPanic as recovered:
            value = recovered.value
        fmt.Println("recovered", value)


@program("SY10")
def signal_wakes_the_longest_waiter():
    mu = sync.Mutex()
    c = sync.NewCond(mu)
    log = []
    wg = sync.WaitGroup()

    def waiter(i):
        yield mu.Lock()
        yield c.Wait()
        log.append(i)
        mu.Unlock()
        wg.Done()

    for i in range(1, 6):
        wg.Add(1)
        go(waiter, i)
        yield time.Sleep(10 * MS)
    for _ in range(3):
        c.Signal()
        yield time.Sleep(10 * MS)
    yield mu.Lock()
    fmt.Println(log)
    mu.Unlock()
    c.Broadcast()
    yield wg.Wait()
    fmt.Println(len(log))


@program("SY12")
def trylock():
    mu = sync.Mutex()
    fmt.Println(mu.TryLock(), mu.TryLock())
    mu.Unlock()
    fmt.Println(mu.TryLock())


@program("SY13")
def add_while_another_waits():
    wg = sync.WaitGroup()
    wg.Add(5)
    done = make_chan(bool)

    def waiter():
        yield wg.Wait()
        yield send(done, True)

    go(waiter)
    yield time.Sleep(10 * MS)
    wg.Add(-5)
    fmt.Println((yield recv(done)))
    fmt.Println(recovering(lambda: wg.Add(-1)))


@program("SY14")
def the_unlocker_can_be_faster():
    mu = sync.Mutex()
    log = []
    done = make_chan(bool)

    def waiter():
        yield mu.Lock()
        log.append("waiter")
        mu.Unlock()
        yield send(done, True)

    yield mu.Lock()
    go(waiter)
    yield Gosched()
    mu.Unlock()
    yield mu.Lock()
    log.append("main again")
    mu.Unlock()
    yield recv(done)
    fmt.Println(log)


@program("SY16")
def readers_after_a_writer():
    rw = sync.RWMutex()
    order = []
    done = make_chan(bool, 4)

    def reader(i):
        yield rw.RLock()
        order.append(i)
        rw.RUnlock()
        yield send(done, True)

    yield rw.Lock()
    for i in range(1, 5):
        go(reader, i)
        yield Gosched()
    rw.Unlock()
    for _ in range(4):
        yield recv(done)
    fmt.Println(order)


@program("SY17")
def unlock_wakes_one():
    mu = sync.Mutex()
    order = []
    done = make_chan(bool, 3)

    def waiter(i):
        yield mu.Lock()
        order.append(i)
        mu.Unlock()
        yield send(done, True)

    yield mu.Lock()
    for i in (1, 2, 3):
        go(waiter, i)
        yield Gosched()
    mu.Unlock()
    for _ in range(3):
        yield recv(done)
    fmt.Println(order)
