"""Package slices, as far as it is written in Go.

Models   slices/slices.go, slices/sort.go, slices/iter.go of Go 1.21 to 1.27.
Read     gosim.golang.lib.goslices, which is the package.
Leaves out   what goslices leaves out.
"""

from __future__ import annotations

from typing import Final

PLAIN: Final = """
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	same := len(s1) == len(s2)
	for i := 0; same && i < len(s1); i++ {
		same = s1[i] == s2[i]
	}
	return same
}

func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	same := len(s1) == len(s2)
	for i := 0; same && i < len(s1); i++ {
		same = eq(s1[i], s2[i])
	}
	return same
}

func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	return CompareFunc(s1, s2, func(a, b E) int { return cmp.Compare(a, b) })
}

func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, compare func(E1, E2) int) int {
	for i := 0; i < min(len(s1), len(s2)); i++ {
		if order := compare(s1[i], s2[i]); order != 0 {
			return order
		}
	}
	return cmp.Compare(len(s1), len(s2))
}

func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool {
	return IndexFunc(s, f) >= 0
}

func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:]
	if len(v) == 0 {
		return s
	}
	tail := append(S(nil), s[i:]...)
	if n := len(s) + len(v); n > cap(s) {
		grown := append(s[:i], make(S, n-i)...)
		copy(grown[i:], v)
		copy(grown[i+len(v):], tail)
		return grown
	}
	return append(append(s[:i], v...), tail...)
}

func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	kept := append(s[:i], s[j:]...)
	clearTail(s[len(kept):])
	return kept
}

func clearTail[S ~[]E, E any](s S) {
	if !clearsTail() {
		return
	}
	var zero E
	for i := range s {
		s[i] = zero
	}
}

func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	kept := s[:0]
	for _, v := range s {
		if !del(v) {
			kept = append(kept, v)
		}
	}
	clearTail(s[len(kept):])
	return kept
}

func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	tail := append(S(nil), s[j:]...)
	made := append(append(s[:i], v...), tail...)
	if len(made) < len(s) {
		clearTail(s[len(made):])
	}
	return made
}

func Clone[S ~[]E, E any](s S) S {
	if s == nil {
		return nil
	}
	return append(S{}, s...)
}

func Compact[S ~[]E, E comparable](s S) S {
	return CompactFunc(s, func(a, b E) bool { return a == b })
}

func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	kept := s[:1]
	for _, v := range s[1:] {
		if !eq(kept[len(kept)-1], v) {
			kept = append(kept, v)
		}
	}
	clearTail(s[len(kept):])
	return kept
}

func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if cap(s)-len(s) >= n {
		return s
	}
	made := make(S, len(s), len(s)+n)
	copy(made, s)
	return made
}

func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

func Concat[S ~[]E, E any](slices ...S) S {
	size := 0
	for _, s := range slices {
		size += len(s)
	}
	var made S
	if size > 0 {
		made = make(S, 0, size)
	}
	for _, s := range slices {
		made = append(made, s...)
	}
	return made
}

func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	made := make(S, 0, len(x)*count)
	for i := 0; i < count; i++ {
		made = append(made, x...)
	}
	return made
}

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	return IsSortedFunc(x, func(a, b E) int { return cmp.Compare(a, b) })
}

func IsSortedFunc[S ~[]E, E any](x S, compare func(a, b E) int) bool {
	at := len(x) - 1
	for at > 0 && compare(x[at], x[at-1]) >= 0 {
		at--
	}
	return at <= 0
}

func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	best := x[0]
	for _, v := range x[1:] {
		if cmp(v, best) > 0 {
			best = v
		}
	}
	return best
}

func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	best := x[0]
	for _, v := range x[1:] {
		if cmp(v, best) < 0 {
			best = v
		}
	}
	return best
}

func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := (low + high) / 2
		if cmp(x[middle], target) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
"""
"""What Go 1.21 and 1.22 have, and Repeat."""

ITERATORS: Final = """
func All[Slice ~[]E, E any](s Slice) iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i, v := range s {
			if !yield(i, v) {
				return
			}
		}
	}
}

func Backward[Slice ~[]E, E any](s Slice) iter.Seq2[int, E] {
	return func(yield func(int, E) bool) {
		for i := len(s) - 1; i >= 0; i-- {
			if !yield(i, s[i]) {
				return
			}
		}
	}
}

func Values[Slice ~[]E, E any](s Slice) iter.Seq[E] {
	return func(yield func(E) bool) {
		for _, v := range s {
			if !yield(v) {
				return
			}
		}
	}
}

func AppendSeq[Slice ~[]E, E any](s Slice, seq iter.Seq[E]) Slice {
	seq(func(v E) bool {
		s = append(s, v)
		return true
	})
	return s
}

func Collect[E any](seq iter.Seq[E]) []E { return AppendSeq([]E(nil), seq) }

func Sorted[E cmp.Ordered](seq iter.Seq[E]) []E {
	s := Collect(seq)
	Sort(s)
	return s
}

func SortedFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E {
	s := Collect(seq)
	SortFunc(s, cmp)
	return s
}

func SortedStableFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E {
	s := Collect(seq)
	SortStableFunc(s, cmp)
	return s
}

func Chunk[Slice ~[]E, E any](s Slice, n int) iter.Seq[Slice] {
	if n < 1 {
		panic("cannot be less than 1")
	}
	return func(yield func(Slice) bool) {
		for i := 0; i < len(s); i += n {
			end := min(n, len(s[i:]))
			if !yield(s[i : i+end : i+end]) {
				return
			}
		}
	}
}
"""
"""What Go 1.23 added."""
