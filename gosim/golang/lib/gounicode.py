"""Package unicode: classes and cases of runes.

Models   unicode/letter.go, unicode/graphic.go of Go 1.22.
Read     gosim.golang.lib.unicodes first, which does the work.
Leaves out   range tables (unicode.Han, In, Is), SpecialCase, SimpleFold.

>>> IsLetter(0x4E16), ToUpper(0x61)
(True, 65)
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib import unicodes

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
"""

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
