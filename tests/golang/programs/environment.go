package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	os.Setenv("HOST", "db")
	os.Setenv("PORT", "5432")
	fmt.Println(os.Getenv("HOST"), os.ExpandEnv("$HOST:${PORT}/$NOPE"), os.Expand("a $x b", strings.ToUpper))
	v, ok := os.LookupEnv("MISSING")
	fmt.Println(v, ok)
	os.Unsetenv("HOST")
	fmt.Println(os.Getenv("HOST") == "", len(os.Args))
	if len(os.Args) > 5 {
		os.Exit(1)
	}
	fmt.Fprintln(os.Stderr, "warning")
	os.Stderr.WriteString("x\n")
	defer os.Exit(0)
}
