"""The numbers of Zipf's law in packages math/rand and math/rand/v2, in Go.

Models   math/rand/zipf.go of Go 1.22: rejection-inversion after Hörmann and Derflinger.
Read     gosim.golang.lib.gorand next.
Leaves out   nothing.
"""

from __future__ import annotations

from typing import Final

ZIPF: Final = """
type Zipf struct {
	r                      *Rand
	v, q, left, top, width float64
	near                   float64
}

func (z *Zipf) area(x float64) float64    { return math.Exp(z.left*math.Log(z.v+x)) * (1 / z.left) }
func (z *Zipf) inverse(x float64) float64 { return math.Exp((1/z.left)*math.Log(z.left*x)) - z.v }

func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, q: s, left: 1 - s}
	z.top = z.area(float64(imax) + 0.5)
	z.width = z.area(0.5) - math.Exp(math.Log(v)*(-s)) - z.top
	z.near = 1 - z.inverse(z.area(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		under := z.top + z.r.Float64()*z.width
		x := z.inverse(under)
		k := math.Floor(x + 0.5)
		if k-x <= z.near || under >= z.area(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
"""
