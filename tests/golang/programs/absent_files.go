package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

func main() {
	_, err := os.Open("/does/not/exist.txt")
	var pe *fs.PathError
	fmt.Println(err, errors.Is(err, os.ErrNotExist), errors.Is(err, fs.ErrNotExist), errors.As(err, &pe))
	if pe != nil {
		fmt.Println(pe.Op, pe.Path, pe.Err)
	}
	_, err = os.ReadFile("nope.json")
	fmt.Println(fmt.Errorf("load config: %w", err), os.IsNotExist(err))
	fmt.Println(io.EOF)
}
