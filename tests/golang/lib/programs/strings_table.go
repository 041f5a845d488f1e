// Every function of package strings on a table of strings.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	words := []string{"", "a", "hello world", "  trim me\t\n", "a,b,,c", "héllo wörld", "Ünïcode ß ſ K", "\xff\xfebad", "xxabcxx", "日本語 テキスト", "Hello, HELLO", "foo\u00a0bar\u2003baz"}
	others := []string{"", "a", "l", "lo", ",", "x", "é", "日", " ", "HELLO", "\xff"}
	for _, s := range words {
		for _, t := range others {
			fmt.Printf("%q %q: ", s, t)
			fmt.Print(strings.Contains(s, t), strings.ContainsAny(s, t), strings.Count(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t), " ",
				strings.Index(s, t), strings.IndexAny(s, t), strings.LastIndex(s, t), strings.LastIndexAny(s, t), strings.EqualFold(s, t), strings.Compare(s, t), " ")
			fmt.Printf("%q %q %q %q ", strings.Split(s, t), strings.SplitN(s, t, 2), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, 2))
			before, after, ok := strings.Cut(s, t)
			fmt.Printf("%q %q %v ", before, after, ok)
			rest, ok := strings.CutPrefix(s, t)
			fmt.Printf("%q %v ", rest, ok)
			rest, ok = strings.CutSuffix(s, t)
			fmt.Printf("%q %v ", rest, ok)
			fmt.Printf("%q %q %q %q %q ", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
			fmt.Printf("%q %q %q\n", strings.ReplaceAll(s, t, "<>"), strings.Replace(s, t, "é", 1), strings.Replace(s, t, "", 2))
		}
		fmt.Printf("%q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.TrimSpace(s))
		fmt.Printf("%q %q %q\n", strings.Fields(s), strings.FieldsFunc(s, func(r rune) bool { return r == 'l' || r == ',' }), strings.Repeat(s, 2))
		fmt.Println(strings.IndexByte(s, 'l'), strings.IndexRune(s, 'ö'), strings.LastIndexByte(s, 'l'), strings.ContainsRune(s, '本'), strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsSpace), strings.ContainsFunc(s, unicode.IsSpace))
		fmt.Printf("%q %q %q\n", strings.TrimFunc(s, unicode.IsLetter), strings.TrimLeftFunc(s, unicode.IsSpace), strings.TrimRightFunc(s, unicode.IsLower))
		fmt.Printf("%q %q\n", strings.Map(func(r rune) rune {
			if r == 'l' {
				return -1
			}
			return r + 1
		}, s), strings.ToValidUTF8(s, "?"))
	}
	fmt.Printf("%q %q\n", strings.Join([]string{"a", "b", "c"}, ", "), strings.Join(nil, "x"))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("ΣΑΣ", "σας"), strings.EqualFold("K", "k"), strings.EqualFold("Go", "GO"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "1", "aa", "2", "", "")
	fmt.Println(r.Replace("<aab>"))
	fmt.Println(strings.NewReplacer("aaa", "3", "aa", "2", "a", "1", "i", "i", "longer", "L").Replace("aaaaalongeri"))
	fmt.Println(strings.NewReplacer("", "X").Replace("ab"), strings.NewReplacer().Replace("ab"))
	var b strings.Builder
	b.WriteString("go")
	b.WriteByte('!')
	b.WriteRune('é')
	b.Write([]byte("xyz"))
	fmt.Fprintf(&b, "%03d", 7)
	fmt.Fprintln(&b, "end")
	fmt.Printf("%q %d %s", b.String(), b.Len(), &b)
	b.Reset()
	fmt.Println(b.Len(), b.String() == "")
	rd := strings.NewReader("héy")
	c, _ := rd.ReadByte()
	ch, size, err := rd.ReadRune()
	fmt.Println(c, ch, size, err, rd.Len(), rd.Size())
	buf := make([]byte, 10)
	n, err := rd.Read(buf)
	fmt.Println(n, err, buf[:n])
	n, err = rd.Read(buf)
	fmt.Println(n, err)
	_, _, err = rd.ReadRune()
	fmt.Println(err)
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.Repeat("x", -1)
	}()
	s := "héllo"
	fmt.Println(len(s), s[1], s[1:3], []rune(s), []byte(s), string([]rune(s)[1]), strings.Clone(s))
	for i, r := range "aé\xff日" {
		fmt.Print(i, " ", r, " ", string(r), ";")
	}
	fmt.Println()
}
