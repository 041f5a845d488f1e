"""What a program that dies says on standard error is what real Go 1.22 was recorded to say."""

import re

from gosim.golang.run import run_go

NIL_AND_THEN_ANOTHER = """package main

type T struct{ n int }

func main() {
	defer func() { panic("again") }()
	var p *T
	println(p.n)
}
"""


def test_the_signal_of_a_nil_dereference_comes_after_all_panics():
    said = run_go(NIL_AND_THEN_ANOTHER, go="1.22").stderr.splitlines()

    assert said[0] == "panic: runtime error: invalid memory address or nil pointer dereference"
    assert said[1] == "\tpanic: again"
    assert said[2].startswith("[signal SIGSEGV: segmentation violation code=")


def test_a_report_names_functions_as_go_does():
    """Recorded with Go 1.22 and one P."""
    text = (
        'package main\n\nimport "fmt"\n\ntype T struct{}\n\n'
        "func (t *T) loop(c chan int) { <-c }\n\n"
        "func helper(c chan int) {\n\tgo func() {\n\t\tgo func() { <-c }()\n\t\t<-c\n\t}()\n}\n\n"
        "func main() {\n\tfmt.Println()\n\tc := make(chan int)\n\tgo (&T{}).loop(c)\n"
        "\tgo func() { <-c }()\n\tgo func(n int) { <-c }(3)\n\thelper(c)\n\tselect {}\n}\n"
    )

    report = run_go(text).stderr

    assert re.findall(r"^goroutine (\d+).*\n(.*)\(", report, re.MULTILINE) == [
        ("1", "main.main"),
        ("6", "main.(*T).loop"),
        ("7", "main.main.func1"),
        ("8", "main.main.func2"),
        ("9", "main.helper.func1"),
        ("10", "main.helper.func1.1"),
    ]


def frames(report):
    """Return the functions and lines of a report."""
    return re.findall(r"^(main\.\S+)\(.*\)\n\t\w+\.go:(\d+)", report, re.MULTILINE)


DEEP = """package main

import (
	_ "fmt"
	"time"
)

type T struct{}

func (t *T) inner(n int) {
	defer func() {
		if r := recover(); n < 2 {
			panic(r)
		}
	}()
	if n == 0 {
		panic("zero")
	}
	t.inner(n - 1)
	panic("another")
}

func main() {
	defer time.Sleep(1)
	(&T{}).inner(3)
	go func() {
		var s []int
		s[len(s)] = 1
	}()
	select {}
}
"""


def test_a_panic_of_a_deferred_call_stands_on_the_calls_that_it_interrupted():
    """Recorded with Go 1.22 and one P."""
    report = run_go(DEEP.replace("n < 2", "n < 9"), go="1.22").stderr

    assert frames(report) == [
        *[("main.(*T).inner.func1", "13")] * 4,
        ("main.(*T).inner", "17"),
        *[("main.(*T).inner", "19")] * 3,
        ("main.main", "25"),
    ]


def test_a_report_shows_all_calls_of_a_goroutine_with_their_lines():
    """Recorded with Go 1.22 and one P."""
    assert frames(run_go(DEEP, go="1.22").stderr) == [("main.main.func1", "28")]

    text = DEEP.replace("var s []int", "time.Sleep(2)").replace("s[len(s)] = 1", "select {}")

    assert frames(run_go(text, go="1.22").stderr) == [
        ("main.main", "30"),
        ("main.main.func1", "28"),
    ]


def test_from_go_1_25_on_the_first_goroutine_of_a_program_has_number_7():
    """Recorded with each of them."""
    numbers = [
        re.search(r"goroutine (\d+)", run_go(DEEP, go=go).stderr)[1]
        for go in ("1.22", "1.24", "1.25", "1.27")
    ]

    assert numbers == ["6", "6", "7", "7"]


SELECTS = """package main

import (
	_ "fmt"
	"time"
)

func main() {
	c, d := make(chan int), make(chan int)
	go func() {
		select {
		case <-c:
		}
	}()
	go func() {
		select {
		case <-c:
		case d <- 1:
		}
	}()
	time.Sleep(1)
	END
}
"""


def test_a_select_of_several_cases_waits_at_its_own_line_one_of_one_at_its_case():
    """Recorded with Go 1.22 and one P."""
    assert frames(run_go(SELECTS.replace("END", "select {}"), go="1.22").stderr) == [
        ("main.main", "22"),
        ("main.main.func1", "12"),
        ("main.main.func2", "16"),
    ]


def test_deferred_calls_that_panic_in_turn_stand_on_each_other():
    """Recorded with Go 1.22 and one P."""
    nested = "panic(1)"
    for number in (2, 3, 4):
        nested = f"defer func() {{\nrecover()\n{nested}\n}}()\npanic({number})"
    report = run_go(SELECTS.replace("END", nested), go="1.22").stderr

    assert frames(report) == [
        ("main.main.func3.1.1", "28"),
        ("main.main.func3.1", "30"),
        ("main.main.func3", "32"),
        ("main.main", "34"),
    ]


def test_a_fatal_error_names_its_line():
    text = SELECTS.replace("END", "new(sync.Mutex).Unlock()").replace('"time"', '"sync"; "time"')

    assert frames(run_go(text, go="1.22").stderr) == [("main.main", "22")]
