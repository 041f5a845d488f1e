"""The programs of orders/*.go, line by line: who runs when, with one processor."""

from __future__ import annotations

from gosim import (
    DEFAULT,
    GoPanic,
    Gosched,
    close,
    fmt,
    go,
    make_chan,
    recv,
    recv_range,
    select,
    send,
    sync,
    time,
)

MS = time.Millisecond


def nested():
    log, done = [], make_chan(bool, 100)

    def inner(i, j):
        log.append(f"b{i} {j}")
        if j == 1:
            go(innermost, i, j)
        yield Gosched()
        log.append(f"d{i} {j}")
        yield send(done, True)

    def innermost(i, j):
        log.append(f"c{i} {j}")
        yield send(done, True)

    def outer(i):
        log.append(f"a{i}")
        for j in range(3):
            go(inner, i, j)
        yield send(done, True)

    for i in range(3):
        go(outer, i)
    for _ in range(15):
        yield recv(done)
        log.append("m")
    print_lines(log)


def closing():
    log, done = [], make_chan(bool, 100)
    c, never = make_chan(int), make_chan(int)

    def receiver(i):
        if i % 3 == 0:
            yield select(recv(c), recv(never))
        else:
            yield recv(c)
        log.append(f"r{i}")
        yield send(done, True)

    for i in range(9):
        go(receiver, i)
        if i % 2 == 0:
            yield Gosched()
    yield Gosched()
    yield send(c, 1)
    yield send(c, 2)
    close(c)
    log.append("closed")
    for _ in range(9):
        yield recv(done)
    s = make_chan(int)

    def sender(i):
        try:
            if i % 2 == 0:
                yield send(s, i)
            else:
                yield select(send(s, i), recv(never))
        except GoPanic:
            pass
        log.append(f"s{i}")
        yield send(done, True)

    for i in range(5):
        go(sender, i)
    yield Gosched()
    log.append(f"got{(yield recv(s))}")
    close(s)
    for _ in range(5):
        yield recv(done)
    print_lines(log)


def waitgroups():
    log = []
    wg, everybody, mu = sync.WaitGroup(), sync.WaitGroup(), sync.Mutex()
    cond = sync.NewCond(mu)
    wg.Add(3)

    def waiter(i):
        yield wg.Wait()
        log.append(f"w{i}")
        yield mu.Lock()
        yield cond.Wait()
        log.append(f"c{i}")
        mu.Unlock()
        log.append(f"u{i}")
        everybody.Done()

    def counter(i):
        log.append(f"d{i}")
        wg.Done()
        log.append(f"e{i}")

    for i in range(4):
        everybody.Add(1)
        go(waiter, i)
    for i in range(3):
        go(counter, i)
    for _ in range(4):
        yield Gosched()
    cond.Signal()
    log.append("signalled")
    yield Gosched()
    yield mu.Lock()
    cond.Broadcast()
    log.append("broadcast")
    yield Gosched()
    log.append("unlocking")
    mu.Unlock()
    yield everybody.Wait()
    print_lines(log)


def mutexes():
    log = []
    mu, everybody = sync.Mutex(), sync.WaitGroup()
    yield mu.Lock()

    def worker(i):
        for k in range(3):
            yield mu.Lock()
            log.append(f"l{i} {k}")
            if i % 2 == 1:
                yield Gosched()
            mu.Unlock()
            log.append(f"u{i} {k}")
            if k == 1:
                yield Gosched()
        everybody.Done()

    for i in range(5):
        everybody.Add(1)
        go(worker, i)
    yield Gosched()
    for k in range(3):
        mu.Unlock()
        log.append(f"m{k}")
        if k != 1:
            yield Gosched()
        yield mu.Lock()
        log.append(f"n{k}")
        yield Gosched()
    mu.Unlock()
    yield everybody.Wait()
    print_lines(log)


def rwmutexes():
    log = []
    rw, everybody = sync.RWMutex(), sync.WaitGroup()
    yield rw.RLock()

    def worker(i):
        if i % 4 == 2:
            yield rw.Lock()
            log.append(f"W{i}")
            yield Gosched()
            log.append(f"X{i}")
            rw.Unlock()
        else:
            yield rw.RLock()
            log.append(f"r{i}")
            yield Gosched()
            log.append(f"s{i}")
            rw.RUnlock()
        log.append(f"e{i}")
        everybody.Done()

    def attempt():
        tried = rw.TryRLock(), rw.TryLock()
        log.append("try " + " ".join(str(ok).lower() for ok in tried))

    for i in range(8):
        everybody.Add(1)
        go(worker, i)
        if i == 4:
            yield Gosched()
    yield Gosched()
    attempt()
    rw.RUnlock()
    log.append("free")
    yield everybody.Wait()
    attempt()
    print_lines(log)


def selecting():
    log, done = [], make_chan(bool, 100)
    ch = [make_chan(int, i % 2) for i in range(4)]
    never, nobody = make_chan(int), make_chan(int)

    def worker(i):
        _, v, _ = yield select(recv(ch[i % 4]), send(never, i))
        log.append(f"r{i} {v}")
        yield select(send(ch[(i + 1) % 4], i), recv(nobody))
        log.append(f"s{i}")
        yield send(done, True)

    for i in range(8):
        go(worker, i)
    yield Gosched()
    for i in range(4):
        case, _, _ = yield select(send(ch[3 - i], 10 + i), default=True)
        log.append(f"{'n' if case == DEFAULT else 'm'}{i}")
        if i == 1:
            yield Gosched()
    for i in range(40):
        case, _, _ = yield select(recv(done), default=True)
        if case == 0:
            log.append("d")
        else:
            case, v, _ = yield select(recv(ch[i % 4]), default=True)
            if case != DEFAULT:
                log.append(f"t{v}")
        yield Gosched()
    print_lines(log)


def gosched():
    log, done = [], make_chan(bool, 10)

    def child(i, k, c):
        log.append(1000 + 100 * i + k)
        yield send(c, True)

    def worker(i):
        for k in range(50):
            log.append(100 * i + k)
            if k % 7 == i:
                c = make_chan(bool)
                go(child, i, k, c)
                yield recv(c)
            yield Gosched()
        yield send(done, True)

    for i in range(5):
        go(worker, i)
    for _ in range(5):
        yield recv(done)
    print_lines(log)


def overflow():
    log, wg = [], sync.WaitGroup()

    def worker(i):
        log.append(i)
        if i % 50 == 0:
            yield Gosched()
            log.append(1000 + i)
        wg.Done()

    for i in range(700):
        wg.Add(1)
        go(worker, i)
    yield wg.Wait()
    print_lines(log)


def sleeping():
    log, done, c = [], make_chan(bool, 100), make_chan(int)
    start = time.Now()

    def say(text):
        log.append(f"{text} {time.Since(start)}")

    def worker(i):
        nap = 10 * (1 + i % 3)
        yield time.Sleep(nap * MS)
        say(f"a{i}")
        if i % 2 == 0:
            yield send(c, i)
        else:
            say(f"got{(yield recv(c))}")
        yield time.Sleep((60 - nap) * MS)
        say(f"b{i}")
        yield send(done, True)

    for i in range(7):
        go(worker, i)
    time.AfterFunc(20 * MS, lambda: say("func"))
    ticker = time.NewTicker(15 * MS)
    n = 0
    while n < 7:
        case, _, _ = yield select(recv(ticker.C), recv(done))
        if case == 1:
            n += 1
            continue
        say("tick")
        case, v, _ = yield select(recv(c), default=True)
        if case == 0:
            say(f"main{v}")
    ticker.Stop()
    print_lines(log)


def pipeline():
    log, wg = [], sync.WaitGroup()
    first, second = make_chan(int), make_chan(int, 3)

    def producer():
        for i in range(12):
            log.append(f"p{i}")
            yield send(first, i)
        close(first)

    def worker(w):
        def square(v):
            log.append(f"w{w} {v}")
            yield send(second, v * v)

        yield from recv_range(first, square)
        wg.Done()

    def closer():
        yield wg.Wait()
        log.append("all")
        close(second)

    go(producer)
    for w in range(3):
        wg.Add(1)
        go(worker, w)
    go(closer)
    yield from recv_range(second, lambda v: log.append(f"m{v}"))
    print_lines(log)


def print_lines(log):
    for line in log:
        fmt.Println(line)


MAINS = {
    main.__name__: main
    for main in (
        nested,
        closing,
        waitgroups,
        mutexes,
        rwmutexes,
        selecting,
        gosched,
        overflow,
        sleeping,
        pipeline,
    )
}
