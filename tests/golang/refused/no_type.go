package main

import "fmt"

var g = 3

const c = 4

func f() {}

func main() {
	x := 1
	var a x
	var b g
	var d c
	var e f
	var h fmt
	var i fmt.Println
	var j undefinedT
	var k nil
	var l len
	k2 := []x{}
}
