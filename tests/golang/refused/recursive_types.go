package main

type A struct{ b B }

type B struct{ a [2]A }

type C struct{ c C }

type D struct{ next *D }

func main() {
	var a A
	var d D
	println(&a, &d)
}
