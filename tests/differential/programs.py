"""Random Go programs whose output does not depend on what Go leaves to the scheduler.

Each goroutine keeps its own log, and main prints the logs at the end.  What a goroutine notes is
determined for one of two reasons:

    a plain channel has one sender and one receiver, and neither looks before it waits;
    everything else that goroutines share is touched only after a nap, and no two naps of a
    program take the same time, so that no two goroutines touch anything in the same instant.

What remains is a `select` that finds two cases ready: worlds.in_gosim finds it in a run.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import strategies as st

PACKAGES = ("context", "errors", "fmt", "runtime", "sync", "sync/atomic", "time")
END = "3*time.Second"


@dataclass
class Resources:
    """What the goroutines of a program share; plain channels have a sender and a receiver."""

    plain: list[tuple[str, int, int]] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)


class Author:
    """Writes a program, statement by statement, as `draw` decides."""

    def __init__(self, draw):
        self.draw = draw
        self.lines: list[str] = []
        self.depth = 1
        self.names = 0
        self.logs = 0
        self.log = 0
        self.naps = 0
        self.loops = 0
        self.spawned = 0
        self.timers: list[str] = []
        self.closed: set[str] = set()
        self.mine: list[str] = []
        self.theirs: list[str] = []
        self.has = Resources()

    def number(self, least, most):
        return self.draw(st.integers(least, most))

    def one_of(self, *choices):
        return self.draw(st.sampled_from(choices))

    def chance(self, percent):
        return self.number(1, 100) <= percent

    def name(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    def write(self, *lines):
        self.lines += ["\t" * self.depth + line for line in lines]

    @contextmanager
    def block(self, head, tail="}"):
        self.write(head)
        self.depth += 1
        timers = list(self.timers)
        yield
        self.timers = timers
        self.depth -= 1
        self.write(tail)

    @contextmanager
    def case(self, head):
        self.write(head)
        self.depth += 1
        yield
        self.depth -= 1

    def span(self, least=0, most=40):
        """Return a duration that no other place of the program has."""
        self.naps += 1
        odd = self.naps * 104_729 % 999_983
        return f"{self.number(least, most)}*time.Millisecond+{odd}"

    def nap(self, least=0, most=40):
        self.write(f"time.Sleep({self.span(least, most)})")

    def say(self, *values):
        self.write(f"say({', '.join([str(self.log), *values])})")

    def new_log(self):
        self.logs += 1
        return self.logs - 1

    @contextmanager
    def logged(self, log):
        """Write statements of another goroutine: its log, none of our timers, no loop."""
        mine = self.log, self.timers, self.loops, self.mine, self.theirs
        self.log, self.timers, self.loops, self.mine, self.theirs = log, [], 0, [], []
        yield
        self.log, self.timers, self.loops, self.mine, self.theirs = mine

    @contextmanager
    def looping(self, head):
        self.loops += 1
        with self.block(head):
            yield
        self.loops -= 1


def body(author, most=7):
    """Write some statements."""
    for _ in range(author.number(1, most)):
        statement(author)


def statement(author):
    """Write one statement, of those that are possible here."""
    choices = [nap_and_say, shared_op, shared_op, shared_select, shared_select, timer_new, ticker]
    choices += [after_func, context_op, mutex_op, counter_op, misuse, timeout]
    if author.mine or author.theirs:
        choices += [plain_op] * 6
    if author.timers:
        choices += [timer_op] * 5
    if author.loops < 2:
        choices += [loop, closure]
    if not author.loops and author.spawned < 4:
        choices += [children, spawn, pool, pipeline]
    author.draw(st.sampled_from(choices))(author)


def nap_and_say(author):
    author.nap()
    author.say('"awake"')


def loop(author):
    with author.looping(f"for i := 0; i < {author.number(2, 4)}; i++ {{"):
        body(author, 3)


def closure(author):
    """Deferred statements, and an early return."""
    with author.looping("func() {"):
        author.write(f'defer say({author.log}, "deferred")')
        body(author, 2)
        if author.chance(30):
            author.write(f"if len(logs[{author.log}])%2 == 0 {{", "\treturn", "}")
            body(author, 2)
    author.lines[-1] += "()"


def plain_op(author):
    """Send to, close, receive from or range over a channel with one sender and one receiver."""
    ch = author.one_of(*author.mine, *author.theirs)
    if ch in author.mine:
        if not author.loops and author.chance(25):
            author.write(f"close({ch})")
            author.mine.remove(ch)
        elif author.chance(40):
            with author.block(f"for i := 0; i < {author.number(2, 6)}; i++ {{"):
                author.write(f"{ch} <- i")
                if author.chance(40):
                    author.nap(0, 15)
            author.say('"sent all"')
        else:
            author.write(f"{ch} <- {author.number(0, 99)}")
            author.say('"sent"')
    elif author.chance(25):
        with author.block(f"for v := range {ch} {{"):
            author.say('"got"', "v")
        author.say('"closed"')
    else:
        value, ok = author.name("v"), author.name("ok")
        author.write(f"{value}, {ok} := <-{ch}")
        author.say('"got"', value, ok)


def shared_case(author):
    """Return the head of a select case, and what to say in it."""
    ch = author.one_of(*author.has.shared)
    if author.chance(50):
        return f"case {ch} <- {author.number(0, 99)}:", ['"sent"']
    return f"case v, ok := <-{ch}:", ['"got"', "v", "ok"]


def shared_op(author):
    """Do with a channel what does not wait long."""
    author.nap()
    ch = author.one_of(*author.has.shared)
    kind = author.number(1, 10)
    if kind <= 3:
        author.say('"len"', f"len({ch})", f"cap({ch})")
    elif kind <= 9:
        head, said = shared_case(author)
        with author.block("select {"):
            with author.case(head):
                author.say(*said)
            with author.case("default:"):
                author.say('"not ready"')
    elif author.loops:
        author.write(f"{ch} <- 1")
    else:
        with author.block(f"if !closed[{author.has.shared.index(ch)}] {{"):
            author.write(f"closed[{author.has.shared.index(ch)}] = true", f"close({ch})")


def shared_select(author):
    """Wait for one or two channels, a timer of ours, a context, or the time."""
    author.nap()
    quiet = author.one_of(
        [f"case <-time.After({author.span(1, 60)}):"],
        [f"case now := <-time.After({author.span(1, 60)}):", "now.Sub(start)"],
        [f"case <-{author.one_of(*author.has.contexts)}.Done():"] if author.has.contexts else [],
        [f"case now := <-{author.timers[-1]}.C:", "now.Sub(start)"] if author.timers else [],
        ["case <-time.After(-1):"],
    )
    with author.looping("func() {"):
        if author.chance(70):
            author.write("defer func() {", f"\tsay({author.log}, recover())", "}()")
        with author.block("select {"):
            for _ in range(author.number(1, 2)):
                head, said = shared_case(author)
                with author.case(head):
                    author.say(*said)
            if quiet:
                with author.case(quiet[0]):
                    author.say('"quiet"', *quiet[1:])
            if author.chance(15):
                with author.case("case <-nothing:"):
                    author.say('"impossible"')
    author.lines[-1] += "()"


def timer_new(author):
    timer = author.name("t")
    author.nap()
    author.write(f"{timer} := time.NewTimer({author.span(0, 60)})", f"_ = {timer}")
    author.timers.append(timer)
    timer_op(author)


def timer_op(author):
    """Do something with a timer that this goroutine has made."""
    timer = author.one_of(*author.timers)
    for _ in range(author.number(1, 3)):
        author.nap(0, 50)
        kind = author.number(1, 7)
        if kind == 1:
            author.say('"stop"', f"{timer}.Stop()")
        elif kind <= 3:
            author.say('"reset"', f"{timer}.Reset({author.span(0, 50)})")
        elif kind == 4:
            author.say('"timer"', f"len({timer}.C)", f"cap({timer}.C)")
        elif kind == 5:
            poll(author, timer)
        elif kind == 6:
            with author.block(f"if !{timer}.Stop() {{"):
                poll(author, timer)
        else:
            receive(author, timer)


def poll(author, timer):
    with author.block("select {"):
        with author.case(f"case now := <-{timer}.C:"):
            author.say('"fired"', "now.Sub(start)")
        with author.case("default:"):
            author.say('"has not fired"')


def receive(author, timer):
    with author.block("select {"):
        with author.case(f"case now := <-{timer}.C:"):
            author.say('"fired"', "now.Sub(start)")
        with author.case(f"case <-time.After({author.span(5, 80)}):"):
            author.say('"quiet"')


def timeout(author):
    """The idiom itself: a timeout beside a channel, in a loop."""
    ch = author.one_of(*author.has.shared)
    with author.looping(f"for i := 0; i < {author.number(2, 5)}; i++ {{"):
        with author.block("select {"):
            with author.case(f"case v, ok := <-{ch}:"):
                author.say('"message"', "v", "ok")
            with author.case(f"case <-time.After({author.span(1, 30)}):"):
                author.say('"timeout"', "i")
        author.nap(0, 10)


def ticker(author):
    name = author.name("tick")
    author.nap()
    author.write(f"{name} := time.NewTicker({author.span(3, 30)})")
    for _ in range(author.number(1, 3)):
        with author.looping(f"for i := 0; i < {author.number(1, 4)}; i++ {{"):
            author.write(f"at := <-{name}.C")
            author.say('"tick"', "i", "at.Sub(start)")
            if author.chance(50):
                author.nap(0, 60)
        kind = author.number(1, 4)
        if kind == 1:
            author.nap()
            author.write(f"{name}.Reset({author.span(3, 30)})")
        elif kind == 2:
            author.nap()
            author.write(f"{name}.Stop()")
            author.nap()
            poll(author, name)
            author.write(f"{name}.Reset({author.span(3, 30)})")
        elif kind == 3:
            author.nap()
            author.say('"ticker"', f"len({name}.C)")
    if author.chance(80):
        author.write(f"{name}.Stop()")


def after_func(author):
    """A function that runs later, stopped or set anew."""
    name = author.name("f")
    author.nap()
    log = author.new_log()
    head = f"{name} := time.AfterFunc({author.span(0, 60)}, func() {{"
    with author.block(head, "})"), author.logged(log):
        author.say('"called"')
        if author.chance(40):
            author.loops = 2
            author.one_of(shared_op, mutex_op, counter_op)(author)
        elif author.chance(30):
            author.write(f"cancel{author.one_of(*author.has.contexts)}()")
    author.write(f"_ = {name}")
    for _ in range(author.number(0, 2)):
        author.nap(0, 50)
        if author.chance(50):
            author.say('"stop"', f"{name}.Stop()")
        else:
            author.say('"reset"', f"{name}.Reset({author.span(0, 50)})")


def context_op(author):
    author.nap()
    ctx = author.one_of(*author.has.contexts)
    kind = author.number(1, 7)
    if kind <= 2:
        author.say(f'"{ctx}"', f"{ctx}.Err()", f"context.Cause({ctx})")
    elif kind == 3:
        author.write(f"cancel{ctx}()")
        author.say('"cancelled"', f"{ctx}.Err()")
    elif kind == 4:
        with author.block("select {"):
            with author.case(f"case <-{ctx}.Done():"):
                author.say('"done"', f"{ctx}.Err()")
            with author.case(f"case <-time.After({author.span(5, 60)}):"):
                author.say('"not done"')
    elif kind == 5:
        context_after(author, ctx)
    else:
        context_local(author, ctx)


def context_after(author, ctx):
    stop = author.name("stop")
    log = author.new_log()
    with (
        author.block(f"{stop} := context.AfterFunc({ctx}, func() {{", "})"),
        author.logged(log),
    ):
        author.say('"after"', f"{ctx}.Err()")
    author.nap(0, 60)
    author.say('"stopped"', f"{stop}()")


def context_local(author, parent):
    ctx, cancel = author.name("ctx"), author.name("cancel")
    with author.looping("func() {"):
        made = author.one_of("Timeout", "TimeoutCause", "Deadline", "Cancel", "Value")
        if made == "Value":
            author.write(f'{ctx} := context.WithValue({parent}, key("k"), {author.number(0, 9)})')
            author.say('"value"', f'{ctx}.Value(key("k"))', f'{ctx}.Value(key("x"))')
            author.write(f"{cancel} := func() {{}}")
        else:
            arguments = {
                "Timeout": f", {author.span(0, 60)}",
                "TimeoutCause": f', {author.span(0, 60)}, errors.New("too slow")',
                "Deadline": f", time.Now().Add({author.span(0, 60)})",
                "Cancel": "",
            }[made]
            author.write(f"{ctx}, {cancel} := context.With{made}({parent}{arguments})")
        author.write(f"defer {cancel}()")
        with author.block("select {"):
            with author.case(f"case <-{ctx}.Done():"):
                author.say('"done"', f"{ctx}.Err()", f"context.Cause({ctx})")
            with author.case(f"case <-time.After({author.span(0, 60)}):"):
                author.say('"in time"', f"{ctx}.Err()")
        author.write(f"{cancel}()")
        author.say(f"{ctx}.Err()", f"context.Cause({ctx})", f"{parent}.Err()")
    author.lines[-1] += "()"


def mutex_op(author):
    author.nap()
    if author.chance(60):
        mutex = f"mu{author.number(0, 1)}"
        if author.chance(30):
            with author.block(f"if {mutex}.TryLock() {{"):
                author.nap(0, 20)
                author.say('"tried"')
                author.write(f"{mutex}.Unlock()")
            return
        author.write(f"{mutex}.Lock()")
        author.say('"locked"')
        author.nap(0, 20)
        author.write(f"{mutex}.Unlock()")
    else:
        read = author.one_of("R", "R", "")
        author.write(f"rw.{read}Lock()")
        author.say(f'"{read}locked"')
        author.nap(0, 20)
        author.write(f"rw.{read}Unlock()")


def counter_op(author):
    author.nap()
    kind = author.number(1, 4)
    if kind == 1:
        author.say('"count"', f"count.Add({author.number(1, 9)})")
    elif kind == 2:
        with author.block("once.Do(func() {", "})"):
            author.nap(0, 20)
            author.say('"once"')
        author.say('"once done"')
    elif kind == 3:
        author.write("mu2.Lock()", "open++")
        author.say('"open"', "open")
        author.write(f"cond.{author.one_of('Broadcast', 'Signal')}()", "mu2.Unlock()")
    else:
        author.write("mu2.Lock()")
        with author.block(f"for open < {author.number(0, 3)} {{"):
            author.write("cond.Wait()")
        author.say('"opened"')
        author.write("mu2.Unlock()")


def misuse(author):
    """A panic of Go's own, recovered."""
    author.nap()
    bad = author.one_of(
        "close(nothing)",
        "c := make(chan int, 1); close(c); c <- 1",
        "c := make(chan int); close(c); close(c)",
        "var w sync.WaitGroup; w.Done()",
        "time.NewTicker(0)",
        'panic(errors.New("own"))',
        "var t time.Timer; t.Stop()",
        f"panic({author.number(0, 9)})",
        "select { case c := <-nothing: _ = c; default: panic(1.5) }",
    )
    author.write("func() {", f"\tdefer func() {{ say({author.log}, recover()) }}()")
    author.write(*(f"\t{part}" for part in bad.split("; ") if "select" not in bad))
    if "select" in bad:
        author.write("\t" + bad.replace(" _ = c; ", "_ = c; "))
    author.write("}()")


def spawn(author):
    author.spawned += 1
    log = author.new_log()
    with author.block("go func() {", "}()"), author.logged(log):
        author.nap()
        author.say('"started"')
        body(author, 4)


def children(author):
    """Start some goroutines and wait for all of them."""
    author.spawned += 1
    group = author.name("wg")
    author.write(f"var {group} sync.WaitGroup")
    for _ in range(author.number(1, 3)):
        log = author.new_log()
        author.write(f"{group}.Add(1)")
        with author.block("go func() {", "}()"), author.logged(log):
            author.write(f"defer {group}.Done()")
            body(author, 3)
    author.write(f"{group}.Wait()")
    author.say('"joined"')


def pool(author):
    """Workers, jobs and results."""
    author.spawned += 1
    jobs, results = author.name("jobs"), author.name("results")
    count, buffer = author.number(2, 8), author.number(0, 3)
    author.write(f"{jobs} := make(chan int, {buffer})", f"{results} := make(chan string, {count})")
    for worker in range(author.number(1, 3)):
        with author.block("go func() {", "}()"):
            author.nap(0, 10)
            with author.block(f"for job := range {jobs} {{"):
                author.nap(0, 30)
                author.write(f'{results} <- fmt.Sprintf("worker {worker} job %d", job)')
    with author.block(f"for i := 0; i < {count}; i++ {{"):
        author.nap(0, 8)
        author.write(f"{jobs} <- i")
        author.say('"gave"', "i")
    author.write(f"close({jobs})")
    with author.block(f"for i := 0; i < {count}; i++ {{"):
        author.say(f"<-{results}")


def pipeline(author):
    """Stages, each a goroutine, with plain channels between them."""
    author.spawned += 1
    channels = [author.name("stage") for _ in range(author.number(2, 4))]
    for channel in channels:
        author.write(f"{channel} := make(chan int, {author.number(0, 2)})")
    with author.block("go func() {", "}()"):
        with author.block(f"for i := 0; i < {author.number(1, 6)}; i++ {{"):
            author.write(f"{channels[0]} <- i")
            if author.chance(50):
                author.nap(0, 10)
        author.write(f"close({channels[0]})")
    for before, after in pairwise(channels):
        with author.block("go func() {", "}()"):
            author.write(f"defer close({after})")
            with author.block(f"for v := range {before} {{"):
                author.nap(0, 10)
                author.write(f"{after} <- v*{author.number(1, 9)}")
    with author.block(f"for v := range {channels[-1]} {{"):
        author.say('"out"', "v")


def declare(author, goroutines):
    """Write what the goroutines share."""
    author.write(
        "closed := map[int]bool{}",
        "var nothing chan int",
        "var mu0, mu1, mu2 sync.Mutex",
        "var rw sync.RWMutex",
        "var once sync.Once",
        "var count atomic.Int64",
        "cond, open := sync.NewCond(&mu2), 0",
        "type key string",
        "_, _, _, _, _, _, _, _, _ = closed, nothing, &mu0, &mu1, &rw, &once, &count, cond, open",
        '_, _, _ = key(""), errors.New, context.Background',
    )
    for number in range(author.number(0, 3)):
        sender = author.number(0, goroutines - 1)
        receiver = (sender + author.number(1, goroutines - 1)) % goroutines
        author.has.plain.append((f"c{number}", sender, receiver))
        author.write(f"c{number} := make(chan int, {author.number(0, 3)})", f"_ = c{number}")
    for number in range(author.number(1, 3)):
        author.has.shared.append(f"s{number}")
        author.write(f"s{number} := make(chan int, {author.one_of(0, 0, 1, 2)})", f"_ = s{number}")
    parent = "context.Background()"
    for number in range(author.number(1, 3)):
        ctx = f"ctx_{number}"
        made = (
            f"WithTimeout({parent}, {author.span(10, 200)})"
            if author.chance(50)
            else f"WithCancel({parent})"
        )
        author.write(f"{ctx}, cancel{ctx} := context.{made}", f"_, _ = {ctx}, cancel{ctx}")
        author.has.contexts.append(ctx)
        parent = author.one_of("context.Background()", ctx)


@st.composite
def programs(draw):
    """Return the text of a program."""
    author = Author(draw)
    goroutines = author.number(2, 4)
    declare(author, goroutines)
    author.logs = goroutines
    for log in range(goroutines):
        with author.block("go func() {", "}()"), author.logged(log):
            author.mine = [name for name, sender, _ in author.has.plain if sender == log]
            author.theirs = [name for name, _, receiver in author.has.plain if receiver == log]
            body(author)
            author.say('"end"')
    return whole(author)


def whole(author):
    """Return the program around what the author wrote."""
    text = "\n".join(
        [
            "func main() {",
            "\tstart := time.Now()",
            f"\tlogs := make([][]string, {author.logs})",
            "\tsay := func(log int, values ...any) {",
            '\t\tline := fmt.Sprintf("%12d ", time.Since(start)) + fmt.Sprintln(values...)',
            "\t\tlogs[log] = append(logs[log], line)",
            "\t}",
            *author.lines,
            f"\ttime.Sleep({END})",
            "\tfor log, lines := range logs {",
            '\t\tfmt.Printf("log %d\\n", log)',
            "\t\tfor _, line := range lines {",
            "\t\t\tfmt.Print(line)",
            "\t\t}",
            "\t}",
            '\tfmt.Println("goroutines", runtime.NumGoroutine(), time.Since(start))',
            "}",
        ]
    )
    used = [p for p in PACKAGES if re.search(rf"\b{p.rpartition('/')[2]}\.", text)]
    imports = "\n".join(f'\t"{package}"' for package in used)
    return f"package main\n\nimport (\n{imports}\n)\n\n{text}\n"
