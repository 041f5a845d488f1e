// Real Go's numbers for seeds of one's own.
package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
)

func main() {
	for _, seed := range []int64{0, 1, 42, -7, 1 << 40, 89482311, 2147483647} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(1e15), r.Int31n(1000), r.Intn(10), r.Intn(16), r.Intn(1<<40), r.Float64(), r.Float32(), r.Perm(8))
		s := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		p := make([]byte, 9)
		r.Read(p)
		fmt.Println(s, p)
		for i := 0; i < 1500; i++ {
			r.Int63()
		}
		fmt.Println(r.Int63())
	}
	q := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(q.Uint64(), q.IntN(10), q.IntN(8), q.Int64N(1e15), q.Float64(), q.Float32(), q.Perm(7), q.Int32(), q.Uint32(), q.Int(), q.IntN(1<<40+1), q.Int32N(7), q.Uint64N(9), q.Uint32N(13), q.UintN(17), q.Int64())
	for i := 0; i < 1000; i++ {
		if n := rand.Intn(7); n < 0 || n >= 7 {
			fmt.Println("out of range", n)
		}
		if n := randv2.N(10); n < 0 || n >= 10 {
			fmt.Println("out of range", n)
		}
	}
	for _, f := range []func(){func() { rand.Intn(0) }, func() { rand.Int63n(-1) }, func() { randv2.IntN(0) }} {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			f()
		}()
	}
}
