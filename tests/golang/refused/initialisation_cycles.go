package main

var x = y
var y = x

var a = f()

func f() int { return a }

func main() { println(x, a) }
