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
