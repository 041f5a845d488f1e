package main

import "fmt"

fmt.Println("x")

func main()
{
	fmt.Println(x)
}
