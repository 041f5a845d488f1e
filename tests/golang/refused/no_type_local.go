package main

type T struct{}

func (r *T) m(p int) (q int) {
	var a r
	var b p
	var c q
	for i := range 3 {
		var d i
	}
	return
}

type G[X any] struct{}

func main() {
	const k = 3
	var y k
	switch z := any(1).(type) {
	case k:
	case int:
		var w z
	}
	_ = any(1).(k)
}
