package main

import "math"

const _ = math.MaxInt64
const _ uint8 = 300
const _ = undefinedThing

type _ struct{ x missing }

var _ = 1 + "a"

func _() { return 1 }

func main() {
	const _ = alsoMissing
	const _ int8 = 200
	type _ struct{ y missing2 }
	var _ int = "x"
}
