"""Package math/rand: the numbers of real Go for a seed of one's own.

Models   math/rand/rand.go, math/rand/rng.go of Go 1.22.
Read     gosim.golang.lib.lagged first.
Leaves out   Zipf.

The functions of the package draw from a stream of the run's seed; up to Go 1.19, and after
rand.Seed (which does nothing from 1.24 on), from Go's generator.

>>> r = New(NewSource(1))
>>> [r.Intn(100) for _ in range(5)]
[81, 87, 47, 59, 81]
"""

from __future__ import annotations

from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golang.lib.floats import float32
from gosim.golang.lib.lagged import WORD, Lagged
from gosim.golang.lib.perrun import per_run
from gosim.golang.lib.ziggurat import exponential, normal
from gosim.golang.lib.zipf_text import ZIPF
from gosim.golang.values import Native, Slice, call, go_version, slice_of, stream

_METHODS: Final = """
Seed(seed int64) | Int63() int64 | Uint32() uint32 | Uint64() uint64 | Int31() int32 | Int() int
Int63n(n int64) int64 | Int31n(n int32) int32 | Intn(n int) int | Float64() float64
Float32() float32 | Perm(n int) []int | Shuffle(n int, swap func(i, j int))
NormFloat64() float64 | ExpFloat64() float64 | Read(p []byte) (n int, err error)
"""
NAMES: Final = [entry.strip() for line in _METHODS.split("\n") for entry in line.split("|") if line]

API: Final = (
    """
package rand

import "math"

type Source interface {
	Int63() int64
	Seed(seed int64)
}
type source struct{}
func (s *source) Int63() int64
func (s *source) Uint64() uint64
func (s *source) Seed(seed int64)
func NewSource(seed int64) Source
type Rand struct{}
func New(src Source) *Rand
"""
    + ZIPF
    + "".join(f"func (r *Rand) {entry}\nfunc {entry}\n" for entry in NAMES)
)


class source(Native):  # noqa: N801  Go has no exported name for it
    """``*rand.rngSource``."""

    __slots__ = ("lagged",)

    def __init__(self, seed: int = 1) -> None:
        self.lagged = Lagged(seed)

    def Uint64(self) -> int:
        """Return 64 bits."""
        return self.lagged.next()

    def Int63(self) -> int:
        """Return 63 bits."""
        return self.lagged.next() & WORD >> 1

    def Seed(self, seed: int) -> None:
        """Begin anew."""
        self.lagged.seed(seed)


class Stream:
    """A source that draws from a stream of the run's seed."""

    __slots__ = ("_bits",)

    def __init__(self) -> None:
        self._bits = stream("math/rand").getrandbits

    def Uint64(self) -> int:
        """Return 64 bits."""
        return self._bits(64)

    def Int63(self) -> int:
        """Return 63 bits."""
        return self._bits(63)


def NewSource(seed: int) -> source:
    """Return Go's generator for that seed."""
    return source(seed)


class Rand(Native):
    """Numbers from a source."""

    __slots__ = ("src",)

    def __init__(self, src: Any = None) -> None:
        self.src = src

    def Seed(self, seed: int) -> None:
        """Begin anew."""
        call(self.src.Seed, seed)

    def Int63(self) -> int:
        """Return 63 bits."""
        return int(call(self.src.Int63))

    def Uint32(self) -> int:
        """Return 32 bits."""
        return self.Int63() >> 31

    def Uint64(self) -> int:
        """Return 64 bits."""
        if hasattr(self.src, "Uint64"):
            return int(call(self.src.Uint64))
        return self.Int63() >> 31 | self.Int63() << 32 & WORD

    def Int31(self) -> int:
        """Return 31 bits."""
        return self.Int63() >> 32

    def Int(self) -> int:
        """Return 63 bits."""
        return self.Int63()

    def Int63n(self, n: int) -> int:
        """Return a number below n.  Panics if n <= 0."""
        return _below(n, 63, self.Int63, "Int63n")

    def Int31n(self, n: int) -> int:
        """Return a number below n.  Panics if n <= 0."""
        return _below(n, 31, self.Int31, "Int31n")

    def Intn(self, n: int) -> int:
        """Return a number below n.  Panics if n <= 0."""
        if n <= 0:
            raise GoPanic("invalid argument to Intn")
        return self.Int31n(n) if n < 1 << 31 else self.Int63n(n)

    def _int31n(self, n: int) -> int:
        """Return a number below n by a multiplication.  Go: Rand.int31n."""
        product = self.Uint32() * n
        if product & 0xFFFF_FFFF < n:
            threshold = (1 << 32) % n
            while product & 0xFFFF_FFFF < threshold:
                product = self.Uint32() * n
        return product >> 32

    def Float64(self) -> float:
        """Return a number from 0 up to 1."""
        while (drawn := self.Int63() / (1 << 63)) == 1.0:
            pass
        return drawn

    def Float32(self) -> float:
        """Return a number from 0 up to 1."""
        while (drawn := float32(self.Float64())) == 1.0:
            pass
        return drawn

    def Perm(self, n: int) -> Slice:
        """Return the numbers below n in random order."""
        order = [0] * n
        for i in range(n):
            j = self.Intn(i + 1)
            order[i] = order[j]
            order[j] = i
        return slice_of(order)

    def Shuffle(self, n: int, swap: Any) -> None:
        """Swap n elements into random order.  Panics if n < 0."""
        if n < 0:
            raise GoPanic("invalid argument to Shuffle")
        for i in range(n - 1, 0, -1):
            call(swap, i, self._int31n(i + 1) if i < 1 << 31 else self.Int63n(i + 1))

    def NormFloat64(self) -> float:
        """Return a normally distributed number."""
        return normal(self._draw, self.Float64)

    def ExpFloat64(self) -> float:
        """Return an exponentially distributed number."""
        return exponential(self._draw, self.Float64)

    def _draw(self) -> tuple[int, int]:
        u = self.Uint32()
        return u, u

    def Read(self, p: Slice) -> tuple[int, None]:
        """Fill `p` with random bytes, seven of each 63 bits."""
        made: list[int] = []
        while len(made) < p.n:
            made += (self.Int63() & (1 << 56) - 1).to_bytes(7, "little")
        p.a[p.o : p.o + p.n] = made[: p.n]
        return p.n, None


def _below(n: int, bits: int, draw: Any, name: str) -> int:
    if n <= 0:
        raise GoPanic(f"invalid argument to {name}")
    if n & n - 1 == 0:
        return int(draw()) & n - 1
    limit = (1 << bits) - 1 - (1 << bits) % n
    value: int = draw()
    while value > limit:
        value = draw()
    return value % n


def New(src: Any) -> Rand:
    """Return numbers from that source."""
    return Rand(src)


def _first() -> Rand:
    return Rand(Stream() if go_version().rand_is_seeded else source(1))


_current = per_run(_first)


def _of_package(name: str) -> Any:
    def function(*args: Any) -> Any:
        return getattr(_current(), name)(*args)

    return function


def Seed(seed: int) -> None:
    """Let the package's functions draw from Go's generator with that seed, up to Go 1.23."""
    if not go_version().rand_seed_does_nothing:
        _current().src = source(seed)


implementations: Final = {
    name: Seed if name == "Seed" else _of_package(name)
    for name in (entry.partition("(")[0] for entry in NAMES)
}
