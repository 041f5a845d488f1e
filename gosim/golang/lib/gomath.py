"""Package math.

Models   math of Go 1.22; Python's math is the C library's, equal to Go's for most arguments.
Read     nothing first.
Leaves out   J0 and its kin, the last digit of Gamma, Lgamma and of some transcendental functions.

>>> Round(-2.5), RoundToEven(2.5), Mod(-7, 3), Sqrt(-1.0)
(-3.0, 2.0, -1.0, nan)
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

_ONE: Final = [
    "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cbrt", "Ceil", "Cos", "Cosh",
    "Erf", "Erfc", "Exp", "Exp2", "Expm1", "Floor", "Gamma", "Log", "Log10", "Log1p", "Log2",
    "Round", "RoundToEven", "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Trunc",
]  # fmt: skip
_TWO: Final = [
    "Atan2", "Copysign", "Dim", "Hypot", "Max", "Min", "Mod", "Nextafter", "Pow", "Remainder",
]  # fmt: skip

API: Final = (
    """
package math

const (
	E       = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi      = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi     = 1.61803398874989484820458683436563811772030917980576286213544862
	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038
	Ln2     = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E   = 1 / Ln2
	Ln10    = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E  = 1 / Ln10
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

func Inf(sign int) float64
func NaN() float64
func IsInf(f float64, sign int) bool
func IsNaN(f float64) (is bool)
func Signbit(x float64) bool
func Float64bits(f float64) uint64
func Float64frombits(b uint64) float64
func Float32bits(f float32) uint32
func Float32frombits(b uint32) float32
func Modf(f float64) (int float64, frac float64)
func Frexp(f float64) (frac float64, exp int)
func Ldexp(frac float64, exp int) float64
func Logb(x float64) float64
func Ilogb(x float64) int
func Lgamma(x float64) (lgamma float64, sign int)
func Pow10(n int) float64
func Sincos(x float64) (sin, cos float64)
func FMA(x, y, z float64) float64
"""
    + "".join(f"func {name}(x float64) float64\n" for name in _ONE)
    + "".join(f"func {name}(x, y float64) float64\n" for name in _TWO)
)


def _guarded(function: Callable[..., float], overflow: float = math.inf) -> Callable[..., float]:
    """Return the function with NaN for a domain error, and infinity for an overflow."""

    def guarded(*args: float) -> float:
        try:
            return float(function(*args))
        except ValueError:
            return math.nan
        except OverflowError:
            return overflow

    return guarded


Acos, Acosh, Asin, Asinh = map(_guarded, (math.acos, math.acosh, math.asin, math.asinh))
Cos, Sin, Tan = map(_guarded, (math.cos, math.sin, math.tan))
Cosh, Exp, Exp2, Expm1 = map(_guarded, (math.cosh, math.exp, math.exp2, math.expm1))
Atan, Tanh, Erf, Erfc = math.atan, math.tanh, math.erf, math.erfc
Sqrt, Atan2, Copysign, Hypot = _guarded(math.sqrt), math.atan2, math.copysign, math.hypot
Remainder, Abs = _guarded(math.remainder), abs


def Cbrt(x: float) -> float:
    """Return the cube root: a guess from the bits, a rational step, a step of Newton's."""
    if not math.isfinite(x) or x == 0:
        return x
    size = abs(x)
    if size < 2.0**-1022:
        root = Float64frombits(Float64bits(size * 2.0**54) // 3 + (696_219_795 << 32))
    else:
        root = Float64frombits(Float64bits(size) // 3 + (715_094_163 << 32))
    s = 19 / 35 + root * root / size * root
    root *= 5 / 14 + 45 / 28 / (s + 99 / 70 - 864 / 1225 / s)
    # Cut to 22 bits and a little larger, so that its square is exact.
    root = Float64frombits((Float64bits(root) & 0xF_FFFF_FFFC << 28) + (1 << 30))
    step = size / (root * root)
    root += root * ((step - root) / (root + root + step))
    return math.copysign(root, x)


def Sinh(x: float) -> float:
    """Return the hyperbolic sine."""
    return _guarded(math.sinh, math.copysign(math.inf, x))(x)


def Atanh(x: float) -> float:
    """Return the inverse hyperbolic tangent."""
    return math.copysign(math.inf, x) if abs(x) == 1 else _guarded(math.atanh)(x)


def _log(function: Callable[[float], float], pole: float) -> Callable[[float], float]:
    guarded = _guarded(function)

    def log(x: float) -> float:
        return -math.inf if x == pole else guarded(x)

    return log


def _log2(x: float) -> float:
    """Return the binary logarithm, as Go works it out."""
    fraction, exponent = math.frexp(x)
    if fraction == 0.5:
        return float(exponent - 1)
    return math.log(fraction) * (1 / math.log(2)) + exponent if math.isfinite(x) else math.log2(x)


def _log10(x: float) -> float:
    return _log2(x) * (math.log(2) / math.log(10))


Log, Log10, Log2 = _log(math.log, 0.0), _log(_log10, 0.0), _log(_log2, 0.0)
Log1p = _log(math.log1p, -1.0)


def _whole(function: Callable[[float], int]) -> Callable[[float], float]:
    def whole(x: float) -> float:
        return math.copysign(float(function(x)), x) if math.isfinite(x) else x

    return whole


Floor, Ceil, Trunc, RoundToEven = (
    _whole(math.floor), _whole(math.ceil), _whole(math.trunc), _whole(round)
)  # fmt: skip


def Round(x: float) -> float:
    """Round half away from zero."""
    if not math.isfinite(x) or abs(x) >= 1 << 52:
        return x
    whole, fraction = math.floor(abs(x)), abs(x) - math.floor(abs(x))
    return math.copysign(float(whole + (fraction >= 0.5)), x)


def Dim(x: float, y: float) -> float:
    """Return x - y, or 0 if that is less."""
    return x - y if not x - y <= 0 else 0.0


def Max(x: float, y: float) -> float:
    """Return the greater; infinity before NaN, 0 before -0."""
    return -Min(-x, -y)


def Min(x: float, y: float) -> float:
    """Return the less; infinity before NaN, -0 before 0."""
    if -math.inf in (x, y):
        return -math.inf
    if math.isnan(x) or math.isnan(y):
        return math.nan
    if x == y == 0:
        return x if math.copysign(1, x) < 0 else y
    return x if x < y else y


def Mod(x: float, y: float) -> float:
    """Return the remainder with the sign of x."""
    return _guarded(math.fmod)(x, y)


def Nextafter(x: float, y: float) -> float:
    """Return the next number from x towards y."""
    return x if x == y else math.nextafter(x, y)


def Pow(x: float, y: float) -> float:
    """Return x to the power y."""
    try:
        return math.pow(x, y)
    except ValueError:
        if x != 0:
            return math.nan
        return math.copysign(math.inf, x) if y % 2 == 1 else math.inf
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf


def Gamma(x: float) -> float:
    """Return the gamma function."""
    if x == 0:
        return math.copysign(math.inf, x)
    return _guarded(math.gamma)(x)


def Lgamma(x: float) -> tuple[float, int]:
    """Return the logarithm of the gamma function, and its sign."""
    if x <= 0 and x == math.floor(x):
        return math.inf, 1
    return math.lgamma(x), -1 if x < 0 and math.floor(x) % 2 else 1


def Inf(sign: int) -> float:
    """Return infinity with that sign."""
    return math.inf if sign >= 0 else -math.inf


def NaN() -> float:
    """Return not a number, with Go's bits."""
    return _NAN


def IsInf(f: float, sign: int) -> bool:
    """Return whether it is infinity with that sign; 0 means either."""
    return math.isinf(f) and (sign == 0 or (sign > 0) == (f > 0))


IsNaN = math.isnan


def Signbit(x: float) -> bool:
    """Return whether it is negative, or -0."""
    return math.copysign(1, x) < 0


def _reinterpreted(value: Any, source: str, target: str) -> Any:
    return struct.unpack(target, struct.pack(source, value))[0]


_NAN: Final[float] = _reinterpreted(0x7FF8_0000_0000_0001, "<Q", "<d")


def Float64bits(f: float) -> Any:
    """Return its bits."""
    return _reinterpreted(f, "<d", "<Q")


def Float64frombits(b: int) -> Any:
    """Return the float of these bits."""
    return _reinterpreted(b, "<Q", "<d")


def Float32bits(f: float) -> Any:
    """Return its bits."""
    return _reinterpreted(f, "<f", "<I")


def Float32frombits(b: int) -> Any:
    """Return the float of these bits."""
    return _reinterpreted(b, "<I", "<f")


def Modf(f: float) -> tuple[float, float]:
    """Return the whole part and the fraction."""
    if math.isinf(f):
        return f, math.nan
    fraction, whole = math.modf(f)
    return whole, fraction


def Frexp(f: float) -> tuple[float, int]:
    """Return a fraction from 0.5 to 1 and a power of two."""
    return math.frexp(f)


def Ldexp(frac: float, exp: int) -> float:
    """Return frac × 2**exp."""
    return _guarded(math.ldexp, math.copysign(math.inf, frac))(frac, exp)


def Logb(x: float) -> float:
    """Return the binary exponent."""
    if x == 0:
        return -math.inf
    return abs(x) if not math.isfinite(x) else float(math.frexp(x)[1] - 1)


def Ilogb(x: float) -> int:
    """Return the binary exponent."""
    if x == 0:
        return -(1 << 31)
    return (1 << 31) - 1 if not math.isfinite(x) else math.frexp(x)[1] - 1


def Pow10(n: int) -> float:
    """Return 10**n."""
    return 0.0 if n < -323 else math.inf if n > 308 else float(f"1e{n}")


def Sincos(x: float) -> tuple[float, float]:
    """Return sine and cosine."""
    return Sin(x), Cos(x)


def FMA(x: float, y: float, z: float) -> float:
    """Return x × y + z, rounded once."""
    if not all(map(math.isfinite, (x, y, z))):
        return x * y + z
    exact = Fraction(x) * Fraction(y) + Fraction(z)
    return float(exact) if exact else x * y + z
