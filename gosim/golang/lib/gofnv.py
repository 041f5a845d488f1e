"""Package hash/fnv: the hash of Fowler, Noll and Vo.

Models   hash/fnv/fnv.go of Go 1.22.
Read     nothing first.
Leaves out   128 bits, marshalling.

>>> h = New32a()
>>> h.write_text_("hello"), h.Sum32()
((5, None), 1335831723)
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.goutf8 import text_of
from gosim.golang.types.gotypes import UINT8
from gosim.golang.values import Native, Slice, extend, to_bytes

_MEMBERS: Final = """
	Write(p []byte) (n int, err error)
	Sum(b []byte) []byte
	Reset()
	Size() int
	BlockSize() int
"""

API: Final = (
    "package fnv\n\ntype hash struct{}\n"
    + "".join(f"func (h *hash) {line.strip()}\n" for line in _MEMBERS.strip().splitlines())
    + "".join(
        f"func (h *hash) Sum{bits}() uint{bits}\n"
        f"type hash{bits} interface {{{_MEMBERS}\tSum{bits}() uint{bits}\n}}\n"
        f"func New{bits}() hash{bits}\nfunc New{bits}a() hash{bits}\n"
        for bits in (32, 64)
    )
)

_START: Final = {32: 0x811C9DC5, 64: 0xCBF29CE484222325}
_PRIME: Final = {32: 0x01000193, 64: 0x100000001B3}


class hash(Native):  # noqa: N801, A001  Go has no exported name for it
    """A hash of 32 or 64 bits; `alternate` mixes the byte in before it multiplies."""

    __slots__ = ("alternate", "bits", "value")

    def __init__(self, bits: int = 32, alternate: bool = False) -> None:
        self.bits, self.alternate, self.value = bits, alternate, _START[bits]

    def write_text_(self, s: str) -> tuple[int, None]:
        """Mix in a string."""
        prime, mask, value = _PRIME[self.bits], (1 << self.bits) - 1, self.value
        for byte in to_bytes(s):
            value = (value ^ byte) * prime & mask if self.alternate else value * prime & mask ^ byte
        self.value = value
        return len(s), None

    def Write(self, p: Slice) -> tuple[int, None]:
        """Mix in bytes."""
        return self.write_text_(text_of(p))

    def Sum(self, b: Slice) -> Any:
        """Append the hash, the highest byte first."""
        return extend(b, UINT8, list(self.value.to_bytes(self.bits // 8, "big")))

    def Sum32(self) -> int:
        """Return the hash."""
        return self.value

    Sum64 = Sum32

    def Reset(self) -> None:
        """Begin anew."""
        self.value = _START[self.bits]

    def Size(self) -> int:
        """Return the bytes of the hash."""
        return self.bits // 8

    def BlockSize(self) -> int:
        """Return 1."""
        return 1


def New32() -> hash:
    """Return FNV-1 of 32 bits."""
    return hash(32)


def New32a() -> hash:
    """Return FNV-1a of 32 bits."""
    return hash(32, alternate=True)


def New64() -> hash:
    """Return FNV-1 of 64 bits."""
    return hash(64)


def New64a() -> hash:
    """Return FNV-1a of 64 bits."""
    return hash(64, alternate=True)
