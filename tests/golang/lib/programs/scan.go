// Reading numbers and words out of strings.
package main

import "fmt"

func show(n int, err error) { fmt.Println(n, err) }

func main() {
	var a, b int
	var s string
	var f float64
	show(fmt.Sscan("", &a))
	show(fmt.Sscan("5", &a, &b))
	show(fmt.Sscan("5 ", &a, &b))
	show(fmt.Sscan("", &s))
	show(fmt.Sscan("a", &s, &s))
	show(fmt.Sscanln("5", &a, &b))
	show(fmt.Sscanln("5\n6", &a, &b))
	show(fmt.Sscanln("5 6 7", &a, &b))
	show(fmt.Sscanln("", &a))
	show(fmt.Sscanf("5", "%d %d", &a, &b))
	show(fmt.Sscanf("", "%d", &a))
	show(fmt.Sscanf("5x", "%d", &a))
	show(fmt.Sscanf("5,6", "%d,%d", &a, &b))
	show(fmt.Sscanf("5;6", "%d,%d", &a, &b))
	show(fmt.Sscanf("x", "%f", &f))
	show(fmt.Sscanf("5", "%d", &a, &b))
	show(fmt.Sscanf("5 6", "%d %d", &a))
	show(fmt.Sscan("x", &a))
	show(fmt.Sscan("x", &f))
}
