"""Every size is the one that real Go was measured to use, in each version measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gosim import Struct, close, go, make_chan, recv, run, select, send, time
from gosim.kernel import running
from gosim.memory import Sizes, size_class
from gosim.memory.sizes import SIZE_CLASSES

GOLDEN = Path(__file__).parents[1] / "golden" / "memory_sizes.json"
MEASURED = json.loads(GOLDEN.read_text(encoding="utf-8"))
VERSIONS = MEASURED["versions"]

every_version = pytest.mark.parametrize("version", VERSIONS)


def minor(version):
    return int(version.split(".")[1])


def struct_size(name, version):
    return MEASURED["struct_sizes"][name][VERSIONS.index(version)]


# -- size classes ----------------------------------------------------------------------------------


def test_the_size_classes_are_those_of_go():
    assert list(SIZE_CLASSES) == MEASURED["size_classes"]


def test_an_allocation_takes_the_smallest_class_it_fits_in():
    for size in range(1, SIZE_CLASSES[-1] + 1):
        assert size_class(size) == next(c for c in SIZE_CLASSES if c >= size)


def test_there_is_no_class_of_24_bytes_before_1_16():
    assert [size_class(size, minor=15) for size in (16, 17, 24, 25)] == [16, 32, 32, 32]
    assert [Sizes.of(minor).rounded(24, pointers=True) for minor in (15, 16)] == [32, 24]


def test_a_large_object_takes_whole_pages_and_nothing_takes_nothing():
    assert [size_class(n) for n in (0, 32769, 40960, 40961)] == [0, 40960, 40960, 49152]


# -- the runtime's own objects ---------------------------------------------------------------------


@every_version
def test_goroutines_sudogs_and_channels_have_the_size_of_their_struct(version):
    sizes = Sizes.of(minor(version))

    assert sizes.g == size_class(struct_size("runtime.g", version))
    assert sizes.sudog == size_class(struct_size("runtime.sudog", version))
    assert sizes.hchan == struct_size("runtime.hchan", version)


@every_version
def test_timers_have_the_size_of_their_struct(version):
    sizes = Sizes.of(minor(version))
    timer = struct_size("runtime.timeTimer", version) or struct_size("time.Timer", version)

    assert sizes.timer == size_class(timer)
    assert sizes.sleep_timer == size_class(struct_size("runtime.timer", version))


@every_version
def test_a_heap_of_timers_grows_as_append_does(version):
    sizes = Sizes.of(minor(version))
    era = "pre122" if minor(version) < 22 else "122plus"
    measured = MEASURED["timer_heap_growth"][f"{'ptr8' if sizes.slot == 8 else 'struct16'}_{era}"]

    capacities = [0]
    for _ in measured:
        capacities.append(sizes.grow(capacities[-1]))

    assert capacities[1:] == measured


# -- allocations per operation ---------------------------------------------------------------------

ELEMENTS = {
    "int": (8, False),
    "*int": (8, True),
    "struct{}": (0, False),
    "time.Time": (24, True),
    "[24]byte noptr": (24, False),
    "[24]byte ptr": (24, True),
}


@every_version
@pytest.mark.parametrize(
    "name", [name for name in MEASURED["allocs_per_op"] if name.startswith("make(chan")]
)
def test_a_channel_takes_what_it_took_in_go(name, version):
    elem, _, cap = name.removeprefix("make(chan ").removesuffix(")").partition(",")
    if "," not in name:
        cap = 0
    size, pointers = ELEMENTS[elem.removesuffix(f",{cap}")]

    made = Sizes.of(minor(version)).make_chan(size, pointers, int(cap))

    assert list(made) == MEASURED["allocs_per_op"][name][version]


def starting(function):
    """Return an operation that starts a goroutine and lets it run."""

    def operation():
        go(function)
        yield time.Sleep(1)

    return operation


def leaking():
    yield recv(channel_nobody_closes())


def channel_nobody_closes():
    """Return a channel that is the same for the whole run, so that it is counted once."""
    runtime = running.p.kernel.runtime
    if not hasattr(runtime, "never"):
        runtime.never = make_chan(Struct)
    return runtime.never


def sleeping():
    yield time.Sleep(time.Hour)


def calling(function):
    """Return an operation that calls a function and keeps what it returns."""

    def operation():
        kept.append(function())
        yield from ()

    return operation


kept = []


def one_ready():
    ready = channel_with_room()
    yield send(ready, 1)
    timer = time.After(time.Hour)
    kept.append(timer)
    yield select(recv(ready), recv(timer))


def channel_with_room():
    runtime = running.p.kernel.runtime
    if not hasattr(runtime, "ready"):
        runtime.ready = make_chan(int, 1)
    return runtime.ready


def buffered():
    ch = channel_with_room()
    yield send(ch, 1)
    yield recv(ch)


def stopped():
    timer = time.NewTimer(time.Hour)
    kept.append(timer)
    timer.Stop()
    yield from ()


def reset():
    runtime = running.p.kernel.runtime
    if not hasattr(runtime, "timer"):
        runtime.timer = time.NewTimer(time.Hour)
    runtime.timer.Reset(time.Hour)
    yield from ()


def handing_over():
    ch, done = channel_nobody_closes(), channel_with_room()

    def receiver():
        yield recv(ch)
        yield send(done, 1)

    go(receiver)
    yield time.Sleep(1)
    yield send(ch, None)
    yield recv(done)


# Name of the measured operation: (the operation here, bytes of closures that the model leaves out)
OPERATIONS = {
    "nothing": (calling(lambda: None), 0),
    "time.Now()": (calling(time.Now), 0),
    "time.After(1h)": (calling(lambda: time.After(time.Hour)), 0),
    "time.NewTimer(1h)": (calling(lambda: time.NewTimer(time.Hour)), 0),
    "time.NewTimer(1h)+Stop": (stopped, 0),
    "Timer.Reset(1h)": (reset, 0),
    "time.NewTicker(1h)": (calling(lambda: time.NewTicker(time.Hour)), 0),
    "time.AfterFunc(1h,static)": (calling(lambda: time.AfterFunc(time.Hour, leaking)), 0),
    "time.AfterFunc(1h,closure capturing 1 int)": (
        calling(lambda: time.AfterFunc(time.Hour, lambda: None)),
        1,
    ),
    "time.Sleep(1ns) same goroutine": (lambda: (yield time.Sleep(1)), 0),
    "select{ready; <-time.After(1h)}": (one_ready, 0),
    "chan send+recv buffered": (buffered, 0),
    "unbuffered handoff (sudog reuse)": (handing_over, 0),
    "go static() (blocks forever, new g)": (starting(leaking), 0),
    "go closure capturing 1 int (blocks forever)": (starting(leaking), 1),
    "go static() (returns at once, g reused)": (starting(lambda: None), 0),
    "go f(int) (blocks never, g reused)": (starting(lambda: None), 1),
    "goroutine that Sleeps 1h (new g + timer)": (starting(sleeping), 0),
}


def test_every_measured_operation_is_tried():
    unreferenced = {"time.After(1h) unreferenced"}  # The eras' own tests ask who keeps it.
    channels = {name for name in MEASURED["allocs_per_op"] if name.startswith("make(chan")}

    assert OPERATIONS.keys() | channels | unreferenced == MEASURED["allocs_per_op"].keys()


@every_version
@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_allocates_what_it_allocated_in_go(name, version):
    """Per operation, after a first round that fills the caches: objects and bytes."""
    operation, closures = OPERATIONS[name]
    rounds = 10
    counted = []

    def main():
        yield time.Sleep(1)  # main's own sleep timer is there before it counts
        channel_nobody_closes()
        channel_with_room()
        go(lambda: None)
        yield time.Sleep(1)
        yield from operation()
        runtime = running.p.kernel.runtime
        ledger, arrays = runtime.ledger, runtime.ledger.arrays
        for _ in range(2):
            of_arrays = sum(array.bytes for array in arrays)
            started = sum(1 for array in arrays if array.bytes)
            counted.append((ledger.live_objects - started, ledger.live_bytes - of_arrays))
            for _ in range(rounds if len(counted) == 1 else 0):
                yield from operation()

    run(main, go=version)
    kept.clear()
    (objects, size), (objects_after, size_after) = counted
    measured_objects, measured_bytes = MEASURED["allocs_per_op"][name][version]

    assert objects_after - objects == rounds * (measured_objects - closures)
    assert size_after - size == rounds * (measured_bytes - closures * Sizes.of(22).closure)


# -- leaks -----------------------------------------------------------------------------------------


def test_a_leaked_time_after_is_three_objects():
    def main():
        for _ in range(500):
            kept.append(time.After(time.Hour))
        yield time.Sleep(time.Second)

    result = run(main, go="1.22", sample=time.Second // 2)
    kept.clear()

    # Beside the timers: the array of the heap, and main's sleep timer.
    assert result.series["heap_objects"][-1] == 3 * 500 + 2


def test_leaked_goroutines_show_in_the_series():
    def main():
        for _ in range(500):
            go(leaking)
        yield time.Sleep(time.Second)

    result = run(main, go="1.22", sample=time.Second // 2)
    sizes = Sizes.of(22)

    # Beside g and sudog of each: their channel, the array of the heap, main's sleep timer.
    assert result.series["heap_objects"][-1] == 2 * 500 + 3
    listed = 4864 - 128  # The list of all goroutines; before main it has room for 16.
    assert result.series["heap_live_bytes"][-1] == 500 * (sizes.g + sizes.sudog) + (
        sizes.channel + sizes.array_bytes(1) + sizes.sleep_timer + listed
    )


def test_goroutines_that_have_ended_are_used_again():
    def main():
        for _ in range(100):
            go(lambda: None)
            yield time.Sleep(1)

    result = run(main, go="1.22")
    result_of_none = run(lambda: (yield time.Sleep(1)), go="1.22")
    more = result.summary["heap_objects_max"] - result_of_none.summary["heap_objects_max"]

    assert more <= 1


def test_a_closed_channel_gives_its_sudogs_back():
    def main():
        for _ in range(3):
            ch = make_chan(Struct)
            for _ in range(20):
                go(lambda ch=ch: (yield recv(ch)))
            yield time.Sleep(1)
            close(ch)
            yield time.Sleep(1)
        assert running.p.kernel.sudogs_made == running.p.kernel.sudogs_free == 20

    run(main)
