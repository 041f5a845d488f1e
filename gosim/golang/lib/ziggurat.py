"""Normally and exponentially distributed numbers, from Go's tables.

Models   math/rand/normal.go, exp.go of Go 1.22: NormFloat64, ExpFloat64, absInt32.
Read     nothing first; gosim.golang.lib.gorand and gorand2 next.
Leaves out   the tables kn, wn, fn, ke, we, fe: they are worked out here.

The ziggurat of Marsaglia and Tsang covers the curve with layers of equal area.  A layer is chosen
at random, and a place in it; nearly all of a layer is under the curve, and where it may not be,
the curve itself is asked.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

RN: Final = 3.442619855899
RE: Final = 7.69711747013104972


class Layers(NamedTuple):
    """For each layer: its sure part, the width of a step, the height of the curve."""

    sure: list[int]
    step: list[float]
    height: list[float]


def narrow(x: float) -> float:
    """Return x as a float32 holds it."""
    return float(struct.unpack("f", struct.pack("f", x))[0])


def _layers(
    count: int,
    scale: float,
    edge: float,
    area: float,
    curve: Callable[[float], float],
    inverse: Callable[[float], float],
) -> Layers:
    """Cut the area under a curve into layers, from the outermost inwards."""
    last = count - 1
    sure, step, height = [0] * count, [0.0] * count, [0.0] * count
    base = area / curve(edge)
    sure[0] = int(edge / base * scale)
    step[0], step[last] = base / scale, edge / scale
    height[0], height[last] = 1.0, curve(edge)
    x = edge
    for i in range(last - 1, 0, -1):
        inner = inverse(area / x + curve(x))
        sure[i + 1] = int(inner / x * scale)
        x = inner
        step[i], height[i] = x / scale, curve(x)
    return Layers(sure, [narrow(s) for s in step], [narrow(h) for h in height])


@cache
def normal_layers() -> Layers:
    """Return the layers under the normal curve.  Go: kn, wn, fn."""
    return _layers(
        128, 1 << 31, RN, 9.91256303526217e-3,
        lambda x: math.exp(-0.5 * x * x), lambda y: math.sqrt(-2 * math.log(y)),
    )  # fmt: skip


@cache
def exponential_layers() -> Layers:
    """Return the layers under the exponential curve.  Go: ke, we, fe."""
    return _layers(
        256, 1 << 32, RE, 3.949659822581572e-3,
        lambda x: math.exp(-x), lambda y: -math.log(y),
    )  # fmt: skip


def normal(draw: Callable[[], tuple[int, int]], uniform: Callable[[], float]) -> float:
    """Return a normally distributed number; `draw` gives 32 bits and those that pick the layer."""
    sure, step, height = normal_layers()
    while True:
        bits, pick = draw()
        j, i = bits - ((bits & 1 << 31) << 1), pick & 0x7F
        x = j * step[i]
        if abs(j) < sure[i]:
            return x
        if i == 0:
            return _tail(uniform, j > 0)
        if _under(height, i, uniform(), math.exp(-0.5 * x * x)):
            return x


def _tail(uniform: Callable[[], float], right: bool) -> float:
    while True:
        x = -math.log(uniform()) * (1.0 / RN)
        y = -math.log(uniform())
        if y + y >= x * x:
            return RN + x if right else -RN - x


def exponential(draw: Callable[[], tuple[int, int]], uniform: Callable[[], float]) -> float:
    """Return an exponentially distributed number."""
    sure, step, height = exponential_layers()
    while True:
        j, pick = draw()
        i = pick & 0xFF
        x = j * step[i]
        if j < sure[i]:
            return x
        if i == 0:
            return RE - math.log(uniform())
        if _under(height, i, uniform(), math.exp(-x)):
            return x


def _under(height: list[float], i: int, uniform: float, curve: float) -> bool:
    """Return whether a random height in the layer is under the curve, in float32."""
    part = narrow(narrow(uniform) * narrow(height[i - 1] - height[i]))
    return narrow(height[i] + part) < narrow(curve)
