"""Package maps.

Models   maps/maps.go, maps/iter.go of Go 1.21 to 1.27.
Read     gosim.golang.lib.goiter first.
Leaves out   nothing.

>>> "func Keys" in API
True
"""

from __future__ import annotations

from typing import Final

API: Final = """
package maps

import "iter"

func Equal[M1, M2 ~map[K]V, K, V comparable](m1 M1, m2 M2) bool {
	return EqualFunc(m1, m2, func(mine, yours V) bool { return mine == yours })
}

func EqualFunc[M1 ~map[K]V1, M2 ~map[K]V2, K comparable, V1, V2 any](
	m1 M1, m2 M2, eq func(V1, V2) bool,
) bool {
	same := len(m1) == len(m2)
	for key, mine := range m1 {
		yours, there := m2[key]
		if same = same && there && eq(mine, yours); !same {
			break
		}
	}
	return same
}

func Clone[M ~map[K]V, K comparable, V any](m M) M {
	if m == nil {
		return nil
	}
	made := make(M, len(m))
	for k, v := range m {
		made[k] = v
	}
	return made
}

func Copy[M1 ~map[K]V, M2 ~map[K]V, K comparable, V any](dst M1, src M2) {
	for k, v := range src {
		dst[k] = v
	}
}

func DeleteFunc[M ~map[K]V, K comparable, V any](m M, del func(K, V) bool) {
	for k, v := range m {
		if del(k, v) {
			delete(m, k)
		}
	}
}

func All[Map ~map[K]V, K comparable, V any](m Map) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range m {
			if !yield(k, v) {
				return
			}
		}
	}
}

func Keys[Map ~map[K]V, K comparable, V any](m Map) iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func Values[Map ~map[K]V, K comparable, V any](m Map) iter.Seq[V] {
	return func(yield func(V) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

func Insert[Map ~map[K]V, K comparable, V any](m Map, seq iter.Seq2[K, V]) {
	seq(func(k K, v V) bool {
		m[k] = v
		return true
	})
}

func Collect[K comparable, V any](seq iter.Seq2[K, V]) map[K]V {
	made := make(map[K]V)
	seq(func(k K, v V) bool {
		made[k] = v
		return true
	})
	return made
}
"""

SINCE: Final = {
    "Equal": 21, "EqualFunc": 21, "Clone": 21, "Copy": 21, "DeleteFunc": 21,
    "All": 23, "Keys": 23, "Values": 23, "Insert": 23, "Collect": 23,
}  # fmt: skip
