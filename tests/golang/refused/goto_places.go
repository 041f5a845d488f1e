package main

import "fmt"

func main() {
	goto end
	x := 1
	fmt.Println(x)
end:
	if x > 0 {
	inner:
		fmt.Println("a")
	}
	goto inner
	goto nowhere
}
