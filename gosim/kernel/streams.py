"""Chance: named streams of one seed.

Models   nothing in Go; Go's scheduler and select draw from one generator per thread.
Leaves out   Go's own generators: an order drawn here is another than Go's.

Each part of the model draws from a stream of its own, so that changing one part does not
disturb another, and two versions of Go can be compared under the same random numbers.

>>> [Streams(1)("selectgo").randrange(10) for _ in range(2)]      # the same seed and name
[9, 9]
"""

from __future__ import annotations

from random import Random


class Streams:
    """Hand out the streams of a seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._streams: dict[str, Random] = {}

    def __call__(self, name: str) -> Random:
        """Return the stream of that name: always the same object for the same name."""
        if name not in self._streams:
            self._streams[name] = Random(f"{self.seed}/{name}")
        return self._streams[name]
