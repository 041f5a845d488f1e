"""The heap of a program in gosim and in real Go, at the same instants.

Models   nothing in Go.
Read     gosim.oracle.faketime first, gosim.oracle.compare next.
Leaves out   what is allocated before main begins: the first sample is the zero of both.

A program is sampled by itself: a second file has a main of its own, which starts a goroutine
that sleeps, collects and reads runtime.MemStats, and then calls the program's main under
another name.  gosim runs the very same two files, so the goroutine, its timer and its stack are
in both.  The samples are taken in a run of their own: a goroutine more may change an order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from gosim.units import format_duration

SAMPLES: Final = 5
"""Samples while the program runs; one more is taken when main has returned."""

FILE: Final = "zz_gosim_samples.go"

NEAR: Final = 0.01
"""How far apart the two may be, as a part of what Go has …"""

OBJECTS_APART: Final = 64
BYTES_APART: Final = 16 << 10
"""… and what a runtime keeps for itself meanwhile: buffers of fmt, a cache, a larger table …"""

OBJECTS_OF_GODEBUG: Final = 70
BYTES_OF_GODEBUG: Final = 16 << 10
"""… and what it needs to count the use of a setting, when go.mod asks for the ways of an old Go."""

_MAIN: Final = re.compile(rb"^func\s+main\s*\(\s*\)", re.MULTILINE)
_SAMPLE: Final = re.compile(r"^gosim-sample (\d+) (\d+) (\d+)$", re.MULTILINE)

_SAMPLER: Final = """package main

import (
	"runtime"
	"time"
)

func gosimSample(n int) {{
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	println("gosim-sample", n, m.HeapObjects, m.HeapAlloc)
}}

func main() {{
	const step, samples time.Duration = {step}, {samples}
	gosimSample(0)
	go func() {{
		for n := 1; step > 0 && n <= int(samples); n++ {{
			time.Sleep(step)
			gosimSample(n)
		}}
	}}()
	gosimMain()
	time.Sleep(1) // Goroutines that can end now may.
	gosimSample(int(samples) + 1)
}}
"""


class Heap(NamedTuple):
    """What a sample found: objects and bytes that survived a collection, since main began."""

    objects: int
    bytes: int


def step_of(ended_at: int) -> int:
    """Return the time between samples: odd, so that they fall between the program's instants."""
    return ended_at // (SAMPLES + 1) | 1 if ended_at > SAMPLES else 0


def sampled(files: Mapping[str, bytes], ended_at: int) -> dict[str, bytes]:
    """Return the program that samples itself."""
    renamed = {name: _MAIN.sub(b"func gosimMain()", text) for name, text in files.items()}
    step = step_of(ended_at)
    return {**renamed, FILE: _SAMPLER.format(step=step, samples=SAMPLES).encode()}


def samples_of(stderr: str) -> dict[int, Heap]:
    """Return the samples by number, each less the first."""
    found = {int(n): Heap(int(o), int(b)) for n, o, b in _SAMPLE.findall(stderr)}
    zero = found.pop(0, None)
    if zero is None:
        return {}
    return {n: Heap(heap.objects - zero.objects, heap.bytes - zero.bytes)
            for n, heap in found.items()}  # fmt: skip


def instant_of(number: int, ended_at: int) -> str:
    """Return when a sample was taken, in words."""
    if number > SAMPLES:
        return "at the end"
    at = step_of(ended_at) * number
    unit = 10 ** max(len(str(at)) - 3, 0)
    return f"at {format_duration(at // unit * unit)}"


def near(mine: int, other: int, apart: int) -> bool:
    """Return whether two numbers are as near as the two worlds can be."""
    return abs(mine - other) <= max(NEAR * abs(other), apart)


def distance(mine: int, other: int) -> str:
    """Return in words how far apart two numbers are."""
    if mine == other:
        return "equal"
    if not other:
        return f"{mine - other:+,}"
    return f"{(mine - other) / abs(other):+.2%}"
