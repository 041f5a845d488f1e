"""What Unicode says of a rune: its class and its case.

Models   unicode/letter.go, unicode/graphic.go, unicode/digit.go of Go 1.22.
Read     gosim.golang.gotext first.
Leaves out   tables and ranges (unicode.Han and the like); a Unicode newer than Python's own.

>>> chr(to_upper(ord("é"))), is_space(0x85), is_punct(ord("!")), is_symbol(ord("+"))
('É', True, True, True)
"""

from __future__ import annotations

import unicodedata
from typing import Final

RUNE_MAX: Final = 0x10FFFF
SPACES: Final = frozenset(
    {*range(9, 14), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)}
    | {0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
)


def category(rune: int) -> str:
    """Return the two letters of its general category."""
    return unicodedata.category(chr(rune)) if 0 <= rune <= RUNE_MAX else "Cn"


def is_space(rune: int) -> bool:
    """Go: IsSpace."""
    return rune in SPACES


def is_letter(rune: int) -> bool:
    """Go: IsLetter."""
    return category(rune)[0] == "L"


def is_digit(rune: int) -> bool:
    """Go: IsDigit."""
    return category(rune) == "Nd"


def is_number(rune: int) -> bool:
    """Go: IsNumber."""
    return category(rune)[0] == "N"


def is_upper(rune: int) -> bool:
    """Go: IsUpper."""
    return category(rune) == "Lu"


def is_lower(rune: int) -> bool:
    """Go: IsLower."""
    return category(rune) == "Ll"


def is_title(rune: int) -> bool:
    """Go: IsTitle."""
    return category(rune) == "Lt"


def is_punct(rune: int) -> bool:
    """Go: IsPunct."""
    return category(rune)[0] == "P"


def is_symbol(rune: int) -> bool:
    """Go: IsSymbol."""
    return category(rune)[0] == "S"


def is_mark(rune: int) -> bool:
    """Go: IsMark."""
    return category(rune)[0] == "M"


def is_control(rune: int) -> bool:
    """Go: IsControl."""
    return category(rune) == "Cc"


def is_graphic(rune: int) -> bool:
    """Go: IsGraphic."""
    return category(rune)[0] in "LMNPS" or category(rune) == "Zs"


def is_print(rune: int) -> bool:
    """Go: IsPrint."""
    return rune == 0x20 or category(rune)[0] in "LMNPS"


def to_upper(rune: int) -> int:
    """Go: ToUpper."""
    return _mapped(rune, chr(rune).upper()) if 0 <= rune <= RUNE_MAX else rune


def to_lower(rune: int) -> int:
    """Go: ToLower."""
    if rune == 0x130:
        return 0x69  # The simple mapping of İ; Python's has a combining dot.
    return _mapped(rune, chr(rune).lower()) if 0 <= rune <= RUNE_MAX else rune


def to_title(rune: int) -> int:
    """Go: ToTitle."""
    return _mapped(rune, chr(rune).title()) if 0 <= rune <= RUNE_MAX else rune


def _mapped(rune: int, text: str) -> int:
    """Return the mapping, unless it has several runes: then Go has none."""
    return ord(text) if len(text) == 1 else rune


def fold(rune: int) -> int:
    """Return one rune for all that differ by case alone.  Go: SimpleFold's orbits."""
    return to_lower(to_upper(rune))
