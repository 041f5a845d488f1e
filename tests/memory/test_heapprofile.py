"""A heap profile is what real Go writes: the same stacks, the same numbers, opened by pprof."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from gosim import coarse, go, make_chan, recv, run, select, send, time
from gosim.memory import heapprofile, why
from gosim.memory.protobuf import fields, unpacked

GOLDEN = Path(__file__).parents[1] / "golden" / "memory_allocs.json"
PPROF = json.loads(GOLDEN.read_text(encoding="utf-8"))["pprof"]


def leak(messages):
    ch = make_chan(int, 10)

    def producer():
        coarse()
        while True:
            yield send(ch, 1)

    go(producer)
    coarse()
    for _ in range(messages):
        yield select(recv(ch), recv(time.After(3 * time.Minute)))


def snapshot_of(version):
    return run(leak, 1_001, go=version, costs="go", grain=1_000).snapshot


def decoded(profile):
    """Return the types and the samples of a profile: {(stack, size): values}."""
    functions, locations, found = {}, {}, {}
    content = list(fields(gzip.decompress(profile)))
    strings = [value.decode() for number, value in content if number == 6]
    for number, value in content:
        if number == 5:
            function = dict(fields(value))
            functions[function[1]] = strings[function[2]]
        if number == 4:
            lines = [dict(fields(line)) for key, line in fields(value) if key == 4]
            locations[dict(fields(value))[1]] = [line[1] for line in lines]
    for number, value in content:
        if number == 2:
            sample = dict(fields(value))
            stack = [functions[f] for loc in unpacked(sample[1]) for f in locations[loc]]
            found[tuple(stack), dict(fields(sample[3]))[3]] = unpacked(sample[2])
    types = [[strings[n] for _, n in fields(value)] for number, value in content if number == 1]
    return types, found


@pytest.mark.parametrize("version", ["1.19", "1.22.10"])
def test_the_samples_of_the_leak_are_those_of_real_go(version):
    types, found = decoded(heapprofile.encode(snapshot_of(version)))
    three_objects = [sample for sample in PPROF[version] if sample[1] < 100]

    assert types == [list(pair) for pair in heapprofile.SAMPLE_TYPES]
    assert len(three_objects) == 3
    for frames, size, values in three_objects:
        assert found[tuple(frames), size] == pytest.approx(values, rel=1e-5)


def test_the_array_of_the_heap_is_under_start_timer_with_all_that_it_has_been():
    _, found = decoded(heapprofile.encode(snapshot_of("1.22")))
    arrays = {size: v for (stack, size), v in found.items() if stack[0] == "time.startTimer"}
    measured = {s[1]: s[2] for s in PPROF["1.22.10"] if s[0][0] == "time.startTimer"}

    assert arrays[9_084_928][2] == 1
    assert sum(values[2] for values in arrays.values()) == 1
    assert sum(values[1] for values in arrays.values()) > 40_000_000
    assert len(measured) == 3, "on two Ps, real Go had two heaps of half the size"


def test_from_1_23_on_nothing_is_in_use_but_all_was_allocated():
    _, found = decoded(heapprofile.encode(snapshot_of("1.27")))
    stack = ("time.newTimer", "time.NewTimer", "time.After", "main.main", "runtime.main")
    allocated, allocated_bytes, _, in_use = found[stack, 112]

    assert allocated == pytest.approx(1_000_000, rel=0.002)
    assert allocated_bytes == 112 * allocated
    assert in_use < 1_000


def test_the_same_snapshot_makes_the_same_file():
    assert heapprofile.encode(snapshot_of("1.22")) == heapprofile.encode(snapshot_of("1.22"))


@pytest.mark.go
@pytest.mark.parametrize(
    ("index", "row"),
    [("inuse_space", "195312.70kB"), ("inuse_objects", "3000003"), ("alloc_space", "195312.70kB")],
)
def test_go_tool_pprof_shows_the_listing_of_real_go(index, row, goroots, tmp_path):
    file = tmp_path / "heap.pb.gz"
    file.write_bytes(heapprofile.encode(snapshot_of("1.22")))
    for goroot in goroots.values():
        command = [goroot / "bin" / "go", "tool", "pprof", "-top", f"-sample_index={index}", file]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()

        assert any(row in line and line.endswith("time.NewTimer") for line in lines), done.stderr
        assert any(line.endswith("time.After (inline)") for line in lines)


# -- why -------------------------------------------------------------------------------------------


def test_the_leak_is_kept_by_the_heap_of_a_p():
    text = why.render(snapshot_of("1.22"))
    order = ["P 0", "timers", "slot", "time.Timer", "runtime.hchan", "[1]time.Time"]

    assert [text.index(word) for word in order] == sorted(text.index(word) for word in order)
    assert "1.00 million × 80 B = 80.0 MB" in text


def test_a_context_without_cancel_is_kept_in_every_version():
    from gosim import context

    def main():
        for _ in range(500):
            ctx, _ = context.WithTimeout(context.Background(), time.Minute)
            ctx.Done()
        yield time.Sleep(time.Second)

    for version in ("1.19", "1.22", "1.27"):
        group = why.groups(run(main, go=version).snapshot)[0]
        assert group.root == "P 0"
        assert "context.timerCtx" in [link.what for link in group.links]
        assert group.links[2].count == 500


def test_what_a_variable_refers_to_is_said_to_be_its_own():
    def main():
        channels = [make_chan(int, 100) for _ in range(100)]
        yield time.Sleep(time.Second)
        assert channels

    group = why.groups(run(main, until=time.Second // 2).snapshot)[0]

    assert (group.root, group.links[0].count) == ("the variable channels of main", 100)
