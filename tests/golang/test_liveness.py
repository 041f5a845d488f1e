"""What no statement looks at any more is garbage, though its function goes on."""

import pytest

from gosim.golang.program import load
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

    assert [line for line in lines if line.endswith("= None")] == ([dropped] if dropped else [])
