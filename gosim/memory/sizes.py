"""How many bytes each thing takes, in each version of Go.

Models   runtime/sizeclasses.go, malloc.go, chan.go (hchan), time.go (timer), slice.go (growslice),
         runtime2.go (g, sudog) of Go 1.9 to 1.27, linux/amd64.
Leaves out   32-bit machines, the race detector's extra fields.  Versions before 1.19 could not be
             measured with a heap profile: their sizes follow from the struct layouts in their
             source, and from objects and bytes counted after a collection on 1.9 to 1.18.

An allocation is rounded up to one of 67 size classes (66 up to Go 1.15, which has none of 24
bytes), or to 8 KiB pages beyond 32 KiB.

>>> size_class(97), size_class(104), size_class(33_000)
(112, 112, 40960)
>>> size_class(24, minor=16), size_class(24, minor=15)
(24, 32)
>>> sizes = Sizes.of(22)
>>> sizes.timer + sizes.channel + sizes.time_buffer           # one time.After, up to 1.22
200
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final

PAGE: Final = 8192
"""Go: _PageSize."""

LARGEST_CLASS: Final = 32768
MALLOC_HEADER: Final = 8
"""What a pointerful object of 513 bytes or more pays from Go 1.22 on.  Go: mallocHeaderSize."""

MIN_SIZE_FOR_HEADER: Final = 512

# fmt: off
SIZE_CLASSES: Final = (
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320,
    352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792,
    2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472,
    9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
    32768,
)
# fmt: on


CLASS_OF_24: Final = 16
"""The release from which on there is a class of 24 bytes."""


def size_class(size: int, minor: int = CLASS_OF_24) -> int:
    """Return what an allocation of `size` bytes takes in Go 1.`minor`.  Go: roundupsize."""
    if size > LARGEST_CLASS:
        return -(-size // PAGE) * PAGE
    if 16 < size <= 24 and minor < CLASS_OF_24:
        return 32
    return SIZE_CLASSES[bisect_left(SIZE_CLASSES, size)] if size else 0


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one version: bytes of the size class for the runtime's own objects.

    `hchan` is the header as declared; a channel of pointer-free elements has its ring in the
    same object.  `timer` is what a ``time.Timer`` takes, `slot` its entry in a heap of timers.
    """

    minor: int
    timer: int
    hchan: int
    time_buffer: int
    g: int
    sudog: int
    sleep_timer: int
    slot: int

    @classmethod
    @cache
    def of(cls, minor: int) -> Sizes:
        """Return the sizes of Go 1.`minor`."""
        timer, hchan, buffer, g, sudog, sleep, slot = _ROWS[max(r for r in _ROWS if r <= minor)]
        return cls(minor, timer, hchan, buffer, g, sudog, sleep, slot)

    @property
    def channel(self) -> int:
        """A channel header that stands alone."""
        return size_class(self.hchan, self.minor)

    @property
    def closure(self) -> int:
        """A closure with one captured word; a go statement with arguments makes one, too."""
        return 16

    def make_chan(self, elem: int, pointers: bool, cap: int) -> tuple[int, int]:
        """Return (objects, bytes) of ``make(chan T, cap)``.  Go: makechan."""
        ring = elem * cap
        if ring == 0:
            return 1, self.channel
        if not pointers:
            return 1, size_class(self.hchan + ring, self.minor)
        return 2, self.channel + self.rounded(ring, True)

    def header(self, size: int) -> int:
        """Return the bytes of the malloc header that a pointerful object of `size` has."""
        small = size <= LARGEST_CLASS - MALLOC_HEADER
        return MALLOC_HEADER if self.minor >= 22 and small and size > MIN_SIZE_FOR_HEADER else 0

    def rounded(self, size: int, pointers: bool) -> int:
        """Return the bytes that an object of `size` takes, with its header if it has one."""
        return size_class(size + (self.header(size) if pointers else 0), self.minor)

    def grow(self, cap: int) -> int:
        """Return the capacity of a full heap of timers after one more append.  Go: growslice."""
        size = max(self._next_cap(cap), 1) * self.slot
        return (self.rounded(size, True) - self.header(size)) // self.slot

    def _next_cap(self, cap: int) -> int:
        """Double while small, then grow by a quarter; the threshold changed in 1.18."""
        if self.minor < 18:
            return 2 * cap if cap < 1024 else cap + cap // 4
        return 2 * cap if cap < 256 else cap + (cap + 3 * 256) // 4

    def array_bytes(self, cap: int) -> int:
        """Return the bytes of a heap's array of `cap` slots."""
        return self.rounded(cap * self.slot, True)


#   from   timer hchan time g  sudog sleep slot
_ROWS: Final = {
    5: (64, 96, 32, 384, 96, 64, 8),
    10: (80, 96, 32, 384, 96, 64, 8),
    14: (80, 96, 32, 384, 96, 80, 8),
    16: (80, 96, 24, 384, 96, 80, 8),
    19: (80, 96, 24, 416, 96, 80, 8),
    22: (80, 96, 24, 448, 96, 80, 8),
    23: (112, 104, 24, 448, 96, 96, 16),
    25: (112, 112, 24, 448, 96, 96, 16),
    26: (112, 112, 24, 480, 112, 96, 16),
}
