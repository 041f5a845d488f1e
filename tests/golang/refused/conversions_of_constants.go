package main

import (
	"strings"
	"time"
)

const half = 0.5

func use(a ...any) {}

func main() {
	use(int(3.9))
	use(int(-3.9))
	use(int(half))
	use(int(1 + 0.5))
	use(time.Duration(2.5))
	use(time.Duration(-2.5) * time.Second)
	use(1, strings.Cut("k=v", "="))
	var x int = -2.5
	var y uint8 = 3 * 100
	use(uint8(3 * 100))
	use(x, y, uint8(-1))
}
