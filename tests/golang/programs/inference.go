package main

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type List[T any] interface{ ~[]T }
type Mapish[K comparable, V any] interface{ ~map[K]V }
type Func[A, B any] interface{ ~func(A) B }

func Len[L List[T], T any](l L) int { return len(l) }
func First[L List[T], T any](l L) (t T) {
	if len(l) > 0 {
		t = l[0]
	}
	return
}
func Invert[M Mapish[K, V], K, V comparable](m M) map[V]K {
	out := map[V]K{}
	for k, v := range m {
		out[v] = k
	}
	return out
}
func Apply[F Func[A, B], A, B any](f F, xs ...A) []B {
	var out []B
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Flat[SS ~[]S, S ~[]E, E any](ss SS) S {
	var out S
	for _, s := range ss {
		out = append(out, s...)
	}
	return out
}
func Values[M ~map[K]S, K cmp.Ordered, S ~[]E, E any](m M) S {
	keys := make([]K, 0)
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out S
	for _, k := range keys {
		out = append(out, m[k]...)
	}
	return out
}

type Setter[T any] interface {
	*T
	Set(string) error
}
type IntFlag struct{ v int }

func (f *IntFlag) Set(s string) (err error) { f.v, err = strconv.Atoi(s); return }
func Parse[T any, P Setter[T]](s string) (T, error) {
	var t T
	err := P(&t).Set(s)
	return t, err
}
func ParseInto[T any, P Setter[T]](dst *T, s string) error { return P(dst).Set(s) }

type IDs []int
type Names map[string]IDs
type Conv func(int) string

func Drain[C ~chan T | ~<-chan T, T any](c C) (out []T) {
	for v := range c {
		out = append(out, v)
	}
	return
}
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}
func Zip[A, B any](as []A, bs []B) []struct {
	A A
	B B
} {
	var out []struct {
		A A
		B B
	}
	for i := range min(len(as), len(bs)) {
		out = append(out, struct {
			A A
			B B
		}{as[i], bs[i]})
	}
	return out
}
func SortBy[T any, K cmp.Ordered](xs []T, key func(T) K) []T {
	out := slices.Clone(xs)
	slices.SortFunc(out, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	return out
}
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type Num interface{ ~int | ~int64 | ~float64 }

func SumBy[T any, N Num](xs []T, f func(T) N) (n N) {
	for _, x := range xs {
		n += f(x)
	}
	return
}
func Convert[To, From Num](f From) To { return To(f) }

type Matrix[T Num] [][]T

func (m Matrix[T]) Transpose() Matrix[T] {
	out := make(Matrix[T], len(m[0]))
	for i := range out {
		out[i] = make([]T, len(m))
		for j := range m {
			out[i][j] = m[j][i]
		}
	}
	return out
}

type Observer[T any] interface{ Notify(T) }
type ObsFunc[T any] func(T)

func (f ObsFunc[T]) Notify(v T) { f(v) }

type Subject[T any] struct {
	obs []Observer[T]
	sync.Mutex
}

func (s *Subject[T]) Add(o ...Observer[T]) *Subject[T] { s.obs = append(s.obs, o...); return s }
func (s *Subject[T]) Fire(v T) {
	s.Lock()
	defer s.Unlock()
	for _, o := range s.obs {
		o.Notify(v)
	}
}

type Either[L, R any] struct {
	left  *L
	right *R
}

func Left[L, R any](l L) Either[L, R]  { return Either[L, R]{left: &l} }
func Right[L, R any](r R) Either[L, R] { return Either[L, R]{right: &r} }
func Fold[L, R, T any](e Either[L, R], f func(L) T, g func(R) T) T {
	if e.left != nil {
		return f(*e.left)
	}
	return g(*e.right)
}

type Number interface{ int | float64 }

func Abs[T Number](x T) T {
	if x < 0 {
		return -x
	}
	return x
}
func Equal[T comparable](a, b T) bool { return a == b }
func Index[T comparable, S ~[]T](s S, x T) int {
	for i, v := range s {
		if v == x {
			return i
		}
	}
	return -1
}
func Kind[T any]() string {
	var z T
	switch any(z).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "?"
	default:
		return fmt.Sprintf("%T", z)
	}
}

type Cache[K comparable, V any, F func(K) V] struct {
	f F
	m map[K]V
}

func Memo[K comparable, V any](f func(K) V) func(K) V {
	c := Cache[K, V, func(K) V]{f, map[K]V{}}
	return func(k K) V {
		if v, ok := c.m[k]; ok {
			return v
		}
		v := c.f(k)
		c.m[k] = v
		return v
	}
}

type Vec2[T Num] struct{ X, Y T }

func (v Vec2[T]) Add(o Vec2[T]) Vec2[T]            { return Vec2[T]{v.X + o.X, v.Y + o.Y} }
func (v Vec2[T]) String() string                   { return fmt.Sprintf("<%v %v>", v.X, v.Y) }
func Reduce[T any](xs []T, f func(T, T) T) (acc T) {
	for i, x := range xs {
		if i == 0 {
			acc = x
			continue
		}
		acc = f(acc, x)
	}
	return
}

func main() {
	fmt.Println(Len(IDs{1, 2}), First(IDs{7}), First([]string{}), Invert(map[string]int{"a": 1}))
	fmt.Println(Apply(Conv(strconv.Itoa), 1, 2), Apply(strings.ToUpper, "a"), Apply(func(f float64) int { return int(f) }, 1.5, 2))
	fmt.Printf("%T %v\n", Flat([]IDs{{1}, {2, 3}}), Flat([][]string{{"x"}, {"y"}}))
	fmt.Printf("%T %v\n", Values(Names{"b": {2}, "a": {1}}), Values(map[int][]string{1: {"q"}}))
	f, err := Parse[IntFlag]("42")
	fmt.Println(f, err)
	err = ParseInto(&f, "x")
	fmt.Println(f, err)
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	fmt.Println(Drain(c))
	fmt.Println(Compose(strconv.Itoa, func(s string) []byte { return []byte(s) })(65), Curry(func(a int, b string) string { return strings.Repeat(b, a) })(3)("ab"))
	fmt.Printf("%v %+v\n", Zip([]int{1, 2}, []string{"a", "b", "c"}), Zip([]int{1}, []bool{true}))
	fmt.Println(SortBy([]string{"ccc", "a", "bb"}, func(s string) int { return len(s) }), Must(strconv.Atoi("5")))
	fmt.Println(SumBy([]string{"a", "bb"}, func(s string) float64 { return float64(len(s)) / 2 }), Convert[int](3.9), Convert[float64](2), Convert[int64, int](7))
	fmt.Println(Matrix[int]{{1, 2, 3}, {4, 5, 6}}.Transpose())
	var got []string
	s := (&Subject[int]{}).Add(ObsFunc[int](func(i int) { got = append(got, fmt.Sprint("a", i)) }), ObsFunc[int](func(i int) { got = append(got, fmt.Sprint("b", i*2)) }))
	s.Fire(4)
	fmt.Println(got)
	e := Right[error]("fine")
	fmt.Println(Fold(e, error.Error, strings.ToUpper), Fold(Left[int, string](3), strconv.Itoa, strings.ToUpper))
	fmt.Println(Abs(-3), Abs(-2.5), Equal("a", "a"), Equal[any](1, 1.0), Index(IDs{5, 6}, 6), Index([]string{"a"}, "b"))
	fmt.Println(Kind[int](), Kind[string](), Kind[IDs](), Kind[map[string]*IntFlag](), Kind[Vec2[int]](), Kind[error]())
	n := 0
	sq := Memo(func(i int) int { n++; return i * i })
	fmt.Println(sq(3), sq(3), sq(4), n)
	fmt.Println(Reduce([]Vec2[int]{{1, 2}, {3, 4}}, Vec2[int].Add), Vec2[float64]{1.5, 2})
	fmt.Println(Reduce([]string{"a", "b"}, func(a, b string) string { return a + b }))
	fmt.Println(runtime.GOMAXPROCS(2), runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-1))
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() { defer wg.Done(); time.Sleep(time.Duration(i) * time.Millisecond); fmt.Println("p", i) }()
	}
	wg.Wait()
	var once sync.Once
	once.Do(func() { fmt.Printf("%T %T %T\n", e, s, Curry[int, int, int]) })
}
