// syscall, hash/fnv, text/tabwriter.
package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"syscall"
	"text/tabwriter"
)

func main() {
	stop := make(chan os.Signal, 1)
	fmt.Println(os.Interrupt, syscall.SIGTERM, syscall.SIGKILL, syscall.Signal(99), os.Interrupt == syscall.SIGINT)
	stop <- syscall.SIGTERM
	fmt.Println(<-stop)
	for _, s := range []string{"", "a", "hello", "héllo"} {
		a, b, c, d := fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a()
		a.Write([]byte(s))
		b.Write([]byte(s))
		fmt.Fprint(c, s)
		d.Write([]byte(s))
		fmt.Println(a.Sum32(), b.Sum32(), c.Sum64(), d.Sum64(), b.Sum(nil))
	}
	for _, flags := range []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.AlignRight | tabwriter.Debug} {
		for _, pad := range []byte{' ', '.', '\t'} {
			w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, pad, flags)
			fmt.Fprintln(w, "name\tcount\tnote")
			fmt.Fprintln(w, "a\t1\tx")
			fmt.Fprintf(w, "%s\t%d\t%s\n", "longer name", 123456, "y")
			fmt.Fprintln(w, "héé\t\tlast")
			fmt.Fprintln(w, "no cells")
			fmt.Fprintln(w, "b\tc\t")
			fmt.Fprintln(w, "\td\te\tf")
			w.Flush()
		}
	}
	w := new(tabwriter.Writer)
	w.Init(os.Stdout, 5, 0, 1, ' ', 0)
	fmt.Fprintf(w, "a\tb\tc\n1\t2\t3\n")
	w.Flush()
}
