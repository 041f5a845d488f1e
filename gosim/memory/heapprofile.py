"""A heap profile: the file that `go tool pprof` opens, with Go's own stacks.

Models   runtime/pprof/protomem.go and proto.go of Go 1.19 to 1.27: writeHeapProto, profileBuilder.
Read     gosim.memory.snapshot and gosim.memory.protobuf first.
Leaves out   sampling: every object counts, as with MemProfileRate=1; addresses; the objects that
             the runtime and the profiler make for themselves.

A profile is a list of samples.  Each has a stack, the leaf first, the size of its objects as a
label, and four values: objects and bytes allocated so far, objects and bytes in use.  Functions
of package runtime at the leaf are hidden, so a channel counts for its caller.
"""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from gosim.memory import protobuf
from gosim.memory.names import CHANNEL_TIMER, FUNC_TIMERS, TIME_CHANNEL, WITH_TIMEOUT
from gosim.memory.snapshot import Kind, Snapshot

SAMPLE_TYPES: Final = (
    ("alloc_objects", "count"),
    ("alloc_space", "bytes"),
    ("inuse_objects", "count"),
    ("inuse_space", "bytes"),
)
"""The four values of a sample; viewers show the last one first."""

Frame = tuple[str, str, int]
"""A function, its file and the line of the call."""

Values = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sample:
    """Objects of one size from one stack, the leaf first."""

    stack: tuple[str, ...]
    size: int
    values: Values


def samples(snapshot: Snapshot) -> list[Sample]:
    """Return the samples of a snapshot, those with most bytes in use first."""
    found: list[Sample] = []
    for kind in snapshot.kinds:
        for callers, made, live in _callers(snapshot, kind):
            found += [
                _sample((*piece.site.split(";"), *callers), piece.bytes, made, live)
                for piece in kind.pieces
                if made
            ]
    for heap in snapshot.heaps:
        for size, times in Counter(heap.arrays).items():
            live = 1 if size == heap.array_bytes else 0
            found.append(_sample(_array_stack(snapshot), size, times, live))
    return sorted(_merged(found), key=lambda s: (-s.values[3], -s.values[1], s.stack, s.size))


def _sample(stack: tuple[str, ...], size: int, made: int, live: int) -> Sample:
    seen = [name for name, before in zip(stack, ("", *stack), strict=False)
            if name != before.partition("@")[0]]  # fmt: skip
    return Sample(tuple(seen), size, (made, made * size, live, live * size))


def _merged(found: list[Sample]) -> list[Sample]:
    """Add up the samples of the same stack and size."""
    sums: dict[tuple[tuple[str, ...], int], Values] = {}
    for sample in found:
        a = sums.get((sample.stack, sample.size), (0, 0, 0, 0))
        b = sample.values
        sums[sample.stack, sample.size] = (a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3])
    return [Sample(stack, size, values) for (stack, size), values in sums.items()]


def _callers(snapshot: Snapshot, kind: Kind) -> list[tuple[tuple[str, ...], int, int]]:
    """Return who made a kind's objects: (callers, made, live) of each."""
    main = ("main.main", "runtime.main")
    if kind.pieces and kind.pieces[-1].site == "runtime.malg":
        return [(("runtime.systemstack",), kind.made, kind.live)]
    if kind.name in (CHANNEL_TIMER, TIME_CHANNEL):
        share = snapshot.explicit / kind.made if kind.made else 0.0
        live = round(kind.live * share)
        after = (("time.After", *main), kind.made - snapshot.explicit, kind.live - live)
        return [after, (main, snapshot.explicit, live)]
    if kind.name in FUNC_TIMERS and _count(snapshot, WITH_TIMEOUT):
        new = snapshot.minor >= 21
        cause = ("context.WithDeadlineCause",) if new else ()
        callers = (*cause, "context.WithDeadline", "context.WithTimeout", *main)
        return [(callers, kind.made, kind.live)]
    return [(main, kind.made, kind.live)]


def _count(snapshot: Snapshot, *names: str) -> int:
    return sum(kind.made for kind in snapshot.kinds if kind.name in names)


def _array_stack(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the stack that grows the array of a heap: that of the timers made most often."""
    channels, functions = _count(snapshot, CHANNEL_TIMER), _count(snapshot, *FUNC_TIMERS)
    leaf = "time.newTimer" if snapshot.minor >= 23 else "time.startTimer"
    if functions > channels:
        kind = next(kind for kind in snapshot.kinds if kind.name in FUNC_TIMERS)
        return leaf, "time.AfterFunc", *_callers(snapshot, kind)[0][0]
    after = ("time.After",) if channels > snapshot.explicit else ()
    return leaf, "time.NewTimer", *after, "main.main", "runtime.main"


# -- the file --------------------------------------------------------------------------------


@dataclass
class _Tables:
    """The tables that a profile refers to by number."""

    strings: dict[str, int] = field(default_factory=lambda: {"": 0})
    functions: dict[str, int] = field(default_factory=dict)
    locations: dict[tuple[str, ...], int] = field(default_factory=dict)

    def string(self, text: str) -> int:
        return self.strings.setdefault(text, len(self.strings))

    def function(self, name: str) -> int:
        return self.functions.setdefault(name, len(self.functions) + 1)

    def location(self, names: tuple[str, ...]) -> int:
        return self.locations.setdefault(names, len(self.locations) + 1)


def encode(snapshot: Snapshot) -> bytes:
    """Return the profile as a gzip-compressed protocol buffer, the same for the same snapshot."""
    tables, write = _Tables(), protobuf.field
    types = [_value_type(tables, *pair) for pair in SAMPLE_TYPES]
    body = b"".join(write(1, kind) for kind in types)
    body += b"".join(write(2, _encoded(tables, sample)) for sample in samples(snapshot))
    mapping = write(1, 1) + write(2, 0x400000) + write(3, 0x500000)
    body += write(3, mapping + write(5, tables.string("gosim")) + write(7, 1))
    for names, number in tables.locations.items():
        lines = b"".join(_line(tables, name, snapshot.minor) for name in names)
        address = 0x400000 + 16 * number
        body += write(4, write(1, number) + write(2, 1) + write(3, address) + lines)
    for name, number in tables.functions.items():
        file = tables.string(_place(name, snapshot.minor)[0])
        text = tables.string(name.partition("@")[0])
        body += write(5, write(1, number) + write(2, text) + write(3, text) + write(4, file))
    period = _value_type(tables, "space", "bytes")
    body += b"".join(write(6, text.encode()) for text in tables.strings)
    body += write(9, snapshot.at) + write(11, period) + write(12, 1)
    return gzip.compress(body, mtime=0)


def _value_type(tables: _Tables, name: str, unit: str) -> bytes:
    return protobuf.field(1, tables.string(name)) + protobuf.field(2, tables.string(unit))


def _encoded(tables: _Tables, sample: Sample) -> bytes:
    """Return one sample.  `time.After` is inlined, so it shares a location with its caller."""
    places: list[tuple[str, ...]] = []
    for name in sample.stack:
        if places and places[-1] == ("time.After",):
            places[-1] = ("time.After", name)
        else:
            places.append((name,))
    locations = [tables.location(names) for names in places]
    label = protobuf.field(1, tables.string("bytes")) + protobuf.field(3, sample.size)
    return (
        protobuf.field(1, locations) + protobuf.field(2, sample.values) + protobuf.field(3, label)
    )


def _line(tables: _Tables, name: str, minor: int) -> bytes:
    line = protobuf.field(1, tables.function(name)) + protobuf.field(2, _place(name, minor)[1])
    return protobuf.field(4, line)


def _place(name: str, minor: int) -> tuple[str, int]:
    """Return the file and the line of a function in Go's source, as recorded on 1.22 or 1.27."""
    new = minor >= 23
    _, own, place = name.partition("@")
    if own:
        file, _, line = place.rpartition(":")
        return file, int(line)
    return {
        "time.NewTimer": ("time/sleep.go", 111 if new else 87),
        "time.After": ("time/sleep.go", 170 if new else 157),
        "time.AfterFunc": ("time/sleep.go", 215 if new else 170),
        "time.Sleep": ("runtime/time.go", 340 if new else 193),
        "time.startTimer": ("runtime/time.go", 215),
        "time.newTimer": ("runtime/time.go", 395),
        "runtime.main": ("runtime/proc.go", 302 if new else 271),
        "main.main": ("main.go", 0),
    }.get(name, ("", 0))
