"""The generator behind rand.NewSource: numbers that are sums of two earlier ones.

Models   math/rand/rng.go of Go 1.22: rngSource, seedrand; math/rand/gen_cooked.go.
Read     gosim.golang.lib.gorand next.
Leaves out   the table rngCooked of 607 numbers: it is worked out here.

Each number is the sum of those 607 and 273 places before it, modulo 2**64.  Go mixes a seed into
the state that the generator, begun with seed 1, has after 7.8 million million steps.  Nobody
takes so many steps: the n-th power of x, reduced by x**607 = x**334 + 1, says how any later
number follows from the first 607, and squaring reaches that power in 43 strides.

>>> Lagged(1).next()
5577006791947779410
"""

from __future__ import annotations

from functools import cache
from typing import Final

LENGTH: Final = 607
TAP: Final = 273
STEPS: Final = 7_800_000_000_000
WORD: Final = (1 << 64) - 1
INT31_MAX: Final = (1 << 31) - 1

_CELL: Final = 20
"""Bytes for a coefficient of a product: two words of 64 bits, added up 607 times."""


class Lagged:
    """A source of 64-bit words.  Go: rngSource."""

    __slots__ = ("feed", "tap", "words")

    def __init__(self, seed: int) -> None:
        self.words: list[int] = []
        self.seed(seed)

    def seed(self, seed: int) -> None:
        """Begin anew.  Go: rngSource.Seed."""
        self.tap, self.feed = 0, LENGTH - TAP
        self.words = [
            word ^ cooked for word, cooked in zip(seeded(seed, 40, 20), _cooked(), strict=True)
        ]

    def next(self) -> int:
        """Return the next 64 bits.  Go: rngSource.Uint64."""
        self.tap = (self.tap or LENGTH) - 1
        self.feed = (self.feed or LENGTH) - 1
        words = self.words
        word = words[self.feed] = words[self.feed] + words[self.tap] & WORD
        return word


def seeded(seed: int, high: int, middle: int) -> list[int]:
    """Return 607 words, each of three numbers of a linear congruential generator."""
    x = (abs(seed) % INT31_MAX) * (1 if seed >= 0 else -1)  # Go's % keeps the sign.
    x = x + INT31_MAX if x < 0 else x or 89482311
    words = []
    for _ in range(20):
        x = x * 48271 % INT31_MAX
    for _ in range(LENGTH):
        parts = []
        for _ in range(3):
            x = x * 48271 % INT31_MAX
            parts.append(x)
        words.append((parts[0] << high ^ parts[1] << middle ^ parts[2]) & WORD)
    return words


@cache
def _cooked() -> tuple[int, ...]:
    """Return the state after STEPS steps from seed 1, by place.  Go: rngCooked.

    The number of step n goes to place (333 - n) mod 607; the first state are the steps -607 to -1.
    """
    first = seeded(1, 20, 10)
    early = [first[(LENGTH - TAP - 1 - n) % LENGTH] for n in range(-LENGTH, 0)]
    for n in range(LENGTH, 2 * LENGTH):
        early.append(early[n - LENGTH] + early[n - TAP] & WORD)
    power = _power_of_x(STEPS)
    product = _times(power[::-1], early)
    late = product[LENGTH - 1 : 2 * LENGTH - 1]
    places = [0] * LENGTH
    for k, word in enumerate(late):
        places[(LENGTH - TAP - 1 - (STEPS - LENGTH + k)) % LENGTH] = word
    return tuple(places)


def _power_of_x(n: int) -> list[int]:
    """Return the coefficients of x**n, reduced."""
    result = [1] + [0] * (LENGTH - 1)
    for bit in format(n, "b"):
        result = _reduced(_times(result, result))
        if bit == "1":
            result = _reduced([0, *result])
    return result


def _reduced(product: list[int]) -> list[int]:
    """Use x**607 = x**334 + 1 until the degree is below 607."""
    product = product + [0] * (LENGTH - len(product))
    for degree in range(len(product) - 1, LENGTH - 1, -1):
        word = product[degree]
        product[degree - TAP] += word
        product[degree - LENGTH] += word
    return [word & WORD for word in product[:LENGTH]]


def _times(a: list[int], b: list[int]) -> list[int]:
    """Return the product of two polynomials, each packed into one long integer."""
    count = len(a) + len(b) - 1
    product = (_packed(a) * _packed(b)).to_bytes((count + 1) * _CELL, "little")
    return [int.from_bytes(product[at * _CELL : at * _CELL + 8], "little") for at in range(count)]


def _packed(a: list[int]) -> int:
    return int.from_bytes(b"".join(word.to_bytes(_CELL, "little") for word in a), "little")
