package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, v := range []int{5, 6, 7} {
		ps = append(ps, &v, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 2:
				break outer
			case j == 2:
				break
			default:
				fmt.Print(i, j, " ")
			}
		}
		fmt.Print("| ")
	}
	fmt.Println()
	for i := range 3 {
		i := i * 2
		defer fmt.Println("defer", i)
	}
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println("array copy", v)
		}
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		sl[2] = 10
		if i == 0 {
			sl = append(sl, 4)
		}
		if i == 2 {
			fmt.Println("slice", v, len(sl))
		}
	}
	for i, v := range &arr {
		arr[2] = 20
		if i == 2 {
			fmt.Println("ptr array", v)
		}
	}
	m := map[int]bool{1: true, 2: true, 3: true}
	n := 0
	for k := range m {
		delete(m, k)
		n++
	}
	fmt.Println(n, len(m))
	for i, r := range "aé€😀\xff!" {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println()
	x := 1
	{
		x := x + 1
		x++
		_ = x
	}
	if x := 5; x > 3 {
		fmt.Println("if", x)
	} else if y := x * 2; y > 3 {
		fmt.Println(y)
	}
	fmt.Println(x)
	switch x := any(x).(type) {
	case int, int64:
		fmt.Printf("%T %v\n", x, x)
	case string:
		fmt.Println(len(x))
	}
	switch x {
	case 1:
		fmt.Println("one")
		fallthrough
	case 2:
		fmt.Println("two")
	case 3:
		fmt.Println("three")
	default:
		fmt.Println("def")
	}
	i := 0
loop:
	for {
		select {
		default:
			i++
			if i > 3 {
				break loop
			}
			continue loop
		}
	}
	fmt.Println(i)
	var a, b = 1, 2
	a, b = b, a+b
	sl[a], a = 99, 0
	fmt.Println(a, b, sl)
	i = 0
	i, sl[i] = 2, 77
	fmt.Println(i, sl)
	var matrix [3][4]int
	for i := range matrix {
		for j := range matrix[i] {
			matrix[i][j] = i * j
		}
	}
	m2 := matrix
	m2[2][3] = 100
	fmt.Println(matrix, m2, matrix == m2, len(matrix), len(matrix[0]))
	grid := make([][]rune, 2)
	for i := range grid {
		grid[i] = []rune("...")
	}
	grid[1][1] = '#'
	for _, row := range grid {
		fmt.Println(string(row))
	}
	for range 2 {
		fmt.Print("x")
	}
	fmt.Println()
	var u8 uint8
	for u8 = range 3 {
	}
	fmt.Println(u8)
	fmt.Println("end")
}
