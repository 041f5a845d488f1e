package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const text = `the quick brown fox
jumps over the lazy dog
the end — déjà vu, 世界!
`

type byCount []struct {
	w string
	n int
}

func (b byCount) Len() int           { return len(b) }
func (b byCount) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
func (b byCount) Less(i, j int) bool { return b[i].n > b[j].n || b[i].n == b[j].n && b[i].w < b[j].w }

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	counts := map[string]int{}
	sc := bufio.NewScanner(strings.NewReader(text))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		counts[strings.TrimFunc(sc.Text(), unicode.IsPunct)]++
	}
	var bc byCount
	for k, n := range counts {
		bc = append(bc, struct {
			w string
			n int
		}{k, n})
	}
	sort.Sort(bc)
	for _, e := range bc[:4] {
		fmt.Fprintf(w, "%-6s %d %s\n", e.w, e.n, strings.Repeat("*", e.n))
	}
	sc = bufio.NewScanner(strings.NewReader(text))
	for i := 1; sc.Scan(); i++ {
		line := sc.Text()
		fmt.Fprintf(w, "%2d %2d %2d %s|\n", i, len(line), utf8.RuneCountInString(line), strings.Title(line))
	}
	r := bufio.NewReader(strings.NewReader("key=val\nk2=v2\nlast"))
	for {
		s, err := r.ReadString('\n')
		k, v, ok := strings.Cut(strings.TrimSpace(s), "=")
		fmt.Fprintln(w, strconv.Quote(k), strconv.Quote(v), ok, err)
		if err != nil {
			break
		}
	}
	fmt.Fprintln(w, strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		if r == ' ' {
			return -1
		}
		return unicode.ToUpper(r)
	}, "Hello World é"))
	fmt.Fprintln(w, strings.Fields("  a b\t c\n"), strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","), strings.TrimLeft("xxabc", "x"), strings.TrimPrefix("prefix-a", "prefix-"), strings.LastIndex("go gopher", "go"), strings.EqualFold("Go", "GO"))
	fmt.Fprintln(w, strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>hi</b>"), strings.ContainsAny("abc", "xyzc"), strings.IndexByte("abc", 'c'), strings.Count("cheese", "e"), strings.ToTitle("abc"))
	for _, s := range []string{"42", "-7", "0x1f", "1e3", "abc", "99999999999999999999", ""} {
		n, err := strconv.Atoi(s)
		f, err2 := strconv.ParseFloat(s, 64)
		m, err3 := strconv.ParseInt(s, 0, 16)
		fmt.Fprintln(w, n, err, f, err2, m, err3)
	}
	b, err := strconv.ParseBool("maybe")
	fmt.Fprintln(w, b, err, strconv.FormatInt(-255, 16), strconv.Itoa(1<<20), strconv.FormatFloat(1.0/3, 'f', 4, 64), strconv.AppendInt(nil, 5, 2))
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("bytes"))
	fmt.Fprintf(&buf, " %d", 7)
	fmt.Fprintln(w, buf.String(), buf.Len(), bytes.Contains(buf.Bytes(), []byte("byt")), bytes.Fields([]byte(" a b ")), bytes.Equal([]byte("a"), []byte("a")))
	p, _ := buf.ReadString(' ')
	c, _ := buf.ReadByte()
	fmt.Fprintf(w, "%q %c %q\n", p, c, buf.Next(3))
	xs := []int{3, 1, 4, 1, 5, 9, 2, 6}
	ys := slices.Clone(xs)
	slices.Sort(ys)
	i, found := slices.BinarySearch(ys, 4)
	fmt.Fprintln(w, ys, i, found, slices.Max(xs), slices.Index(xs, 4), slices.Contains(xs, 7), slices.Compact(ys), slices.Insert(xs, 2, 8, 8), slices.Delete(slices.Clone(xs), 1, 3), slices.Equal(xs, ys), slices.IndexFunc(xs, func(x int) bool { return x > 4 }))
}
