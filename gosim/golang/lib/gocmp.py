"""Package cmp: comparing ordered values.

Models   cmp/cmp.go of Go 1.21 to 1.27.
Read     nothing first.
Leaves out   nothing.

>>> "func Compare" in API
True
"""

from __future__ import annotations

from typing import Final

API: Final = """
package cmp

type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 | ~string
}

func Less[T Ordered](x, y T) bool {
	return x < y || (x != x && y == y)
}

func Compare[T Ordered](x, y T) int {
	switch {
	case x == y || (x != x && y != y):
		return 0
	case x < y || x != x:
		return -1
	}
	return 1
}

func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
"""

SINCE: Final = {"Ordered": 21, "Less": 21, "Compare": 21, "Or": 22}
