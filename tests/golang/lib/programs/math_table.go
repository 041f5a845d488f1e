// Functions of package math and math/bits on a table of numbers.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	xs := []float64{0, math.Copysign(0, -1), 0.5, -0.5, 1, -1, 1.5, 2.5, -2.5, 3.7, -3.7, 10, 100.25, 1e-10, 1e10, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	ones := map[string]func(float64) float64{"Abs": math.Abs, "Ceil": math.Ceil, "Floor": math.Floor, "Trunc": math.Trunc, "Round": math.Round, "RoundToEven": math.RoundToEven, "Sqrt": math.Sqrt, "Cbrt": math.Cbrt, "Log2": math.Log2, "Logb": math.Logb}
	names := []string{"Abs", "Ceil", "Floor", "Trunc", "Round", "RoundToEven", "Sqrt", "Cbrt", "Log2", "Logb"}
	for _, name := range names {
		for _, x := range xs {
			fmt.Print(ones[name](x), " ")
		}
		fmt.Println(name)
	}
	loose := []func(float64) float64{math.Sin, math.Cos, math.Tan, math.Asin, math.Acos, math.Atan, math.Sinh, math.Cosh, math.Tanh, math.Asinh, math.Acosh, math.Atanh, math.Exp, math.Exp2, math.Expm1, math.Log, math.Log10, math.Log1p, math.Erf, math.Erfc, math.Gamma}
	for i, f := range loose {
		for _, x := range xs {
			if math.Abs(x) < 1e9 || x != x || i >= 6 {
				fmt.Printf("%.11g ", f(x))
			}
		}
		fmt.Println(i)
	}
	for _, x := range xs {
		for _, y := range xs {
			fmt.Print(math.Max(x, y), " ", math.Min(x, y), " ", math.Mod(x, y), " ", math.Dim(x, y), " ", math.Copysign(x, y), " ", math.Remainder(x, y), " ")
			fmt.Printf("%.11g %.11g %.11g ", math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y))
			fmt.Println(math.Nextafter(x, y))
		}
		w, f := math.Modf(x)
		fr, e := math.Frexp(x)
		fmt.Println(w, f, fr, e, math.Ldexp(x, 3), math.IsNaN(x), math.IsInf(x, 0), math.IsInf(x, 1), math.Signbit(x), math.Float64bits(x), math.Float32bits(float32(x)))
	}
	fmt.Println(math.Pi, math.E, math.Phi, math.Sqrt2, math.Ln2, math.Log2E, math.Log10E, math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println(math.MaxInt, math.MinInt, math.MaxInt8, math.MaxInt16, math.MaxInt32, math.MaxInt64, math.MinInt64, math.MaxUint8, math.MaxUint32, uint64(math.MaxUint64))
	fmt.Println(math.Float64frombits(0x4009_21FB_5444_2D18), math.Float32frombits(0x3f800000), math.Pow10(3), math.Inf(-1), math.FMA(2, 3, 4), math.Ilogb(8))
	for _, u := range []uint64{0, 1, 2, 7, 0x80, 0xff00, 1 << 63, math.MaxUint64} {
		fmt.Println(bits.Len64(u), bits.LeadingZeros64(u), bits.TrailingZeros64(u), bits.OnesCount64(u), bits.Reverse64(u), bits.ReverseBytes64(u), bits.RotateLeft64(u, 5), bits.RotateLeft64(u, -3),
			bits.Len8(uint8(u)), bits.LeadingZeros32(uint32(u)), bits.TrailingZeros16(uint16(u)), bits.OnesCount(uint(u)), bits.Reverse8(uint8(u)))
		hi, lo := bits.Mul64(u, 10)
		sum, carry := bits.Add64(u, 1, 0)
		diff, borrow := bits.Sub64(u, 1, 0)
		fmt.Println(hi, lo, sum, carry, diff, borrow, bits.UintSize)
	}
}
