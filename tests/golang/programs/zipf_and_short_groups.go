package main

import (
	"fmt"
	r1 "math/rand"
	"math/rand/v2"
)

const ( One = iota + 1; Two; Three )
var ( a = One; b = Two; c = Three)

func main() {
	z := r1.NewZipf(r1.New(r1.NewSource(3)), 1.2, 5, 1000)
	y := rand.NewZipf(rand.New(rand.NewPCG(3, 4)), 2.5, 1, 40)
	for range 12 {
		fmt.Print(z.Uint64(), " ", y.Uint64(), "; ")
	}
	fmt.Println(a, b, c, r1.NewZipf(nil, 1, 1, 1))
	const ( x = 1; y2 = 2 )
	fmt.Println(x + y2)
}
