"""Package unicode: classes and cases of runes.

Models   unicode/letter.go, unicode/graphic.go of Go 1.22.
Read     gosim.golang.lib.unicodes and scripts first, which do the work.
Leaves out   the runes of the package's own tables: `Is` knows them; SpecialCase, SimpleFold.

>>> IsLetter(0x4E16), ToUpper(0x61)
(True, 65)
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib import scripts, unicodes

_CATEGORIES: Final = {
    "Letter": "L", "Upper": "Lu", "Lower": "Ll", "Title": "Lt", "Mark": "M", "Number": "N",
    "Digit": "Nd", "Punct": "P", "Symbol": "S", "Space": "Z", "Other": "C", "White_Space": "space",
}  # fmt: skip
_SHORT: Final = """
L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cs
"""
_TABLES: Final = {
    **_CATEGORIES,
    **{name: name for name in _SHORT.split()},
    **{name: name for name in scripts.SCRIPTS},
}
"""Which table each variable of the package is: a script, or a category by its letters."""

API: Final = """
package unicode

const (
	MaxRune         = '\\U0010FFFF'
	ReplacementChar = '\\uFFFD'
	MaxASCII        = '\\u007F'
	MaxLatin1       = '\\u00FF'
	UpperCase = 0
	LowerCase = 1
	TitleCase = 2
)

func IsSpace(r rune) bool
func IsLetter(r rune) bool
func IsDigit(r rune) bool
func IsNumber(r rune) bool
func IsUpper(r rune) bool
func IsLower(r rune) bool
func IsTitle(r rune) bool
func IsPunct(r rune) bool
func IsSymbol(r rune) bool
func IsMark(r rune) bool
func IsControl(r rune) bool
func IsGraphic(r rune) bool
func IsPrint(r rune) bool
func ToUpper(r rune) rune
func ToLower(r rune) rune
func ToTitle(r rune) rune
func To(_case int, r rune) rune

type Range16 struct{ Lo, Hi, Stride uint16 }
type Range32 struct{ Lo, Hi, Stride uint32 }
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	named       string
}
func named(table string, r rune) bool
func Is(rangeTab *RangeTable, r rune) bool {
	if rangeTab.named != "" {
		return named(rangeTab.named, r)
	}
	for _, run := range rangeTab.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return (r-rune(run.Lo))%rune(run.Stride) == 0
		}
	}
	for _, run := range rangeTab.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return (r-rune(run.Lo))%rune(run.Stride) == 0
		}
	}
	return false
}
func In(r rune, ranges ...*RangeTable) bool {
	for _, inside := range ranges {
		if Is(inside, r) {
			return true
		}
	}
	return false
}
func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }
""" + "".join(f'var {name} = &RangeTable{{named: "{table}"}}\n' for name, table in _TABLES.items())

IsSpace, IsLetter, IsDigit = unicodes.is_space, unicodes.is_letter, unicodes.is_digit
IsNumber, IsUpper, IsLower = unicodes.is_number, unicodes.is_upper, unicodes.is_lower
IsTitle, IsPunct, IsSymbol = unicodes.is_title, unicodes.is_punct, unicodes.is_symbol
IsMark, IsControl, IsGraphic = unicodes.is_mark, unicodes.is_control, unicodes.is_graphic
IsPrint, ToUpper, ToLower = unicodes.is_print, unicodes.to_upper, unicodes.to_lower
ToTitle = unicodes.to_title


def To(case: int, rune: int) -> int:
    """Return the rune in that case."""
    cases = (ToUpper, ToLower, ToTitle)
    return cases[case](rune) if 0 <= case < 3 else 0xFFFD


def named(table: str, rune: int) -> bool:
    """Return whether a table of the package has the rune."""
    if table in scripts.SCRIPTS:
        return scripts.is_of(table, rune)
    if table == "space":
        return IsSpace(rune)
    category = unicodes.category(rune)
    return category.startswith(table) and category != "Cn"
