// log with the virtual time, os.Exit.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"time"
)

var (
	rate = flag.Int("rate", 5, "a rate")
	name = flag.String("name", "none", "a name")
	wait = flag.Duration("wait", 3*time.Second, "how long")
)

func main() {
	var debug bool
	flag.BoolVar(&debug, "debug", true, "talk")
	flag.Parse()
	fmt.Println(*rate, *name, *wait, debug, flag.NArg(), flag.Args())
	log.Println("first", 1)
	time.Sleep(1500 * time.Millisecond)
	log.Printf("second %d", 2)
	log.SetPrefix("app: ")
	log.SetFlags(log.LstdFlags | log.Lmicroseconds)
	log.Print("third")
	log.SetFlags(log.Lmsgprefix | log.Ldate)
	log.Print("fourth\n")
	log.SetFlags(0)
	log.Print("fifth")
	l := log.New(os.Stdout, "[x] ", log.Ltime)
	l.Println("to stdout")
	fmt.Println(l.Prefix(), l.Flags(), log.Prefix(), log.Flags())
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		log.Panicf("panic %d", 1)
	}()
	fmt.Println(len(os.Args), os.Getenv("GOSIM_NO_SUCH_VARIABLE") == "")
	os.Setenv("K", "v")
	v, ok := os.LookupEnv("K")
	fmt.Println(v, ok)
	os.Stdout.WriteString("written\n")
	defer fmt.Println("never")
	log.Fatalf("fatal %s", "end")
}
