"""What no statement looks at any more is garbage, though its function goes on."""

import pytest

from gosim.golang.program import load
from gosim.golang.run import run_go
from gosim.golang.translate import translate
from gosim.versions import GoVersion


def written(body):
    """Return what main becomes in Python."""
    text = f"package main\n\nfunc main() {{\n{body}\n}}\n"
    module = translate(load({"a.go": text.encode()}, GoVersion.resolve("1.22")))
    return module.source().partition("\n\n")[0]


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        ("b := make([]byte, 9); b[0] = 1; select {}", "b = None"),
        ("b := make([]byte, 9); b[0] = 1", ""),
        ("b := make([]byte, 9); ch := make(chan int); for { b[0]++; <-ch }", ""),
        ("n := 9; n++; select {}", ""),
        ("ch := make(chan []byte); for b := range ch { b[0] = 1 }", "_v = b = None"),
        (
            "ch := make(chan []byte); for b := range ch { b[0] = 1; <-make(chan int) }",
            "_v = b = None\n_v = b = None",
        ),
        ("b := make([]byte, 9); func(a []byte) { a[0] = 1; select {} }(b)", "a = None\nb = None"),
        ("b := make([]byte, 9); p := &b; (*p)[0] = 1; select {}", "b = p = None"),
        (
            "b := make([]byte, 9); f := func() { b[0] = 1; b = nil }; f(); select {}",
            "b = f = func1 = None",
        ),
        ("b := make([]byte, 9); defer func() { b[0] = 1 }(); select {}", "b = func1 = None"),
        ("b := make([]byte, 9)\nagain: b[0]++; if len(b) > 0 { goto again }; select {}", ""),
        ("ch := make(chan int)\nout: for { select { case <-ch: break out } }; <-ch", ""),
    ],
)
def test_names_are_let_go_of_where_it_matters_and_nowhere_else(body, dropped):
    lines = [line.strip() for line in written(body).splitlines()]

    assert [line for line in lines if line.endswith("= None")] == dropped.split("\n") * bool(
        dropped
    )


NESTED = """
package main

import "time"

func main() {
	a, b, c := []int{1}, []int{2}, []int{3}
	for d := range []int{4} {
		go func(f func() int) {
			go func() { time.Sleep(1); println(a[0], b[0], c[0], d) }()
			time.Sleep(2)
			println(f(), c[0])
			c = nil
		}(func() int { go func() { println(b[0]) }(); return b[0] })
	}
	time.Sleep(5)
	println(len(c))
}
"""


def test_closures_in_closures_keep_what_they_capture():
    assert run_go(NESTED, go="1.22").stderr == "1 2 3 0\n2 3\n2\n0\n"
