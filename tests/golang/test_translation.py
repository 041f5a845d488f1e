"""What Go becomes in Python: generators only where somebody may wait, and loops that look up."""

from __future__ import annotations

import ast
import re

import pytest

from gosim.golang.run import build, run_go
from gosim.kernel import Budget
from gosim.versions import GoVersion

PROGRAM = """package main

import (
	"sort"
	"sync"
	"time"
)

type queue interface{ get() int }
type ready struct{}
type blocking struct{ ch chan int }

func (ready) get() int      { return 1 }
func (b blocking) get() int { return <-b.ch }

func add(a, b int) int            { return a + b }
func receive(ch chan int) int     { return <-ch }
func through(ch chan int) int     { return add(receive(ch), 1) }
func ask(q queue) int             { return q.get() }
func try(ch chan int) bool        { select { case <-ch: return true; default: return false } }
func locked(m *sync.Mutex)        { m.Lock(); m.Unlock() }
func after() <-chan time.Time     { return time.After(time.Second) }
func call(f func() int) int       { return f() }
func spawn(ch chan int)           { go receive(ch) }
func sorted(list []int)           { sort.Ints(list) }
func count(n int) (sum int)       { for i := 0; i < n; i++ { sum += i }; return }
func first(list []int) int        { return list[0] }

func main() {
	ch := make(chan int, 1)
	var m sync.Mutex
	ch <- 1
	locked(&m)
	spawn(ch)
	sorted(nil)
	println(through(ch), ask(ready{}), ask(blocking{ch}), try(ch), after(), count(3))
	println(first([]int{1}))
	println(call(func() int { return 1 }), call(func() int { return <-ch }))
}
"""


@pytest.fixture(scope="module")
def functions():
    """By name, without what keeps a name of Python's free."""
    tree = ast.parse(build(PROGRAM, GoVersion.resolve("1.22")).source())
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {re.sub(r"_\d*$", "", node.name): node for node in found}


def waits(function):
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))


@pytest.mark.parametrize("name", ["add", "after", "spawn", "count", "first", "sorted"])
def test_a_function_that_cannot_block_is_plain(functions, name):
    assert not waits(functions[name])


@pytest.mark.parametrize("name", ["receive", "through", "locked", "main", "ask", "call"])
def test_a_function_that_may_block_is_a_generator(functions, name):
    assert waits(functions[name])


def test_a_loop_counts_its_passes_and_straight_code_does_not(functions):
    assert "tick()" in ast.unparse(functions["count"])
    assert "tick" not in ast.unparse(functions["first"])


def test_the_translation_is_the_same_each_time():
    version = GoVersion.resolve("1.22")

    assert build(PROGRAM, version).source() == build(PROGRAM, version).source()


@pytest.mark.parametrize(
    "body",
    [
        "for { }",
        "i := 0; for { i++ }",
        "L: goto L",
        "x := true; for x { x = !!x }",
        "f := func() {}; for { f() }",
    ],
)
def test_a_loop_that_never_waits_is_ended_by_the_budget(body):
    budget = Budget(operations=200_000)

    result = run_go(f"package main\n\nfunc main() {{ {body} }}\n", budget=budget, costs="go")

    assert result.why_ended == "operations"


def test_the_names_of_python_do_not_disturb():
    text = run_go(
        "package main\n\nfunc main() {\n"
        "\tNone, lambda, self, range_, print, yield := 1, 2, 3, 4, 5, 6\n"
        "\tprintln(None + lambda + self + range_ + print + yield)\n}\n"
    ).stderr

    assert text == "21\n"
