package main

import (
	"fmt"
	"math/rand"
	v2 "math/rand/v2"
	"time"
)

func main() {
	r := rand.New(rand.NewSource(1))
	p := v2.New(v2.NewPCG(1, 2))
	var n, e, n2, e2 float64
	for i := 0; i < 2000; i++ {
		n += r.NormFloat64()
		e += r.ExpFloat64()
		n2 += p.NormFloat64()
		e2 += p.ExpFloat64()
	}
	fmt.Println(n, e, n2, e2)
	start := time.Now()
	for i := 0; i < 5; i++ {
		time.Sleep(time.Duration(r.ExpFloat64() * float64(10*time.Millisecond)))
		fmt.Println("arrival", i, time.Since(start))
	}
	fmt.Println(p.IntN(100), p.Perm(5))
}
