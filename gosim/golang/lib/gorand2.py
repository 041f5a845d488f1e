"""Package math/rand/v2.

Models   math/rand/v2/rand.go, pcg.go of Go 1.22.
Read     gosim.golang.lib.gorand first.
Leaves out   ChaCha8, Zipf.

>>> r = New(NewPCG(1, 2))
>>> r.Uint64()
14192431797130687760
"""

from __future__ import annotations

from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golang.lib.floats import float32
from gosim.golang.lib.perrun import per_run
from gosim.golang.lib.ziggurat import exponential, normal
from gosim.golang.lib.zipf_text import ZIPF
from gosim.golang.values import Native, Slice, call, slice_of, stream

WORD: Final = (1 << 64) - 1

_METHODS: Final = """
Int64() int64 | Uint32() uint32 | Uint64() uint64 | Int32() int32 | Int() int | Uint() uint
Int64N(n int64) int64 | Uint64N(n uint64) uint64 | Int32N(n int32) int32
Uint32N(n uint32) uint32 | IntN(n int) int | UintN(n uint) uint | Float64() float64
Float32() float32 | Perm(n int) []int | Shuffle(n int, swap func(i, j int))
NormFloat64() float64 | ExpFloat64() float64
"""
NAMES: Final = [entry.strip() for line in _METHODS.split("\n") for entry in line.split("|") if line]

API: Final = (
    """
package rand

import "math"

type Source interface { Uint64() uint64 }
type PCG struct{}
func NewPCG(seed1, seed2 uint64) *PCG
func (p *PCG) Uint64() uint64
func (p *PCG) Seed(seed1, seed2 uint64)
type Rand struct{}
func New(src Source) *Rand

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(Uint64N(uint64(n)))
}
"""
    + ZIPF
    + "".join(f"func (r *Rand) {entry}\nfunc {entry}\n" for entry in NAMES)
)


class PCG(Native):
    """A permuted congruential generator with 128 bits of state."""

    __slots__ = ("state",)

    def __init__(self, high: int = 0, low: int = 0) -> None:
        self.state = high << 64 | low

    def Seed(self, high: int, low: int) -> None:
        """Begin anew."""
        self.state = high << 64 | low

    def Uint64(self) -> int:
        """Return 64 bits: the DXSM permutation of the state."""
        step = 0x2360ED051FC65DA44385DF649FCCF645
        self.state = self.state * step + 0x5851F42D4C957F2D14057B7EF767814F & (1 << 128) - 1
        high, low = self.state >> 64, self.state & WORD
        high ^= high >> 32
        high = high * 0xDA942042E4DD58B5 & WORD
        high ^= high >> 48
        return high * (low | 1) & WORD


def NewPCG(seed1: int, seed2: int) -> PCG:
    """Return a generator with these seeds."""
    return PCG(seed1, seed2)


class Stream:
    """A source that draws from a stream of the run's seed."""

    __slots__ = ("_bits",)

    def __init__(self) -> None:
        self._bits = stream("math/rand/v2").getrandbits

    def Uint64(self) -> int:
        """Return 64 bits."""
        return self._bits(64)


class Rand(Native):
    """Numbers from a source."""

    __slots__ = ("src",)

    def __init__(self, src: Any = None) -> None:
        self.src = src

    def Uint64(self) -> int:
        """Return 64 bits."""
        return int(call(self.src.Uint64))

    Uint = Uint64

    def Int64(self) -> int:
        """Return 63 bits."""
        return self.Uint64() & WORD >> 1

    Int = Int64

    def Uint32(self) -> int:
        """Return 32 bits."""
        return self.Uint64() >> 32

    def Int32(self) -> int:
        """Return 31 bits."""
        return self.Uint64() >> 33

    def _uint64n(self, n: int) -> int:
        """Return a number below n by a multiplication.  Go: Rand.uint64n."""
        if n < 1 << 32:
            return self._uint32n(n)
        if n & n - 1 == 0:
            return self.Uint64() & n - 1
        return self._scaled(n, 64, self.Uint64)

    def _uint32n(self, n: int) -> int:
        """Return a number below n by a multiplication.  Go: Rand.uint32n."""
        if n & n - 1 == 0:
            return self.Uint64() & n - 1
        return self._scaled(n, 32, self.Uint32)

    @staticmethod
    def _scaled(n: int, bits: int, draw: Any) -> int:
        mask = (1 << bits) - 1
        product = draw() * n
        if product & mask < n:
            threshold = (1 << bits) % n
            while product & mask < threshold:
                product = draw() * n
        return int(product >> bits)

    def _checked(self, n: int, name: str) -> int:
        if n <= 0:
            raise GoPanic(f"invalid argument to {name}")
        return self._uint64n(n)

    def Int64N(self, n: int) -> int:
        """Return a number below n."""
        return self._checked(n, "Int64N")

    def Uint64N(self, n: int) -> int:
        """Return a number below n."""
        return self._checked(n, "Uint64N")

    def Int32N(self, n: int) -> int:
        """Return a number below n."""
        return self._checked(n, "Int32N")

    def Uint32N(self, n: int) -> int:
        """Return a number below n."""
        return self._checked(n, "Uint32N")

    def IntN(self, n: int) -> int:
        """Return a number below n."""
        return self._checked(n, "IntN")

    def UintN(self, n: int) -> int:
        """Return a number below n."""
        return self._checked(n, "UintN")

    def Float64(self) -> float:
        """Return a number from 0 up to 1."""
        return (self.Uint64() & (1 << 53) - 1) / (1 << 53)

    def Float32(self) -> float:
        """Return a number from 0 up to 1."""
        return float32((self.Uint32() & (1 << 24) - 1) / (1 << 24))

    def Perm(self, n: int) -> Slice:
        """Return the numbers below n in random order."""
        order = list(range(n))

        def swap(i: int, j: int) -> None:
            order[i], order[j] = order[j], order[i]

        self.Shuffle(n, swap)
        return slice_of(order)

    def Shuffle(self, n: int, swap: Any) -> None:
        """Swap n elements into random order.  Panics if n < 0."""
        if n < 0:
            raise GoPanic("invalid argument to Shuffle")
        for i in range(n - 1, 0, -1):
            call(swap, i, self._uint64n(i + 1))

    def NormFloat64(self) -> float:
        """Return a normally distributed number."""
        return normal(self._draw, self.Float64)

    def ExpFloat64(self) -> float:
        """Return an exponentially distributed number."""
        return exponential(self._draw, self.Float64)

    def _draw(self) -> tuple[int, int]:
        u = self.Uint64()
        return u & 0xFFFFFFFF, u >> 32


def New(src: Any) -> Rand:
    """Return numbers from that source."""
    return Rand(src)


_current = per_run(lambda: Rand(Stream()))


def _of_package(name: str) -> Any:
    def function(*args: Any) -> Any:
        return getattr(_current(), name)(*args)

    return function


implementations: Final = {
    name: _of_package(name) for name in (entry.partition("(")[0] for entry in NAMES)
}
