"""Package math/bits.

Models   math/bits/bits.go of Go 1.22.
Read     nothing first.
Leaves out   nothing.

>>> f = implementations
>>> f["Len"](8), f["OnesCount"](7), f["LeadingZeros64"](1), f["Reverse8"](1)
(4, 3, 63, 128)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gosim.golang.values.faults import runtime_error

_WIDTHS: Final = {"": 64, "8": 8, "16": 16, "32": 32, "64": 64}


def _declared() -> str:
    lines = ["package bits", "", "const UintSize = 64"]
    for suffix in _WIDTHS:
        t = f"uint{suffix}"
        lines += [
            f"func {name}{suffix}(x {t}) int"
            for name in ("LeadingZeros", "TrailingZeros", "OnesCount", "Len")
        ]
        lines += [
            f"func RotateLeft{suffix}(x {t}, k int) {t}",
            f"func Reverse{suffix}(x {t}) {t}",
        ]
        if suffix != "8":
            lines.append(f"func ReverseBytes{suffix}(x {t}) {t}")
        if suffix in ("", "32", "64"):
            lines += [
                f"func Add{suffix}(x, y, carry {t}) (sum, carryOut {t})",
                f"func Sub{suffix}(x, y, borrow {t}) (diff, borrowOut {t})",
                f"func Mul{suffix}(x, y {t}) (hi, lo {t})",
                f"func Div{suffix}(hi, lo, y {t}) (quo, rem {t})",
            ]
    return "\n".join(lines) + "\n"


API: Final = _declared()


def _functions(width: int) -> dict[str, Callable[..., Any]]:
    """Return the functions for words of that width."""
    mask = (1 << width) - 1

    def rotate_left(x: int, k: int) -> int:
        k %= width
        return (x << k | x >> width - k) & mask

    def add(x: int, y: int, carry: int) -> tuple[int, int]:
        total = x + y + carry
        return total & mask, total >> width

    def sub(x: int, y: int, borrow: int) -> tuple[int, int]:
        return x - y - borrow & mask, int(x < y + borrow)

    def div(high: int, low: int, y: int) -> tuple[int, int]:
        if y == 0:
            raise runtime_error("integer divide by zero")
        if y <= high:
            raise runtime_error("integer overflow")
        return divmod(high << width | low, y)

    return {
        "LeadingZeros": lambda x: width - x.bit_length(),
        "TrailingZeros": lambda x: (x & -x).bit_length() - 1 if x else width,
        "OnesCount": int.bit_count,
        "Len": int.bit_length,
        "RotateLeft": rotate_left,
        "Reverse": lambda x: int(format(x, f"0{width}b")[::-1], 2),
        "ReverseBytes": lambda x: int.from_bytes(x.to_bytes(width // 8, "big"), "little"),
        "Add": add,
        "Sub": sub,
        "Mul": lambda x, y: divmod(x * y, mask + 1),
        "Div": div,
    }


implementations: Final = {
    name + suffix: function
    for suffix, width in _WIDTHS.items()
    for name, function in _functions(width).items()
}
