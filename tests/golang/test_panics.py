"""What a program that dies says on standard error is what real Go 1.22 was recorded to say."""

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
