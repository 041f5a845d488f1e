// Numbers, booleans and quoted strings as text, and back.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	texts := []string{"", "0", "-0", "+5", "42", "-42", "12a", "a", " 1", "1 ", "1_000", "0x1F", "0X1f", "0b101", "0o17", "017", "08", "0x", "-0x8000000000000000",
		"127", "128", "-128", "-129", "255", "256", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
		"18446744073709551615", "18446744073709551616", "99999999999999999999x", "--1", "+-1", "_1", "1__0", "0_1", "0x_1f", "zz", "Zz", "٣",
		"1.5", "1e3", ".5", "5.", "1e400", "-1e400", "inf", "+Inf", "-infinity", "nan", "0x1p-2", "0x1.8p1", "1e", "e5", "1e-400", "3.4e39", "0.1", "16777217",
		"1.7976931348623157e308", "1.7976931348623159e308", "4.9e-324", "2e-324", "true", "T", "1", "false", "FALSE", "yes", "True", "tRUE"}
	for _, s := range texts {
		a, err := strconv.Atoi(s)
		fmt.Println(a, err)
		for _, base := range []int{0, 2, 10, 16, 36} {
			for _, bits := range []int{0, 8, 16, 64} {
				i, err := strconv.ParseInt(s, base, bits)
				u, err2 := strconv.ParseUint(s, base, bits)
				fmt.Println(s, base, bits, i, err, u, err2)
			}
		}
		for _, bits := range []int{32, 64} {
			f, err := strconv.ParseFloat(s, bits)
			fmt.Println(f, err)
		}
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	_, err := strconv.ParseInt("1", 1, 64)
	fmt.Println(err)
	_, err = strconv.ParseInt("1", 10, 65)
	fmt.Println(err)
	for _, n := range []int64{0, 1, -1, 255, -255, math.MaxInt64, math.MinInt64, 123456} {
		for _, base := range []int{2, 8, 10, 16, 36, 7} {
			fmt.Print(strconv.FormatInt(n, base), " ", strconv.FormatUint(uint64(n), base), " ")
		}
		fmt.Println(strconv.Itoa(int(n)))
	}
	floats := []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1.0 / 3, 100, 123456, 1234567, 1e20, 1e21, 1e22, 1e-4, 1e-5, 5e-324, math.MaxFloat64, math.Pi, 2.5, 3.5, 0.000123456, 1e100, math.Inf(1), math.Inf(-1), math.NaN(), 33909, 497.5, 1 << 53, 16777216.5, 8.589973e9}
	for _, f := range floats {
		for _, verb := range []byte("eEfgGbxX") {
			for _, prec := range []int{-1, 0, 1, 2, 6, 17, 30} {
				if verb == 'b' && prec != -1 {
					continue
				}
				fmt.Print(strconv.FormatFloat(f, verb, prec, 64), " ", strconv.FormatFloat(f, verb, prec, 32), " ")
			}
		}
		fmt.Println(f, float32(f))
	}
	for _, s := range []string{"", "plain", "tab\t", "q\"q", "b`q", "nl\n", "\x00\x7f\xff", "é世界", "☺\u200b\U0001F600", "\u00a0\u3000", "\\", "'"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 'é', '☺', 0x10ffff, 0x110000, -1, 0xd800, 0} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`"a"`, `"a\n\x41\u00e9\101"`, "`raw\\n`", `'x'`, `'xy'`, `"unterminated`, `a`, `""`, `"\q"`, `"a"b"`, `'\''`, `"\'"`, `"\U0010FFFF"`, `"\U00110000"`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", u, err)
	}
	b := strconv.AppendInt([]byte("x="), -5, 10)
	b = strconv.AppendBool(append(b, ' '), true)
	b = strconv.AppendFloat(append(b, ' '), 1.5, 'f', 2, 64)
	b = strconv.AppendQuote(append(b, ' '), "q")
	fmt.Println(string(b), strconv.FormatBool(false), strconv.IntSize)
}
