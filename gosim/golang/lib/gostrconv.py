"""Package strconv: numbers, booleans and quoted strings as text, and back.

Models   strconv of Go 1.22, in atoi.go, itoa.go, and what floats and quoting model.
Read     gosim.golang.lib.floats and quoting first.
Leaves out   complex numbers, QuotedPrefix.

>>> parseInt("-0x1f", 0, 8), parseInt("300", 10, 8), FormatInt(-255, 16)
((-31, 0, 0), (127, 2, 0), '-ff')
"""

from __future__ import annotations

import re
from typing import Any, Final

from gosim.errors import GoPanic
from gosim.golang.lib import floats, quoting
from gosim.golang.lib.goerrors import New
from gosim.golang.types.gotypes import UINT8
from gosim.golang.values import Slice, extend, to_bytes

API: Final = """
package strconv

const IntSize = 64
var ErrRange error
var ErrSyntax error

type NumError struct {
	Func string
	Num  string
	Err  error
}
func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}
func (e *NumError) Unwrap() error { return e.Err }

func parsed[T any](f, num string, v T, failure int, base int) (T, error) {
	if failure == 0 {
		return v, nil
	}
	err := ErrSyntax
	if failure == 2 {
		err = ErrRange
	} else if failure == 3 {
		err = invalid("invalid base ", base)
	} else if failure == 4 {
		err = invalid("invalid bit size ", base)
	}
	return v, &NumError{f, num, err}
}
func invalid(text string, n int) error
func parseInt(s string, base int, bitSize int) (int64, int, int)
func parseUint(s string, base int, bitSize int) (uint64, int, int)
func parseFloat(s string, bitSize int) (float64, int)
func parseBool(str string) (bool, int)
func unquote(s string) (string, bool)

func Atoi(s string) (int, error) {
	v, failure, _ := parseInt(s, 10, 0)
	return parsed("Atoi", s, int(v), failure, 0)
}
func ParseInt(s string, base int, bitSize int) (int64, error) {
	v, failure, wrong := parseInt(s, base, bitSize)
	return parsed("ParseInt", s, v, failure, wrong)
}
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	v, failure, wrong := parseUint(s, base, bitSize)
	return parsed("ParseUint", s, v, failure, wrong)
}
func ParseFloat(s string, bitSize int) (float64, error) {
	v, failure := parseFloat(s, bitSize)
	return parsed("ParseFloat", s, v, failure, 0)
}
func ParseBool(str string) (bool, error) {
	v, failure := parseBool(str)
	return parsed("ParseBool", str, v, failure, 0)
}
func Unquote(s string) (string, error) {
	if v, ok := unquote(s); ok {
		return v, nil
	}
	return "", ErrSyntax
}

func Itoa(i int) string
func FormatInt(i int64, base int) string
func FormatUint(i uint64, base int) string
func FormatFloat(f float64, fmt byte, prec, bitSize int) string
func FormatBool(b bool) string
func Quote(s string) string
func QuoteToASCII(s string) string
func QuoteToGraphic(s string) string
func QuoteRune(r rune) string
func QuoteRuneToASCII(r rune) string
func CanBackquote(s string) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool
func AppendInt(dst []byte, i int64, base int) []byte
func AppendUint(dst []byte, i uint64, base int) []byte
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte
func AppendBool(dst []byte, b bool) []byte
func AppendQuote(dst []byte, s string) []byte
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }
func QuoteRuneToGraphic(r rune) string
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}
"""

ErrRange: Final = New("value out of range")
ErrSyntax: Final = New("invalid syntax")

SYNTAX, RANGE, BASE, BITS = 1, 2, 3, 4
"""Why a text is no number."""

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIXES: Final = {"0b": 2, "0o": 8, "0x": 16}


def invalid(text: str, n: int) -> Any:
    """Return the error for a base or a bit size that cannot be."""
    return New(f"{text}{n}")


def parseUint(s: str, base: int, bits: int) -> tuple[int, int, int]:
    """Return (value, failure, the base or bit size that is wrong).  Go: ParseUint."""
    if not s:
        return 0, SYNTAX, 0
    digits, real = s.lower(), base
    if base == 0:
        real, digits = _detected(s, digits)
    elif not 2 <= base <= 36:
        return 0, BASE, base
    if not 0 <= bits <= 64:
        return 0, BITS, bits
    if base == 0:
        if "_" in s and not _underscores_fit(s):
            return 0, SYNTAX, 0
        digits = digits.replace("_", "")
    allowed, top = _DIGITS[:real], (1 << (bits or 64)) - 1
    if not digits or any(digit not in allowed for digit in digits):
        failure = _out_before_wrong(digits, allowed, bits)
        return (top if failure == RANGE else 0), failure, 0
    value = int(digits, real)
    return (top, RANGE, 0) if value > top else (value, 0, 0)


def _out_before_wrong(digits: str, allowed: str, bits: int) -> int:
    """Return SYNTAX, unless the digits before the wrong one are out of range already."""
    good = len(digits) - len(digits.lstrip(allowed))
    if good and good < len(digits) and int(digits[:good], len(allowed)) >= 1 << (bits or 64):
        return RANGE
    return SYNTAX


def _detected(s: str, digits: str) -> tuple[int, str]:
    """Return the base that the prefix says, and what follows."""
    if digits[:2] in _PREFIXES and len(s) >= 3:
        return _PREFIXES[digits[:2]], digits[2:]
    if digits[0] == "0":
        return 8, digits[1:] or "0"
    return 10, digits


_UNDERSCORED: Final = re.compile(r"(?:0[bBoOxX]_?|0_)?[\da-zA-Z]+(?:_[\da-zA-Z]+)*\Z")


def _underscores_fit(s: str) -> bool:
    return bool(_UNDERSCORED.match(s))


def parseInt(s: str, base: int, bits: int) -> tuple[int, int, int]:
    """Return (value, failure, the base or bit size that is wrong).  Go: ParseInt."""
    negative = s[:1] == "-"
    value, failure, wrong = parseUint(s[1:] if s[:1] in ("+", "-") and s else s, base, bits)
    if failure not in (0, RANGE):
        return 0, failure, wrong
    limit = 1 << ((bits or 64) - 1)
    if failure or value > limit - (not negative):
        return (-limit if negative else limit - 1), RANGE, 0
    return -value if negative else value, 0, 0


def parseFloat(s: str, bits: int) -> tuple[float, int]:
    """Return (value, failure)."""
    value, failure = floats.parse_float(s, 32 if bits == 32 else 64)
    return value, {"": 0, "syntax": SYNTAX, "range": RANGE}[failure]


_TRUE: Final = ("1", "t", "T", "true", "TRUE", "True")
_FALSE: Final = ("0", "f", "F", "false", "FALSE", "False")


def parseBool(s: str) -> tuple[bool, int]:
    """Return (value, failure)."""
    return s in _TRUE, 0 if s in _TRUE or s in _FALSE else SYNTAX


def unquote(s: str) -> tuple[str, bool]:
    """Return what a literal means, and whether it is one."""
    meaning = quoting.unquote(s)
    return meaning or "", meaning is not None


def Itoa(i: int) -> str:
    """Return the decimal digits."""
    return str(i)


def FormatInt(i: int, base: int) -> str:
    """Return the digits in that base.  Panics for a base that cannot be."""
    if base == 10:
        return str(i)
    if not 2 <= base <= 36:
        raise GoPanic("strconv: illegal AppendInt/FormatInt base")
    digits, left = "", abs(i)
    while left:
        left, digit = divmod(left, base)
        digits = _DIGITS[digit] + digits
    return ("-" if i < 0 else "") + (digits or "0")


FormatUint = FormatInt


def FormatFloat(f: float, fmt: int, prec: int, bits: int) -> str:
    """Return the number as `fmt` says."""
    if bits not in (32, 64):
        raise GoPanic("strconv: illegal AppendFloat/FormatFloat bitSize")
    return floats.format_float(floats.float32(f) if bits == 32 else f, chr(fmt), prec, bits)


def FormatBool(b: bool) -> str:
    """Return true or false."""
    return "true" if b else "false"


def Quote(s: str) -> str:
    """Return the string in double quotes."""
    return quoting.quote(s)


def QuoteToASCII(s: str) -> str:
    """Return the string in double quotes, ASCII only."""
    return quoting.quote(s, ascii_only=True)


def QuoteToGraphic(s: str) -> str:
    """Return the string in double quotes; white space of Unicode stays."""
    return quoting.quote(s, graphic=True)


def QuoteRune(r: int) -> str:
    """Return the rune in single quotes."""
    return quoting.quote_rune(r)


def QuoteRuneToASCII(r: int) -> str:
    """Return the rune in single quotes, ASCII only."""
    return quoting.quote_rune(r, ascii_only=True)


def QuoteRuneToGraphic(r: int) -> str:
    """Return the rune in single quotes; white space of Unicode stays."""
    return quoting.quote_rune(r, graphic=True)


CanBackquote, IsPrint, IsGraphic = quoting.can_backquote, quoting.is_print, quoting.is_graphic


def _appended(dst: Slice, text: str) -> Any:
    return extend(dst, UINT8, list(to_bytes(text)))


def AppendInt(dst: Slice, i: int, base: int) -> Any:
    """Append what FormatInt returns."""
    return _appended(dst, FormatInt(i, base))


AppendUint = AppendInt


def AppendFloat(dst: Slice, f: float, fmt: int, prec: int, bits: int) -> Any:
    """Append what FormatFloat returns."""
    return _appended(dst, FormatFloat(f, fmt, prec, bits))


def AppendBool(dst: Slice, b: bool) -> Any:
    """Append true or false."""
    return _appended(dst, FormatBool(b))


def AppendQuote(dst: Slice, s: str) -> Any:
    """Append what Quote returns."""
    return _appended(dst, quoting.quote(s))
