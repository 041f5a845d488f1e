package main

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func classify(r rune) string {
	switch {
	case unicode.Is(unicode.Han, r):
		return "han"
	case unicode.In(r, unicode.Latin, unicode.Greek):
		return "latin/greek"
	case unicode.Is(unicode.Cyrillic, r):
		return "cyrillic"
	case unicode.IsDigit(r):
		return "digit"
	case unicode.IsSpace(r):
		return "space"
	case unicode.IsPunct(r):
		return "punct"
	}
	return "other"
}

func main() {
	s := "héllo, 世界! Привет 42 ☃ λ"
	for i, r := range s {
		fmt.Printf("%2d %c %U %s %d\n", i, r, r, classify(r), utf8.RuneLen(r))
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), reverse(s))
	bad := "a\xffb\xc0\xafc"
	for i, r := range bad {
		fmt.Printf("%d:%q ", i, r)
	}
	fmt.Println(utf8.ValidString(bad), strings.ToValidUTF8(bad, "?"))
	fmt.Printf("%q %+q %x % X %v\n", s[:6], "世界", "世界", "hé", []byte("é"))
	fmt.Printf("|%-10s|%10s|%.3s|%5q|\n", "世界", "héé", "héllo", 'x')
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	fmt.Println(len(words), words, strings.ToUpper(s), strings.Title("hello wörld"))
	t := strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
	fmt.Println(t)
	tick := time.NewTicker(time.Second)
	spinner := []rune("⠋⠙⠹")
	for i := 0; i < 4; i++ {
		now := <-tick.C
		fmt.Printf("\r%c %s", spinner[i%len(spinner)], now.Format("04:05"))
	}
	fmt.Println()
}
